import { LOW } from '../accounts/assurance.ts';
import type { ClientRecord, ClientStore } from './client.ts';

export const OWN_CLIENT_ID = 'senid';

/**
 * Signing in at SenID itself, to see what waits there. Nothing leaves the house, so nobody is asked to agree to it; the
 * code is never redeemed, so nothing is released either.
 */
export function isOwnClient(clientId: string): boolean {
  return clientId === OWN_CLIENT_ID;
}

export function ownRedirectUri(issuer: string): string {
  return `${issuer}/approvals/signed-in`;
}

/** Every store of relying parties knows SenID's own, which is written nowhere. */
export function withOwnClient(store: ClientStore, issuer: string): ClientStore {
  const own = Promise.resolve(ownClient(issuer));
  return {
    ...store,
    find: (clientId) => (isOwnClient(clientId) ? own : store.find(clientId)),
  };
}

function ownClient(issuer: string): ClientRecord {
  return {
    clientId: OWN_CLIENT_ID,
    origin: 'seeded',
    metadata: {
      client_id: OWN_CLIENT_ID,
      client_name: 'SenID',
      client_uri: `${issuer}/`,
      redirect_uris: [ownRedirectUri(issuer)],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'none',
    },
    policy: {
      organisation: {
        id: 'org_senid',
        name: { vi: 'SenID', en: 'SenID' },
        publicService: false,
      },
      tier: 'baseline',
      acrFloor: LOW,
      reuse: 'same-organisation',
      entitledScopes: [],
      purposes: {},
      optionalScopes: [],
    },
    createdAt: 0,
  };
}
