import { generateKeyPair, exportJWK, type CryptoKey } from 'jose';

import { noteSecret } from './session-secrets.ts';

export type ClientAuthentication = 'private_key_jwt' | 'client_secret_basic' | 'none';

export interface RegistrationOptions {
  readonly authentication?: ClientAuthentication;
  readonly redirectUri?: string;
  /** Further client metadata (RFC 7591). */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface Credentials {
  readonly clientId: string;
  readonly secret: string | undefined;
  readonly key: CryptoKey | undefined;
}

let registered = 0;

/** A redirect URI of a sector of its own: `sub` is pairwise per host (OIDC Core 8.1). */
function freshRedirectUri(): string {
  registered += 1;
  return `https://rp-${registered}.example/callback`;
}

/** Dynamic registration as any newcomer would do it. */
export async function registerClient(
  issuer: string,
  {
    authentication = 'client_secret_basic',
    redirectUri = freshRedirectUri(),
    metadata = {},
  }: RegistrationOptions,
): Promise<Credentials & { readonly redirectUri: string }> {
  const keys = authentication === 'private_key_jwt' ? await generateKeyPair('ES256') : undefined;
  const response = await postRegistration(issuer, {
    client_name: 'Dịch vụ thử',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: authentication,
    ...(keys && {
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [{ ...(await exportJWK(keys.publicKey)), use: 'sig', alg: 'ES256' }] },
    }),
    ...metadata,
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (response.status !== 201) throw new Error(`registration: ${JSON.stringify(body)}`);
  const secret = body['client_secret'];
  noteSecret('client secret', secret);
  return {
    clientId: String(body['client_id']),
    secret: typeof secret === 'string' ? secret : undefined,
    key: keys?.privateKey,
    redirectUri,
  };
}

export function postRegistration(issuer: string, metadata: unknown): Promise<Response> {
  return fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(metadata),
  });
}
