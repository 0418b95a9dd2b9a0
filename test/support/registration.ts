import { noteSecret } from './session-secrets.ts';

export interface RegistrationAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A registered client, as its answer says it is managed (RFC 7592). */
export interface Managed {
  readonly uri: string;
  readonly token: string;
  /** What was answered, without what must not be sent back in an update. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

const NEVER_SENT_BACK = new Set([
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
]);

/** Any request to a registration or a client configuration endpoint; `body` may be text that is no JSON. */
export async function askRegistration(
  url: string,
  {
    method = 'POST',
    token,
    body,
  }: { readonly method?: string; readonly token?: string | undefined; readonly body?: unknown },
): Promise<RegistrationAnswer> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  noteSecret('client secret', parsed['client_secret']);
  noteSecret('registration access token', parsed['registration_access_token']);
  return { status: response.status, headers: response.headers, body: parsed };
}

export function managedOf({ status, body }: RegistrationAnswer): Managed {
  if (status !== 201 && status !== 200) throw new Error(`registration: ${JSON.stringify(body)}`);
  return {
    uri: String(body['registration_client_uri']),
    token: String(body['registration_access_token']),
    metadata: Object.fromEntries(
      Object.entries(body).filter(([member]) => !NEVER_SENT_BACK.has(member)),
    ),
  };
}

let made = 0;

/** A host of its own: `sub` is pairwise. */
export function newcomer(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  made += 1;
  return {
    client_name: 'Dịch vụ mới',
    redirect_uris: [`https://newcomer-${made}.example/callback`],
    ...more,
  };
}
