import { createHash, createPrivateKey, randomBytes, sign, type KeyObject } from 'node:crypto';

import type { HttpConnection } from './http-connection.ts';

/** What both servers know of a client. */
export interface Registration {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly credentials:
    | { readonly kind: 'client_secret_basic'; readonly secret: string }
    | { readonly kind: 'private_key_jwt'; readonly privateJwk: PrivateJwk };
}

export interface PrivateJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** An authorization request on its way. */
export interface Attempt {
  /** Where the browser goes. */
  readonly path: string;
  readonly nonce: string;
  readonly state: string;
  readonly verifier: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of the ID token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A relying party that checks what it is told, but no signature: that would be paid for by the load generator. */
export class RelyingParty {
  readonly clientId: string;
  readonly #issuer: string;
  readonly #redirectUri: string;
  readonly #authorization: string | undefined;
  readonly #key: KeyObject | undefined;

  constructor(issuer: string, { clientId, redirectUri, credentials }: Registration) {
    this.clientId = clientId;
    this.#issuer = issuer;
    this.#redirectUri = redirectUri;
    if (credentials.kind === 'client_secret_basic') {
      const basic = Buffer.from(`${clientId}:${credentials.secret}`).toString('base64');
      this.#authorization = `Basic ${basic}`;
    } else {
      this.#key = createPrivateKey({ key: { ...credentials.privateJwk }, format: 'jwk' });
    }
  }

  begin(parameters: Readonly<Record<string, string>> = {}): Attempt {
    const { query, ...attempt } = this.#request(parameters);
    return { ...attempt, path: `/authorize?${query}` };
  }

  /** RFC 9126. */
  async beginPushed(
    connection: HttpConnection,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<Attempt> {
    const { query, ...attempt } = this.#request(parameters);
    const body = await this.#post(connection, '/par', Object.fromEntries(query));
    const pushed = new URLSearchParams({
      client_id: this.clientId,
      request_uri: String(body['request_uri']),
    });
    return { ...attempt, path: `/authorize?${pushed}` };
  }

  /** From the redirect back to us to checked tokens. */
  async redeem(
    connection: HttpConnection,
    { searchParams }: URL,
    { verifier, nonce, state }: Attempt,
  ): Promise<Tokens> {
    const code = searchParams.get('code');
    if (code === null || searchParams.get('state') !== state)
      throw new Error(`no code: ${searchParams.toString()}`);
    const body = await this.#post(connection, '/token', {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.#redirectUri,
    });
    const tokens = tokensOf(body);
    this.#check(tokens.claims);
    if (tokens.claims['nonce'] !== nonce) throw new Error('an ID token of another request');
    return tokens;
  }

  async refresh(connection: HttpConnection, refreshToken: string): Promise<Tokens> {
    const body = await this.#post(connection, '/token', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const tokens = tokensOf(body);
    this.#check(tokens.claims);
    return tokens;
  }

  async introspect(
    connection: HttpConnection,
    token: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.#post(connection, '/introspect', { token, token_type_hint: 'access_token' });
  }

  async userinfo(
    connection: HttpConnection,
    accessToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { status, body } = await connection.send({
      method: 'GET',
      path: '/userinfo',
      headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
    });
    if (status !== 200) throw new Error(`userinfo: ${status} ${body}`);
    return JSON.parse(body) as Record<string, unknown>;
  }

  #request(parameters: Readonly<Record<string, string>>) {
    const random = () => randomBytes(24).toString('base64url');
    const [state, nonce, verifier] = [random(), random(), random() + random()];
    const query = new URLSearchParams({
      client_id: this.clientId,
      response_type: 'code',
      redirect_uri: this.#redirectUri,
      scope: 'openid profile phone',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { state, nonce, verifier, query };
  }

  async #post(
    connection: HttpConnection,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { status, body } = await connection.send({
      method: 'POST',
      path,
      headers: {
        accept: 'application/json',
        ...(this.#authorization !== undefined && { authorization: this.#authorization }),
      },
      form: this.#key === undefined ? fields : { ...fields, ...this.#assertion(this.#key) },
    });
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${body}`);
    return JSON.parse(body) as Record<string, unknown>;
  }

  /** RFC 7523. */
  #assertion(key: KeyObject): Readonly<Record<string, string>> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.clientId,
      sub: this.clientId,
      aud: this.#issuer,
      jti: randomBytes(16).toString('base64url'),
      iat: now,
      exp: now + 60,
    };
    const signed = [{ alg: 'ES256' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
    return {
      client_id: this.clientId,
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: `${signed}.${signature.toString('base64url')}`,
    };
  }

  #check({ iss, aud, sub }: Tokens['claims']): void {
    if (iss !== this.#issuer || aud !== this.clientId || typeof sub !== 'string')
      throw new Error('an ID token for somebody else');
  }
}

function tokensOf(body: Readonly<Record<string, unknown>>): Tokens {
  const { access_token, refresh_token, id_token } = body;
  const payload = typeof id_token === 'string' ? id_token.split('.')[1] : undefined;
  if (typeof access_token !== 'string' || typeof refresh_token !== 'string' || !payload)
    throw new Error(`tokens are missing: ${Object.keys(body).join(', ')}`);
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Tokens['claims'];
  return { accessToken: access_token, refreshToken: refresh_token, claims };
}
