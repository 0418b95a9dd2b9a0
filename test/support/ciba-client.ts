import type { OidcClient as Client } from './oidc-client.ts';
import { OidcClient } from './oidc-client.ts';
import type { JsonAnswer } from './oidc-client-answer.ts';
import type { RegistrationOptions } from './oidc-client-registration.ts';
import { noteSecret } from './session-secrets.ts';

const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';

/** A bank's call centre: it knows whom it talks to, and has no page of theirs. */
export function registerCiba(
  issuer: string,
  { metadata = {}, ...options }: RegistrationOptions = {},
): Promise<Client> {
  return OidcClient.register(issuer, {
    authentication: 'private_key_jwt',
    ...options,
    metadata: {
      redirect_uris: [],
      response_types: [],
      grant_types: [CIBA_GRANT, 'refresh_token'],
      backchannel_token_delivery_mode: 'poll',
      ...metadata,
    },
  });
}

type Parameters = Readonly<Record<string, string | undefined>>;

export function askFor(client: Client, parameters: Parameters): Promise<JsonAnswer> {
  return client.post('/backchannel', { scope: 'openid', ...parameters });
}

/** The `auth_req_id` of a request that was accepted. */
export async function askPerson(client: Client, parameters: Parameters): Promise<string> {
  const { status, body } = await askFor(client, parameters);
  if (status !== 200) throw new Error(`ciba: ${status} ${JSON.stringify(body)}`);
  const id = String(body['auth_req_id']);
  noteSecret('auth_req_id', id);
  return id;
}

export function pollCiba(client: Client, authReqId: string): Promise<JsonAnswer> {
  return client.post('/token', { grant_type: CIBA_GRANT, auth_req_id: authReqId });
}
