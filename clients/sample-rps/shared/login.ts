import * as client from 'openid-client';

import { reaches } from './acr-ladder.ts';
import type { RelyingParty } from './provider.ts';

/** What we want of the provider this time. */
export interface LoginQuestion {
  readonly scope: string;
  /** Separated by spaces; each is a minimum, and one of them must be reached. */
  readonly acrValues: string;
  /** Seconds since the person last proved themselves; 0: they must do it now. */
  readonly maxAge?: number;
  /** A step-up: the answer must be about this person (`sub`). */
  readonly subject?: string;
  /** The provider is told of `subject` as well: who acts for several people then goes on for the one it is about. */
  readonly namesSubject?: boolean;
  /** The API whose tokens will be wanted (RFC 8707). */
  readonly resource?: string;
  /** Whom somebody else believes the person to be. */
  readonly loginHint?: string | undefined;
  /** A path of ours, where the person goes afterwards; never sent. */
  readonly returnTo?: string;
  readonly uiLocales: string;
}

/** What is kept on our side, under `state`, while the browser is at the provider. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly question: LoginQuestion;
  /** Epoch ms. */
  readonly sentAt: number;
  /** What was sent, for the page that explains it. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** A verified answer. */
export interface Login {
  readonly claims: client.IDToken;
  /** Undefined when nothing beyond `openid` was asked for. */
  readonly userinfo: client.UserInfoResponse | undefined;
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
}

/** A well-formed, correctly signed answer that we must refuse all the same. */
export class UnacceptableLogin extends Error {
  override readonly name = 'UnacceptableLogin';
  readonly code: 'no_id_token' | 'no_refresh_token' | 'acr_too_low' | 'another_person';

  constructor(code: UnacceptableLogin['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Makes the authorization request. `url` is where the browser goes next; keep `pending`, bound to this browser. */
export async function beginLogin(
  rp: RelyingParty,
  question: LoginQuestion,
): Promise<{ url: URL; pending: PendingLogin }> {
  const provider = await rp.provider();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const codeVerifier = client.randomPKCECodeVerifier();
  const parameters = {
    response_type: 'code',
    redirect_uri: `${rp.origin}/callback`,
    scope: question.scope,
    acr_values: question.acrValues,
    ...(question.maxAge === undefined ? {} : { max_age: String(question.maxAge) }),
    ...(question.resource === undefined ? {} : { resource: question.resource }),
    ...(question.loginHint === undefined ? {} : { login_hint: question.loginHint }),
    ...(question.namesSubject === true ? { claims: namedSubject(question.subject) } : {}),
    ui_locales: question.uiLocales,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  };
  const sentAt = Date.now();
  const url = await rp.authorizationUrl(provider, parameters, rp.possession(provider));
  const request = {
    client_id: rp.clientId,
    ...(url.searchParams.has('request_uri')
      ? { pushed_to: provider.serverMetadata().pushed_authorization_request_endpoint }
      : {}),
    parameters,
    authorization_request: url.href,
  };
  return { url, pending: { state, nonce, codeVerifier, question, sentAt, request } };
}

/** OIDC Core, 5.5.1: "the sub (subject) Claim with a requested value". */
function namedSubject(value: string | undefined): string {
  return JSON.stringify({ id_token: { sub: { value } } });
}

/**
 * Redeems the code. openid-client checks `state`, `iss` (RFC 9207), `nonce`, PKCE, the signature of the ID token, its
 * `iss`, `aud`, `exp` and, where `max_age` was sent, `auth_time`. Throws what it finds; `refusalOf` reads it.
 */
export async function finishLogin(
  rp: RelyingParty,
  callbackQuery: string,
  pending: PendingLogin,
): Promise<Login> {
  const provider = await rp.provider();
  const { question } = pending;
  const possession = rp.possession(provider);
  const tokens = await client.authorizationCodeGrant(
    provider,
    new URL(`${rp.origin}/callback?${callbackQuery}`),
    {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.codeVerifier,
      idTokenExpected: true,
      ...(question.maxAge === undefined ? {} : { maxAge: question.maxAge + age(pending) }),
    },
    undefined,
    possession,
  );
  return acceptLogin(provider, tokens, question, possession);
}

/** `max_age` counts from when we asked: how long the person then took at the provider is not held against them. */
function age({ sentAt }: PendingLogin): number {
  return Math.ceil((Date.now() - sentAt) / 1000);
}

/** What the library cannot know: how much is enough for us, and whom we expect. Also for refreshed tokens. */
export async function acceptLogin(
  provider: client.Configuration,
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  question: Pick<LoginQuestion, 'scope' | 'acrValues' | 'subject'>,
  possession: client.DPoPOptions = {},
): Promise<Login> {
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) {
    throw new UnacceptableLogin('no_id_token', 'the scope openid was not granted');
  }
  if (!question.acrValues.split(' ').some((minimum) => reaches(claims['acr'], minimum))) {
    throw new UnacceptableLogin('acr_too_low', `acr is ${JSON.stringify(claims['acr'])}`);
  }
  if (question.subject !== undefined && question.subject !== claims.sub) {
    throw new UnacceptableLogin('another_person', 'sub is not the one who is logged in');
  }
  return {
    claims,
    userinfo:
      question.scope === 'openid'
        ? undefined
        : await client.fetchUserInfo(provider, tokens.access_token, claims.sub, possession),
    idToken: tokens.id_token,
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
  };
}
