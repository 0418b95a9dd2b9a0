import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { CachingVerifier } from './caching-verifier.ts';
import { tokensOf, type Tokens } from './oidc-client-answer.ts';
import type { OidcClient } from './oidc-client.ts';
import type { Browser } from './session-browser.ts';
import { responseOf } from './session-login.ts';

const PATIENCE_MS = 40_000;

/** A relying party that gets ID tokens without end, for one person who is logged in, and verifies each. */
export class TokenLoad {
  readonly verifier: CachingVerifier;
  readonly #client: OidcClient;
  readonly #browser: Browser;
  readonly #ended = new AbortController();
  readonly #workers: Promise<unknown>;
  readonly #atOnce: number;

  constructor(client: OidcClient, browser: Browser, atOnce: number) {
    this.verifier = new CachingVerifier(client.issuer);
    this.#client = client;
    this.#browser = browser;
    this.#atOnce = atOnce;
    this.#workers = Promise.all(Array.from({ length: atOnce }, (_, index) => this.#goOn(index)));
    // Whoever fails is noticed where the end is awaited.
    this.#workers.catch(() => {});
  }

  /** Through the authorization endpoint, with nobody asked anything. */
  async silently(): Promise<Tokens> {
    const attempt = this.#client.authorize({ prompt: 'none' });
    const response = responseOf(await this.#browser.send(attempt.url), this.#client);
    const code = response?.get('code');
    assert.ok(code, response?.toString());
    return tokensOf(await this.#client.redeem(code, attempt));
  }

  /** Until every worker is likely to have had a token from now on. */
  async someMore(): Promise<void> {
    const enough = this.verifier.verified + 2 * this.#atOnce;
    await this.until('more tokens verify', () => this.verifier.verified >= enough);
  }

  async until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await done())) {
      const { verified, failures } = this.verifier;
      assert.ok(Date.now() < deadline, `${what}; ${verified} verified, ${failures.length} failed`);
      await pause(100);
    }
  }

  /** Rejects when a worker was refused a token. Twice is fine. */
  async end(): Promise<void> {
    this.#ended.abort();
    await this.#workers;
  }

  /** Half of them refresh, half come back to the authorization endpoint. */
  async #goOn(index: number): Promise<void> {
    let tokens = await this.silently();
    while (!this.#ended.signal.aborted) {
      await this.verifier.verify(tokens.idToken, this.#client.issuer);
      tokens =
        index % 2 === 0
          ? tokensOf(await this.#client.refresh(tokens.refreshToken))
          : await this.silently();
    }
  }
}
