import type { EphemeralKind, EphemeralStore, Versioned } from '../../accounts/ephemeral-store.ts';
import type { Clock } from '../../clock.ts';
import { expiryAfter, timeToLive } from '../expiry.ts';
import type { Sealer } from '../sealing.ts';
import { ephemeralScripts as scripts, VERSION_LENGTH } from './ephemeral-scripts.ts';
import { keyAt, type Location, type Locations } from './keys.ts';
import type { RedisCommands } from './redis-commands.ts';

interface EphemeralContext {
  readonly commands: RedisCommands;
  readonly locations: Locations;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export class RedisEphemeralStore implements EphemeralStore {
  readonly #context: EphemeralContext;

  constructor(context: EphemeralContext) {
    this.#context = context;
  }

  async put(kind: EphemeralKind, key: string, value: unknown, ttlSeconds: number): Promise<void> {
    const at = this.#at(kind, key);
    const args = [this.#seal(value, at), timeToLive(ttlSeconds)];
    await this.#context.commands.run(scripts.put, [keyAt('ephemeral', at)], args);
  }

  async get(kind: EphemeralKind, key: string): Promise<Versioned | undefined> {
    const at = this.#at(kind, key);
    return this.#open(await this.#context.commands.send('get', keyAt('ephemeral', at)), at);
  }

  async compareAndPut(
    kind: EphemeralKind,
    key: string,
    value: unknown,
    expectedVersion: number,
    ttlSeconds: number,
  ): Promise<boolean> {
    const at = this.#at(kind, key);
    const args = [this.#seal(value, at), timeToLive(ttlSeconds), expectedVersion];
    const keys = [keyAt('ephemeral', at)];
    return (await this.#context.commands.run(scripts.compareAndPut, keys, args)) === 1;
  }

  async take(kind: EphemeralKind, key: string): Promise<unknown> {
    const at = this.#at(kind, key);
    const keys = [keyAt('ephemeral', at)];
    return this.#open(await this.#context.commands.runDecision(scripts.take, keys, []), at)?.value;
  }

  async remove(kind: EphemeralKind, key: string): Promise<void> {
    const at = this.#at(kind, key);
    const keys = [keyAt('ephemeral', at), keyAt('counter', at)];
    await this.#context.commands.run(scripts.remove, keys, []);
  }

  async increment(
    kind: EphemeralKind,
    key: string,
    windowSeconds: number,
  ): Promise<{ count: number; resetsAt: number }> {
    const { commands, clock } = this.#context;
    const keys = [keyAt('counter', this.#at(kind, key))];
    const args = [timeToLive(windowSeconds), expiryAfter(clock(), windowSeconds)];
    const [count, resetsAt] = (await commands.run(scripts.increment, keys, args)) as unknown[];
    return { count: Number(count), resetsAt: Number(resetsAt) };
  }

  async decrement(kind: EphemeralKind, key: string): Promise<void> {
    const keys = [keyAt('counter', this.#at(kind, key))];
    await this.#context.commands.run(scripts.decrement, keys, []);
  }

  #at(kind: EphemeralKind, key: string): Location {
    return this.#context.locations.of(`ephemeral ${kind}`, key);
  }

  #seal(value: unknown, at: Location): string {
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined) throw new TypeError('an ephemeral value must be plain JSON');
    return this.#context.sealer.seal(json, sealingContext(at));
  }

  #open(record: unknown, at: Location): Versioned | undefined {
    if (typeof record !== 'string' || record.length <= VERSION_LENGTH) return undefined;
    const sealed = record.slice(VERSION_LENGTH);
    const value: unknown = JSON.parse(this.#context.sealer.open(sealed, sealingContext(at)));
    return { value, version: Number(record.slice(0, VERSION_LENGTH)) };
  }
}

function sealingContext(at: Location): string {
  return `ephemerals/value/${at}`;
}
