import { setTimeout as delay } from 'node:timers/promises';

import { Cluster, type Redis } from 'ioredis';

import { createClient, type RedisClient } from './redis-client.ts';
import { reasonOf } from './redis-errors.ts';
import type { RedisPlace } from './redis-url.ts';

const START_PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 10;

/** Connects from the start and goes on connecting, whatever happens; none of that is thrown or ends the process. */
export class RedisConnection {
  readonly client: RedisClient;
  #trouble = 'no answer';

  constructor(place: RedisPlace) {
    this.client = createClient(place);
    for (const event of ['error', 'node error', 'sentinelError']) {
      this.client.on(event, (error: unknown) => {
        this.#trouble = reasonOf(error);
      });
    }
    this.client.connect().catch(() => {});
  }

  get isReady(): boolean {
    return this.client.status === 'ready';
  }

  /** Resolves when commands are answered. Rejects, with the last trouble there was, when patience runs out. */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_PATIENCE_MS;
    while (!this.isReady) {
      if (performance.now() > deadline) throw new Error(this.#trouble);
      await delay(LOOK_AGAIN_MS);
    }
  }

  /** Asks each server that is written to. */
  everyMaster<T>(ask: (server: Redis) => Promise<T>): Promise<T[]> {
    const { client } = this;
    return Promise.all((client instanceof Cluster ? client.nodes('master') : [client]).map(ask));
  }

  /** At once; what is under way fails. Twice is fine. */
  close(): void {
    this.client.disconnect();
  }
}
