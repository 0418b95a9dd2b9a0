import { setTimeout as pause } from 'node:timers/promises';

import type { z } from 'zod';

import { StoreUnavailable } from '../../errors.ts';
import type { Signer } from '../../provider/signer.ts';
import { Connection } from './connection.ts';
import {
  changeSchema,
  publicKeysSchema,
  recordsSchema,
  signatureSchema,
  type Answer,
  type Wish,
} from './messages.ts';

const PATIENCE_MS = 3_000;
const RETRY_MS = 100;

/** The signer at a UNIX socket; connects when it is first asked. Undefined when there is no socket. */
export function openSigner(socketPath: string | undefined): Signer | undefined {
  if (socketPath === undefined) return undefined;
  const line = new SignerLine(socketPath);
  return {
    records: () => line.ask({ do: 'records' }, recordsSchema),
    publicKeys: () => line.ask({ do: 'public-keys' }, publicKeysSchema),
    async sign(kid, data) {
      const wish = { do: 'sign', kid, data: Buffer.from(data).toString('base64url') } as const;
      return Buffer.from(await line.ask(wish, signatureSchema), 'base64url');
    },
    rotate: (alg, leadMs) => line.askOnce({ do: 'rotate', alg, leadMs }, changeSchema),
    retire: (kid, leadMs) => line.askOnce({ do: 'retire', kid, leadMs }, changeSchema),
    withdraw: (kid) => line.askOnce({ do: 'withdraw', kid }, changeSchema),
    get available() {
      return line.isUp;
    },
    close: () => line.close(),
  };
}

/**
 * Questions to a signer that may come and go. `isUp` is what the last thing that happened says: whoever is asked to
 * begin something new looks at it, and whoever has begun waits a while for the signer to come back.
 */
class SignerLine {
  readonly #path: string;
  #connection: Promise<Connection> | undefined;
  #closed = false;
  isUp = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** For what may be asked again: tries anew until the time is over. */
  async ask<T>(wish: Wish, value: z.ZodType<T>): Promise<T> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return this.#take(await this.#once(wish, until - Date.now()), value);
      } catch (cause) {
        const over = Date.now() + RETRY_MS >= until || this.#closed;
        if (over || cause instanceof StoreUnavailable) throw unavailable(cause);
        await pause(RETRY_MS);
      }
    }
  }

  /** For what changes something: a question that was lost may have been heard. */
  async askOnce<T>(wish: Wish, value: z.ZodType<T>): Promise<T> {
    try {
      return this.#take(await this.#once(wish, PATIENCE_MS), value);
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  close(): void {
    this.#closed = true;
    void this.#connection?.then(
      (connection) => connection.close(),
      () => {},
    );
  }

  async #once(wish: Wish, patienceMs: number): Promise<Answer> {
    const connection = (this.#connection ??= Connection.open(this.#path, () => this.#lost()));
    try {
      const answer = await (await connection).ask(wish, patienceMs);
      this.isUp = true;
      return answer;
    } catch (error) {
      if (this.#connection === connection) this.#lost();
      throw error;
    }
  }

  #take<T>(answer: Answer, value: z.ZodType<T>): T {
    if ('value' in answer) return value.parse(answer.value);
    throw new StoreUnavailable(`the signer has ${answer.error}`);
  }

  #lost(): void {
    this.isUp = false;
    this.#connection = undefined;
  }
}

function unavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  return new StoreUnavailable('the signer does not answer', { cause });
}
