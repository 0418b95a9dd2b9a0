import { createHash, randomBytes } from 'node:crypto';

import {
  createRemoteJWKSet,
  jwtVerify,
  SignJWT,
  type JWTPayload,
  type JWTVerifyResult,
} from 'jose';

import { jsonAnswer, type JsonAnswer } from './oidc-client-answer.ts';
import {
  registerClient,
  type Credentials,
  type RegistrationOptions,
} from './oidc-client-registration.ts';
import { knownIssuers, noteSecret } from './session-secrets.ts';

/** An authorization request on its way, with what is needed to redeem its code. */
export interface AuthorizationAttempt {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly parameters: Readonly<Record<string, string>>;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** A relying party at the level of the wire, so that a test can also say what no good one would. */
export class OidcClient {
  readonly issuer: string;
  readonly redirectUri: string;
  readonly credentials: Credentials;

  constructor(issuer: string, redirectUri: string, credentials: Credentials) {
    knownIssuers.add(issuer);
    this.issuer = issuer;
    this.redirectUri = redirectUri;
    this.credentials = credentials;
  }

  static async register(issuer: string, options: RegistrationOptions = {}): Promise<OidcClient> {
    const { redirectUri, ...credentials } = await registerClient(issuer, options);
    return new OidcClient(issuer, redirectUri, credentials);
  }

  get clientId(): string {
    return this.credentials.clientId;
  }

  /** `undefined` takes a parameter away. */
  authorize(parameters: Parameters = {}): AuthorizationAttempt {
    const random = () => randomBytes(24).toString('base64url');
    const [state, nonce, verifier] = [random(), random(), random() + random()];
    const all = defined({
      client_id: this.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    const url = `${this.issuer}/authorize?${new URLSearchParams(all)}`;
    return { url, state, nonce, verifier, parameters: all };
  }

  /** Pushed instead of sent through the browser (RFC 9126). */
  async push(parameters: Parameters = {}): Promise<AuthorizationAttempt & { requestUri: string }> {
    const attempt = this.authorize(parameters);
    const { status, body } = await this.post('/par', attempt.parameters);
    if (status !== 201) throw new Error(`par: ${JSON.stringify(body)}`);
    const requestUri = String(body['request_uri']);
    const query = new URLSearchParams({ client_id: this.clientId, request_uri: requestUri });
    return { ...attempt, requestUri, url: `${this.issuer}/authorize?${query}` };
  }

  /** A post of this client, authenticated; `form` may override what authenticates it. */
  async post(
    path: string,
    form: Parameters,
    headers: Record<string, string> = {},
  ): Promise<JsonAnswer> {
    const credentials = await this.authentication();
    const response = await fetch(`${this.issuer}${path}`, {
      method: 'POST',
      headers: { accept: 'application/json', ...credentials.headers, ...headers },
      body: new URLSearchParams(defined({ ...credentials.form, ...form })),
    });
    return jsonAnswer(response);
  }

  /** What authenticates one request of this client. */
  async authentication(): Promise<{
    headers: Record<string, string>;
    form: Record<string, string>;
  }> {
    const { clientId, secret, key } = this.credentials;
    if (key !== undefined) return { headers: {}, form: assertionForm(await this.assertion()) };
    if (secret === undefined) return { headers: {}, form: { client_id: clientId } };
    const basic = Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString('base64');
    return { headers: { authorization: `Basic ${basic}` }, form: {} };
  }

  /** A client assertion (RFC 7523); `claims` override the right ones. */
  async assertion(claims: JWTPayload = {}): Promise<string> {
    const { clientId, key } = this.credentials;
    if (key === undefined) throw new Error('this client has no key');
    const now = Math.floor(Date.now() / 1000);
    const assertion = await new SignJWT({
      iss: clientId,
      sub: clientId,
      aud: this.issuer,
      jti: randomBytes(16).toString('base64url'),
      iat: now,
      exp: now + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(key);
    noteSecret('client assertion', assertion);
    return assertion;
  }

  redeem(
    code: string,
    { verifier }: Pick<AuthorizationAttempt, 'verifier'>,
    parameters: Parameters = {},
  ): Promise<JsonAnswer> {
    return this.post('/token', {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.redirectUri,
      ...parameters,
    });
  }

  refresh(refreshToken: string | undefined, parameters: Parameters = {}): Promise<JsonAnswer> {
    return this.post('/token', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken ?? '',
      ...parameters,
    });
  }

  introspect(token: string): Promise<JsonAnswer> {
    return this.post('/introspect', { token });
  }

  revoke(token: string): Promise<JsonAnswer> {
    return this.post('/revoke', { token });
  }

  async userinfo(accessToken: string): Promise<JsonAnswer> {
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
    return jsonAnswer(await fetch(`${this.issuer}/userinfo`, { headers }));
  }

  /** Signature, issuer, audience and lifetime. */
  async verify(idToken: string): Promise<JWTVerifyResult> {
    const jwks = createRemoteJWKSet(new URL(`${this.issuer}/jwks`));
    return jwtVerify(idToken, jwks, { issuer: this.issuer, audience: this.clientId });
  }
}

export function assertionForm(assertion: string): Record<string, string> {
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return { client_assertion_type: type, client_assertion: assertion };
}

function defined(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
