import { X509Certificate } from 'node:crypto';

import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import * as client from 'openid-client';

import type { Certificate, TestAuthority } from './certificates.ts';
import { mutualFetch } from './mutual-fetch.ts';
import { postRegistration } from './oidc-client-registration.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk } from './session-journey.ts';
import type { Person } from './session-people.ts';
import { knownIssuers, noteSecret } from './session-secrets.ts';

export interface FapiWish {
  readonly tier: 'bank' | 'bank-signed';
  readonly authentication: 'private_key_jwt' | 'tls_client_auth' | 'self_signed_tls_client_auth';
  readonly constraint: 'dpop' | 'mtls';
  readonly alg?: 'ES256' | 'PS256' | 'EdDSA';
  readonly metadata?: Readonly<Record<string, unknown>>;
}

type Tokens = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers;
type Parameters = Readonly<Record<string, string>>;

/** A login under way. */
interface Pending {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

let registered = 0;

/** A bank's relying party, as openid-client makes one: FAPI 2.0 by its own means. */
export class FapiParty {
  readonly #senid: SenidProcess;
  readonly #signingKey: CryptoKey;
  readonly wish: FapiWish;
  readonly provider: client.Configuration;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly dpop: client.DPoPHandle | undefined;
  /** What it shows where it is asked for a certificate. */
  readonly certificate: Certificate | undefined;

  private constructor(parts: {
    readonly senid: SenidProcess;
    readonly wish: FapiWish;
    readonly provider: client.Configuration;
    readonly redirectUri: string;
    readonly signingKey: CryptoKey;
    readonly dpop: client.DPoPHandle | undefined;
    readonly certificate: Certificate | undefined;
  }) {
    this.#senid = parts.senid;
    this.#signingKey = parts.signingKey;
    this.wish = parts.wish;
    this.provider = parts.provider;
    this.clientId = parts.provider.clientMetadata().client_id;
    this.redirectUri = parts.redirectUri;
    this.dpop = parts.dpop;
    this.certificate = parts.certificate;
  }

  /** Registers it in the sandbox, and reads discovery. `senid` speaks TLS, with a certificate of `authority`. */
  static async register(
    senid: SenidProcess,
    authority: TestAuthority,
    wish: FapiWish,
  ): Promise<FapiParty> {
    registered += 1;
    const redirectUri = `https://bank-${registered}.example/callback`;
    const { alg = 'ES256' } = wish;
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `sig-${registered}`, use: 'sig', alg };
    const certificate = certificateFor(authority, wish);
    const metadata = {
      client_name: 'Ngân hàng thử',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      tier: wish.tier,
      id_token_signed_response_alg: alg,
      ...authenticationMetadata(wish, certificate, jwk),
      ...(wish.constraint === 'dpop'
        ? { dpop_bound_access_tokens: true }
        : { tls_client_certificate_bound_access_tokens: true }),
      ...(wish.tier === 'bank-signed' && signedMetadata(alg)),
      ...wish.metadata,
    };
    const response = await postRegistration(senid.issuer, metadata);
    const body = (await response.json()) as client.ClientMetadata;
    if (response.status !== 201) throw new Error(`registration: ${JSON.stringify(body)}`);
    knownIssuers.add(senid.issuer);
    const key = { key: privateKey, kid: jwk.kid };
    const provider = await discover(senid, authority, { ...wish, body, key, certificate });
    const dpop =
      wish.constraint === 'dpop'
        ? client.getDPoPHandle(provider, await client.randomDPoPKeyPair(dpopAlgorithm(alg)))
        : undefined;
    const parts = { senid, wish, provider, redirectUri, dpop, certificate };
    return new FapiParty({ ...parts, signingKey: privateKey });
  }

  /** From now on another certificate, or none. */
  present(authority: TestAuthority, certificate: Certificate | undefined): void {
    const identity = { ca: authority.cert, ...certificate };
    this.provider[client.customFetch] = mutualFetch(identity);
  }

  get signingKey(): CryptoKey {
    return this.#signingKey;
  }

  /** For every call with an access token, or for one. */
  get constraint(): { DPoP: client.DPoPHandle } | undefined {
    return this.dpop && { DPoP: this.dpop };
  }

  /** Pushes a request (RFC 9126), signed where the tier wants it so (RFC 9101). */
  async begin(parameters: Parameters = {}): Promise<Pending> {
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const verifier = client.randomPKCECodeVerifier();
    const all = {
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(this.wish.tier === 'bank-signed' && { response_mode: 'jwt' }),
      ...parameters,
    };
    const sent = this.wish.tier === 'bank-signed' ? await this.#signed(all) : all;
    const url = await client.buildAuthorizationUrlWithPAR(this.provider, sent, this.constraint);
    return { url, state, nonce, verifier };
  }

  /** From a pushed request to where the browser is sent back. */
  async visit(pending: Pick<Pending, 'url'>, person: Person): Promise<URL> {
    const browser = new Browser();
    const start = await browser.send(pending.url.href);
    const behaviour = { senid: this.#senid, person };
    const answer = await walk(browser, start, behaviour, this.redirectUri);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`no way back: ${answer.status} at ${answer.url}`);
    const callback = new URL(location);
    noteSecret('authorization code', callback.searchParams.get('code'));
    return callback;
  }

