import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { openRedisProtocol } from '../../adapters/redis/open-protocol.ts';
import type { OpenProtocol } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { StoreUnavailable } from '../../errors.ts';
import { freshKeep } from './register-keep.ts';

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 20;
const PROMPT_MS = 1_000;

/** The stores at `url`, under secrets of their own unless some are given. */
export function openFreshProtocol(url: string, keep = freshKeep()): Promise<OpenProtocol> {
  return openRedisProtocol(url, { ...keep, clock: systemClock });
}

/** Refused as a store that does not answer, before anybody has waited for long. */
export async function assertUnavailable(asked: () => Promise<unknown>): Promise<void> {
  assert.ok(await isUnavailable(asked), 'it was answered');
}

/** Whether it is refused as a store that does not answer. Either way before anybody has waited for long. */
export async function isUnavailable(asked: () => Promise<unknown>): Promise<boolean> {
  const start = performance.now();
  const error = await asked().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const took = performance.now() - start;
  assert.ok(took < PROMPT_MS, `it took ${took} ms to say so`);
  if (error !== undefined) assert.ok(error instanceof StoreUnavailable, String(error));
  return error !== undefined;
}

/** What `ask` resolves with, as soon as it does: it comes back by itself. */
export async function onceBack<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      assert.ok(error instanceof StoreUnavailable, String(error));
      if (performance.now() > deadline) throw error;
    }
    await delay(LOOK_AGAIN_MS);
  }
}

/** Resolves when `holds` does. */
export async function eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, `in vain: ${what}`);
    await delay(LOOK_AGAIN_MS);
  }
}

/** Fails a test of the surrounding suite that leaves a rejection unhandled: outside of tests that ends the process. */
export function refuseUnhandledRejections(): void {
  const unhandled: unknown[] = [];
  const collect = (reason: unknown) => void unhandled.push(reason);
  before(() => void process.on('unhandledRejection', collect));
  afterEach(() => assert.deepEqual(unhandled, []));
  after(() => void process.off('unhandledRejection', collect));
}
