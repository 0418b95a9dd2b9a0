import { createHmac, createSecretKey } from 'node:crypto';

import type { Client } from 'oidc-provider';

import { parsePrincipal } from '../accounts/principal.ts';
import { hasOwnSector } from './direct-clients.ts';

/**
 * `sub` for one person at one sector (OIDC Core 8.1): never reversible, never the same at two sectors. Of a principal it
 * is that of the person acted for: the same whoever acts, and once they act for themselves.
 */
export type PairwiseSubject = (principal: string, client: Client) => string;

export function createPairwiseSubject(secret: Buffer): PairwiseSubject {
  const key = createSecretKey(secret);
  return (principal, client) => {
    const accountId = parsePrincipal(principal)?.accountId ?? principal;
    return createHmac('sha256', key)
      .update(`${sectorOf(client)}\n${accountId}`)
      .digest('base64url');
  };
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
