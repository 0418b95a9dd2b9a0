import { LOW, SUBSTANTIAL } from '../accounts/assurance.ts';
import type { ClientPolicy, ClientRecord, ClientStore } from './client.ts';

export const OWN_CLIENT_ID = 'senid';
/** The sites of our own that people sign in to (docs/adr/0034). */
export const OFFICER_CLIENT_ID = 'senid-officer';
export const ACCOUNT_CLIENT_ID = 'senid-account';

const OWN: ReadonlySet<string> = new Set([OWN_CLIENT_ID, OFFICER_CLIENT_ID, ACCOUNT_CLIENT_ID]);

/** Signing in at SenID itself. Nothing leaves the house, so nobody is asked to agree to it. */
export function isOwnClient(clientId: string): boolean {
  return OWN.has(clientId);
}

/** Where who signed in only to see what waits is led back to; the code is never redeemed. */
export function ownRedirectUri(issuer: string): string {
  return `${issuer}/approvals/signed-in`;
}

export interface OwnClientsSite {
  readonly issuer: string;
  /** As `secrets.derive`: every node comes to the same, and it is written nowhere. */
  readonly derive: (purpose: `portal-client/${string}`) => Buffer;
}

/** Every store of relying parties knows SenID's own, which are written nowhere. */
export function withOwnClients(store: ClientStore, site: OwnClientsSite): ClientStore {
  const records = new Map(
    [listOfApprovals(site), officerConsole(site), accountPages(site)].map((record) => [
      record.clientId,
      Promise.resolve(record),
    ]),
  );
  return { ...store, find: (clientId) => records.get(clientId) ?? store.find(clientId) };
}

/** What a portal of ours presents at our own token endpoint (`client_secret_basic`). */
export function portalSecret(clientId: string, { derive }: OwnClientsSite): string {
  return derive(`portal-client/${clientId}`).toString('base64url');
}

function listOfApprovals({ issuer }: OwnClientsSite): ClientRecord {
  return own(OWN_CLIENT_ID, { vi: 'SenID', en: 'SenID' }, LOW, {
    client_uri: `${issuer}/`,
    redirect_uris: [ownRedirectUri(issuer)],
    token_endpoint_auth_method: 'none',
  });
}

function officerConsole(site: OwnClientsSite): ClientRecord {
  const name = { vi: 'Bàn làm việc của cán bộ SenID', en: 'SenID officer console' };
  return own(OFFICER_CLIENT_ID, name, SUBSTANTIAL, portal(OFFICER_CLIENT_ID, '/officer', site));
}

function accountPages(site: OwnClientsSite): ClientRecord {
  const name = { vi: 'Tài khoản SenID của bạn', en: 'Your SenID account' };
  return own(ACCOUNT_CLIENT_ID, name, LOW, portal(ACCOUNT_CLIENT_ID, '/account', site));
}

function portal(clientId: string, path: string, site: OwnClientsSite): ClientRecord['metadata'] {
  const at = `${site.issuer}${path}`;
  return {
    client_uri: at,
    redirect_uris: [`${at}/signed-in`],
    post_logout_redirect_uris: [`${at}/signed-out`],
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: portalSecret(clientId, site),
  };
}

function own(
  clientId: string,
  name: ClientPolicy['organisation']['name'],
  acrFloor: string,
  metadata: ClientRecord['metadata'],
): ClientRecord {
  return {
    clientId,
    origin: 'seeded',
    metadata: {
      client_id: clientId,
      client_name: name.vi,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      ...metadata,
    },
    policy: {
      organisation: { id: 'org_senid', name, publicService: false },
      tier: 'baseline',
      acrFloor,
      // One organisation; how old a proof may be is for each request to say (`max_age`).
      reuse: 'same-organisation',
      entitledScopes: [],
      purposes: {},
      optionalScopes: [],
    },
    createdAt: 0,
  };
}
