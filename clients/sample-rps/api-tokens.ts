/**
 * Access tokens for an API (RFC 8707): the one that came with the login is for userinfo alone. The refresh token is
 * exchanged for one whose audience is the API; it is kept until shortly before it ends.
 */
import * as client from 'openid-client';

import { UnacceptableLogin, type Login } from './shared/login.ts';
import type { RelyingParty } from './shared/provider.ts';
import type { Session } from './shared/session.ts';

type Holder = Pick<Session<unknown, unknown>, 'login'>;

interface ApiToken {
  readonly value: string;
  /** Epoch ms. */
  readonly until: number;
}

const SPARE_MS = 10_000;
const DEFAULT_SECONDS = 60;

export class ApiTokens<Visitor extends Holder> {
  readonly #rp: RelyingParty;
  readonly #resource: string;
  readonly #once: (visitor: Visitor, work: () => Promise<void>) => Promise<void>;
  /** By login: a step-up brings another login, and with it other tokens. */
  readonly #held = new WeakMap<Login, ApiToken>();

  /** `once`: whatever else uses the visitor's refresh token must wait for it too. */
  constructor(
    rp: RelyingParty,
    resource: string,
    once: (visitor: Visitor, work: () => Promise<void>) => Promise<void>,
  ) {
    this.#rp = rp;
    this.#resource = resource;
    this.#once = once;
  }

  /** Throws what the provider says, and `UnacceptableLogin` where there is no refresh token. */
  async tokenFor(visitor: Visitor): Promise<string> {
    const held = this.#good(visitor);
    if (held !== undefined) return held;
    await this.#once(visitor, () => this.#exchange(visitor));
    // What was under way may have been something else.
    const now = this.#good(visitor);
    if (now !== undefined) return now;
    await this.#once(visitor, () => this.#exchange(visitor));
    return this.#good(visitor) ?? '';
  }

  #good({ login }: Visitor): string | undefined {
    const held = login && this.#held.get(login);
    return held !== undefined && held.until > Date.now() ? held.value : undefined;
  }

  async #exchange(visitor: Visitor): Promise<void> {
    const { login } = visitor;
    if (login?.refreshToken === undefined) {
      throw new UnacceptableLogin('no_refresh_token', 'the provider gave none');
    }
    const parameters = { resource: this.#resource };
    const provider = await this.#rp.provider();
    const tokens = await client.refreshTokenGrant(provider, login.refreshToken, parameters);
    const next = { ...login, refreshToken: tokens.refresh_token ?? login.refreshToken };
    const seconds = tokens.expires_in ?? DEFAULT_SECONDS;
    this.#held.set(next, {
      value: tokens.access_token,
      until: Date.now() + seconds * 1000 - SPARE_MS,
    });
    visitor.login = next;
  }
}
