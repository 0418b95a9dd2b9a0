import { generateKeyPairSync, randomBytes } from 'node:crypto';

import type { ClientMetadata } from 'oidc-provider';

import type { PrivateJwk, Registration } from './relying-party.ts';

/** The same relying parties at every server of a run. */
export interface Registrations {
  /** With a secret. Everybody has agreed to it before. */
  readonly basic: Registration;
  /** With a key; likewise. */
  readonly key: Registration;
  /** Nobody has used these before; as many first logins as there are people times these. */
  readonly newcomers: readonly Registration[];
}

const NEWCOMERS = 16;

export function makeRegistrations(): Registrations {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const privateJwk = privateKey.export({ format: 'jwk' }) as PrivateJwk;
  return {
    basic: withSecret('bench-basic'),
    key: { ...at('bench-key'), credentials: { kind: 'private_key_jwt', privateJwk } },
    newcomers: Array.from({ length: NEWCOMERS }, (_, each) => withSecret(`bench-newcomer-${each}`)),
  };
}

function withSecret(clientId: string): Registration {
  const secret = randomBytes(32).toString('base64url');
  return { ...at(clientId), credentials: { kind: 'client_secret_basic', secret } };
}

/** A host of its own: `sub` is pairwise. */
function at(clientId: string) {
  return { clientId, redirectUri: `https://${clientId}.example/callback` };
}

/** RFC 7591. */
export function metadataOf({ clientId, redirectUri, credentials }: Registration): ClientMetadata {
  return {
    client_id: clientId,
    client_name: 'Dịch vụ đo',
    redirect_uris: [redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    subject_type: 'pairwise',
    id_token_signed_response_alg: 'ES256',
    token_endpoint_auth_method: credentials.kind,
    ...(credentials.kind === 'client_secret_basic'
      ? { client_secret: credentials.secret }
      : {
          token_endpoint_auth_signing_alg: 'ES256',
          jwks: { keys: [publicJwk(credentials.privateJwk)] },
        }),
  };
}

function publicJwk({ kty, crv, x, y }: PrivateJwk) {
  return { kty, crv, x, y, use: 'sig', alg: 'ES256', kid: 'bench' };
}
