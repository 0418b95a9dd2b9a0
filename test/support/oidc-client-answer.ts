import { noteSecret } from './session-secrets.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  readonly scope: string;
}

/** Throws unless the answer of the token endpoint is a success. */
export function tokensOf({ status, body }: JsonAnswer): Tokens {
  if (status !== 200) throw new Error(`token: ${status} ${JSON.stringify(body)}`);
  const { access_token, id_token, refresh_token, scope } = body;
  return {
    accessToken: String(access_token),
    idToken: String(id_token),
    refreshToken: typeof refresh_token === 'string' ? refresh_token : undefined,
    scope: typeof scope === 'string' ? scope : '',
  };
}

/** Notes what tokens it holds. */
export async function jsonAnswer(response: Response): Promise<JsonAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  noteSecret('access token', body['access_token']);
  noteSecret('refresh token', body['refresh_token']);
  noteSecret('ID token', body['id_token']);
  return { status: response.status, headers: response.headers, body };
}
