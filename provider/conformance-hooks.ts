import { setTimeout as delay } from 'node:timers/promises';

import type { Context, Middleware } from 'koa';

import { StoreUnavailable } from '../errors.ts';
import type { KeyKeeper } from './key-keeper.ts';
import type { SigningKeys } from './key-watch.ts';
import { SIGNING_ALGORITHMS } from './keys.ts';

const ROTATE_KEYS_PATH = '/conformance/rotate-keys';

export interface ConformanceHooks {
  readonly keeper: Pick<KeyKeeper, 'rotate'>;
  readonly keys: Pick<SigningKeys, 'records'>;
}

/**
 * What the conformance suite needs somebody to do, at addresses that exist in the conformance profile alone:
 * `POST /conformance/rotate-keys` → `{ "rotated": ["kid", …] }`, once they are published.
 */
export function conformanceHooks(hooks: ConformanceHooks): Middleware {
  return async (ctx, next) => {
    if (ctx.path === ROTATE_KEYS_PATH && ctx.method === 'POST') return rotateKeys(ctx, hooks);
    await next();
  };
}

const PUBLISHED_WITHIN_MS = 10_000;
const PAUSE_MS = 100;

/** With no lead at all: whoever reads `/jwks` after the answer finds the new keys and the old ones. */
async function rotateKeys(ctx: Context, { keeper, keys }: ConformanceHooks): Promise<void> {
  const rotated: string[] = [];
  for (const alg of SIGNING_ALGORITHMS) {
    const change = await keeper.rotate(alg, 0);
    if (change.kind === 'made' || change.kind === 'waiting') rotated.push(change.key.kid);
  }
  const isPublished = (kid: string) => keys.records.some((record) => record.kid === kid);
  const deadline = Date.now() + PUBLISHED_WITHIN_MS;
  while (!rotated.every(isPublished)) {
    if (Date.now() > deadline) throw new StoreUnavailable('the new keys are not published');
    await delay(PAUSE_MS);
  }
  ctx.set('Cache-Control', 'no-store');
  ctx.body = { rotated };
}
