import { postRegistration } from '../../support/oidc-client-registration.ts';
import { noteSecret } from '../../support/session-secrets.ts';

/** Credentials as an integrator copies them into a library that cannot register itself. */
export interface Registered {
  readonly client_id: string;
  readonly client_secret: string | undefined;
}

/** What is typed at SenID's registration by hand (RFC 7591), for a party at `origin`. */
export async function registerAt(
  issuer: string,
  origin: string,
  metadata: Readonly<Record<string, unknown>>,
): Promise<Registered> {
  const response = await postRegistration(issuer, { ...partyMetadata(origin), ...metadata });
  const body = (await response.json()) as Record<string, unknown>;
  if (response.status !== 201) throw new Error(`registration: ${JSON.stringify(body)}`);
  const { client_id, client_secret } = body;
  noteSecret('client secret', client_secret);
  return {
    client_id: String(client_id),
    client_secret: typeof client_secret === 'string' ? client_secret : undefined,
  };
}

/** What every party registers; the rest is its library's own default. */
export function partyMetadata(origin: string) {
  return {
    client_name: 'Dịch vụ liên thông',
    redirect_uris: [`${origin}/callback`],
    post_logout_redirect_uris: [`${origin}/goodbye`],
    grant_types: ['authorization_code', 'refresh_token'],
  };
}
