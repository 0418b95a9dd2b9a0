import { setImmediate as nextTurn } from 'node:timers/promises';

import { StoreUnavailable } from '../../errors.ts';
import type { RedisClient } from './redis-client.ts';
import type { RedisConnection } from './redis-connection.ts';
import { hasForgottenScript, translateRedisError } from './redis-errors.ts';
import type { Script } from './script.ts';

/** Whoever waits longer has given up, or should. */
const PATIENCE_MS = 600;
/** Of that, what a replica may take. */
const REPLICA_PATIENCE_MS = 300;

type Argument = string | number;
type Command = readonly [name: string, ...args: Argument[]];

interface RedisCommandsOptions {
  readonly main: RedisConnection;
  /** For decisions: where replicas are waited for, what comes behind on the same connection is held up. */
  readonly deciding: RedisConnection;
  /** 0: a decision stands as soon as the master has it. */
  readonly replicasToWaitFor: number;
}

/** Sends commands. Whatever it is asked rejects with `StoreUnavailable` within a second, or has an answer. */
export class RedisCommands {
  readonly #options: RedisCommandsOptions;
  #pending = 0;

  constructor(options: RedisCommandsOptions) {
    this.#options = options;
  }

  send(...command: Command): Promise<unknown> {
    const { main } = this.#options;
    return this.#answered(main, () => sendOne(main.client, command));
  }

  run(script: Script, keys: readonly string[], args: readonly Argument[]): Promise<unknown> {
    return known(script, keys, args, (command) => this.send(...command));
  }

  /** As `send`, for what must not be decided a second time by a replica that has not heard of it. */
  decide(...command: Command): Promise<unknown> {
    const { deciding, replicasToWaitFor } = this.#options;
    return this.#answered(deciding, () =>
      replicasToWaitFor === 0
        ? sendOne(deciding.client, command)
        : sendAndWait(deciding.client, command, replicasToWaitFor),
    );
  }

  /** As `run`, for what must not be decided a second time by a replica that has not heard of it. */
  runDecision(script: Script, keys: readonly string[], args: readonly Argument[]) {
    return known(script, keys, args, (command) => this.decide(...command));
  }

  /** Every server that is written to answers now. */
  async ping(): Promise<void> {
    const { main } = this.#options;
    await this.#answered(main, () => main.everyMaster((server) => server.ping()));
  }

  /** Asked and not answered. */
  get waiting(): number {
    return this.#pending;
  }

  /** Resolves when everything asked for before has its answer, further steps of it included. */
  async settled(): Promise<void> {
    do await nextTurn();
    while (this.#pending > 0);
  }

  async #answered<T>(connection: RedisConnection, ask: () => Promise<T>): Promise<T> {
    if (!connection.isReady) throw new StoreUnavailable('the store is not connected');
    this.#pending += 1;
    try {
      return await withPatience(ask());
    } catch (error) {
      throw translateRedisError(error);
    } finally {
      this.#pending -= 1;
    }
  }
}

/** A server that has started, been promoted or been told to forget gets the whole script, once. */
async function known(
  { lua, sha }: Script,
  keys: readonly string[],
  args: readonly Argument[],
  send: (command: Command) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await send(['evalsha', sha, keys.length, ...keys, ...args]);
  } catch (error) {
    if (!hasForgottenScript(error)) throw error;
    return send(['eval', lua, keys.length, ...keys, ...args]);
  }
}

function sendOne(client: RedisClient, [name, ...args]: Command): Promise<unknown> {
  // Clients for one server and for a Cluster have the same overloads, which their union hides.
  const { call } = client as { call(name: string, args: Argument[]): Promise<unknown> };
  return call.call(client, name, args);
}

async function sendAndWait(client: RedisClient, command: Command, replicas: number) {
  const batch = [[...command], ['wait', replicas, REPLICA_PATIENCE_MS]];
  const [answer, reached] = (await client.pipeline(batch).exec()) ?? [];
  for (const [error] of [answer ?? [], reached ?? []]) if (error) throw error;
  if (Number(reached?.[1]) < replicas) {
    throw new StoreUnavailable(`fewer than ${replicas} replicas have heard of a decision`);
  }
  return answer?.[1];
}

/** After a turn that took long, timers come before the answers that have arrived meanwhile: those are let in first. */
function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => setImmediate(() => reject(new StoreUnavailable('the store does not answer in time'))),
      PATIENCE_MS,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
