import { createHmac } from 'node:crypto';

import type { Client } from 'oidc-provider';

/** `sub` for one person at one sector (OIDC Core 8.1): never reversible, never the same at two sectors. */
export type PairwiseSubject = (accountId: string, client: Client) => string;

export function createPairwiseSubject(key: Buffer): PairwiseSubject {
  return (accountId, client) =>
    createHmac('sha256', key)
      .update(`${sectorOf(client)}\n${accountId}`)
      .digest('base64url');
}

/** The library computes it for every pairwise client, its types do not say so. */
function sectorOf(client: Client & { readonly sectorIdentifier?: string | undefined }): string {
  return client.sectorIdentifier ?? client.clientId;
}
