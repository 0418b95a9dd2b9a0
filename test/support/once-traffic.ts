import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import type { RaceAnswer, RacedRequest } from './once-attempt.ts';
import type { OnceBench } from './once-bench.ts';
import { signedInBrowser } from './once-people.ts';
import { Spends } from './once-spends.ts';
import { refreshOf, silentCode } from './once-tokens.ts';
import { assertionForm, OidcClient } from './oidc-client.ts';
import type { Person } from './session-people.ts';

const PAUSE_MS = 20;

/** Relying parties that go on working through a failover: alone and in races, each artefact presented as it may be once. */
export class Traffic {
  readonly codes = new Spends();
  readonly assertions = new Spends();
  readonly refreshes = new Spends();
  /** What a failover does not excuse, and how often it was. */
  readonly wrong: Record<string, number> = {};
  /** Told to come back in a moment. */
  refused = 0;
  /** Epoch ms, once the stores answer again: from then on nobody is refused. */
  recoveredAt = Infinity;
  readonly #bench: OnceBench;
  readonly #person: Person;
  readonly #clients: { readonly secret: OidcClient; readonly key: OidcClient };
  #over = false;
  #lanes: Promise<unknown> = Promise.resolve();

  private constructor(bench: OnceBench, person: Person, secret: OidcClient, key: OidcClient) {
    this.#bench = bench;
    this.#person = person;
    this.#clients = { secret, key };
  }

  static async of(bench: OnceBench, person: Person): Promise<Traffic> {
    const secret = await OidcClient.register(bench.issuer);
    const key = await OidcClient.register(bench.issuer, { authentication: 'private_key_jwt' });
    return new Traffic(bench, person, secret, key);
  }

  start(): void {
    this.#lanes = Promise.all([
      this.#redeem(false),
      this.#redeem(true),
      this.#redeem(true),
      this.#authenticate(false),
      this.#authenticate(true),
      this.#refresh(),
      this.#refresh(),
    ]);
  }

  async stop(): Promise<void> {
    this.#over = true;
    await this.#lanes;
  }

  /** Whether people sign in and clients authenticate, on every node. */
  async isServed(): Promise<boolean> {
    try {
      for (const _ of this.#bench.ports) {
        const { status } = await this.#bench.ask(await this.assertion());
        if (status !== 200) return false;
        await this.code();
      }
      return true;
    } catch {
      return false;
    }
  }

  async assertion(): Promise<RacedRequest> {
    const form = { ...assertionForm(await this.#clients.key.assertion()), token: 'x' };
    return { path: '/introspect', headers: { accept: 'application/json' }, form };
  }

  /** A code of a session of its own, so that no other's replay ends what it gives. */
  async code(): Promise<RacedRequest> {
    const { secret } = this.#clients;
    return silentCode(secret, await signedInBrowser(this.#bench, secret, this.#person));
  }

  #redeem(raced: boolean): Promise<void> {
    return this.#goOn(async () => {
      const { secret } = this.#clients;
      const browser = await signedInBrowser(this.#bench, secret, this.#person);
      return async () => {
        const request = await silentCode(secret, browser);
        this.codes.note(request, await this.#present(request, raced));
      };
    });
  }

  #authenticate(raced: boolean): Promise<void> {
    return this.#goOn(async () => async () => {
      const request = await this.assertion();
      this.assertions.note(request, await this.#present(request, raced));
    });
  }

  #refresh(): Promise<void> {
    return this.#goOn(async () => {
      const { secret } = this.#clients;
      let newest = await this.#bench.ask(await this.code());
      return async () => {
        const request = await refreshOf(secret, newest);
        const [answer = assert.fail()] = await this.#present(request, false);
        this.refreshes.note(request, [answer]);
        if (answer.status === 200) newest = answer;
        // The answer was lost, or the whole line of tokens: the client begins anew.
        else if (answer.status === 400) throw new Outage();
      };
    });
  }

  async #present(request: RacedRequest, raced: boolean): Promise<readonly RaceAnswer[]> {
    const sentAt = Date.now();
    const { racers } = this.#bench;
    const answers = raced ? await racers.race(request) : [await this.#bench.ask(request)];
    for (const { status, retryAfter } of answers) {
      const excused = status === 503 && retryAfter !== undefined && sentAt < this.recoveredAt;
      if (status === 503) this.refused += 1;
      if ((status >= 500 || status === 0) && !excused) this.#note(`${request.path} ${status}`);
    }
    return answers;
  }

  #note(what: string): void {
    this.wrong[what] = (this.wrong[what] ?? 0) + 1;
  }

  /** One round after another; what an outage broke begins anew. */
  async #goOn(begin: () => Promise<() => Promise<void>>): Promise<void> {
    while (!this.#over) {
      const begunAt = Date.now();
      try {
        const round = await begin();
        for (; !this.#over; await wait(PAUSE_MS)) await round();
      } catch (error) {
        const excused = begunAt < this.recoveredAt || error instanceof Outage;
        if (!excused) this.#note(String(error));
        await wait(PAUSE_MS);
      }
    }
  }
}

class Outage extends Error {}
