import { createHmac, createSecretKey } from 'node:crypto';

import type { Client } from 'oidc-provider';

import { hasOwnSector } from './direct-clients.ts';

/** `sub` for one person at one sector (OIDC Core 8.1): never reversible, never the same at two sectors. */
export type PairwiseSubject = (accountId: string, client: Client) => string;

export function createPairwiseSubject(secret: Buffer): PairwiseSubject {
  const key = createSecretKey(secret);
  return (accountId, client) =>
    createHmac('sha256', key)
      .update(`${sectorOf(client)}\n${accountId}`)
      .digest('base64url');
}

/**
 * The library computes the sector of every pairwise client; its types do not say so. Native applications have no host
 * of their own, and every machine has the same loopback one: without a `sector_identifier_uri` each is its own sector.
 */
function sectorOf(
  client: Client & {
    readonly sectorIdentifier?: string | undefined;
    readonly sectorIdentifierUri?: string | undefined;
  },
): string {
  if (hasOwnSector(client)) return `client ${client.clientId}`;
  const sector = client.sectorIdentifier ?? '';
  const shared = client.sectorIdentifierUri === undefined && LOOPBACK.test(sector);
  return sector === '' || shared ? `client ${client.clientId}` : sector;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;