  async redeem(callback: URL, { state, nonce, verifier }: Pending): Promise<Tokens> {
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    return noted(
      await client.authorizationCodeGrant(
        this.provider,
        callback,
        checks,
        undefined,
        this.constraint,
      ),
    );
  }

  async logIn(person: Person, parameters: Parameters = {}): Promise<Tokens> {
    const pending = await this.begin(parameters);
    return this.redeem(await this.visit(pending, person), pending);
  }

  async refresh(refreshToken: string): Promise<Tokens> {
    const { provider, constraint } = this;
    return noted(await client.refreshTokenGrant(provider, refreshToken, undefined, constraint));
  }

  userinfo({ access_token, claims }: Tokens): Promise<client.UserInfoResponse> {
    const subject = claims()?.sub ?? '';
    return client.fetchUserInfo(this.provider, access_token, subject, this.constraint);
  }

  introspect(token: string): Promise<client.IntrospectionResponse> {
    return client.tokenIntrospection(this.provider, token);
  }

  async #signed(parameters: Parameters): Promise<URLSearchParams> {
    const { provider, wish } = this;
    const kid = `sig-${this.redirectUri.split('.')[0]?.split('-')[1]}`;
    const key = { key: this.#signingKey, kid };
    const url = await client.buildAuthorizationUrlWithJAR(provider, parameters, key, {
      [client.modifyAssertion]: (header, claims) => {
        inOldName(header);
        claims['nbf'] ??= Math.floor(Date.now() / 1000);
      },
    });
    return wish.tier === 'bank-signed' ? url.searchParams : new URLSearchParams(parameters);
  }
}

function certificateFor(authority: TestAuthority, wish: FapiWish): Certificate | undefined {
  const subject = `/C=VN/O=Ngân hàng thử/CN=rp-${registered}`;
  if (wish.authentication === 'self_signed_tls_client_auth') return authority.selfSigned(subject);
  const needed = wish.authentication === 'tls_client_auth' || wish.constraint === 'mtls';
  return needed ? authority.issue({ subject }) : undefined;
}

function authenticationMetadata(
  { authentication, alg = 'ES256' }: FapiWish,
  certificate: Certificate | undefined,
  jwk: JWK,
): Record<string, unknown> {
  const method = { token_endpoint_auth_method: authentication };
  switch (authentication) {
    case 'private_key_jwt':
      return { ...method, token_endpoint_auth_signing_alg: alg, jwks: { keys: [jwk] } };
    case 'tls_client_auth': {
      const name = `CN=rp-${registered},O=Ngân hàng thử,C=VN`;
      return { ...method, tls_client_auth_subject_dn: name, jwks: { keys: [jwk] } };
    }
    case 'self_signed_tls_client_auth': {
      const own = new X509Certificate(certificate?.cert ?? '');
      const shown = { ...own.publicKey.export({ format: 'jwk' }), kid: 'tls', use: 'sig' };
      const keys = [jwk, { ...shown, x5c: [own.raw.toString('base64')] }];
      return { ...method, jwks: { keys } };
    }
    default:
      return authentication satisfies never;
  }
}

function signedMetadata(alg: string): Record<string, unknown> {
  return {
    request_object_signing_alg: alg,
    authorization_signed_response_alg: alg,
    introspection_signed_response_alg: alg,
  };
}

async function discover(
  { issuer }: SenidProcess,
  authority: TestAuthority,
  parts: FapiWish & {
    readonly body: client.ClientMetadata;
    readonly key: client.PrivateKey;
    readonly certificate: Certificate | undefined;
  },
): Promise<client.Configuration> {
  const { body, certificate, authentication, tier } = parts;
  const how =
    authentication === 'private_key_jwt'
      ? client.PrivateKeyJwt(parts.key, { [client.modifyAssertion]: inOldName })
      : client.TlsClientAuth();
  const metadata = { ...body, use_mtls_endpoint_aliases: certificate !== undefined };
  return client.discovery(new URL(issuer), body.client_id, metadata, how, {
    execute: [
      client.enableNonRepudiationChecks,
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ...(tier === 'bank-signed' ? [client.useJwtResponseMode] : []),
    ],
    ...(certificate && {
      [client.customFetch]: mutualFetch({ ca: authority.cert, ...certificate }),
    }),
  });
}

/** RFC 9864 has a new name for it, which openid-client writes; registered was the old one. */
function inOldName(header: Record<string, client.JsonValue | undefined>): void {
  if (header['alg'] === 'Ed25519') header['alg'] = 'EdDSA';
}

function dpopAlgorithm(alg: string): string {
  return alg === 'EdDSA' ? 'Ed25519' : alg;
}

function noted<T extends Tokens>(tokens: T): T {
  noteSecret('access token', tokens.access_token);
  noteSecret('refresh token', tokens.refresh_token);
  noteSecret('ID token', tokens.id_token);
  return tokens;
}
