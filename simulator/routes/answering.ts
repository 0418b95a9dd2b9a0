import { setTimeout as delay } from 'node:timers/promises';

import type { Context } from 'koa';
import type { z } from 'zod';

import type { Faults, Trouble } from '../faults.ts';
import type { System } from '../people/magic.ts';
import { readJson } from './read-json.ts';

/** An answer to a system's question, or what is wrong with the question. */
export interface Answer {
  readonly status?: number;
  readonly body: object;
}

export interface Question<Schema extends z.ZodType> {
  readonly system: System;
  readonly schema: Schema;
  /** Whom faults and magic numbers are about. */
  readonly numberOf: (asked: z.output<Schema>) => string | undefined;
  /** What a magic number makes go wrong, beside the faults somebody has switched on. */
  readonly trouble?: (asked: z.output<Schema>) => Trouble | undefined;
  readonly answer: (asked: z.output<Schema>) => Answer;
}

/** Reads, goes wrong where it shall, answers. */
export async function answerTo<Schema extends z.ZodType>(
  ctx: Context,
  faults: Faults,
  { system, schema, numberOf, trouble, answer }: Question<Schema>,
): Promise<void> {
  const asked = await readJson(ctx, schema);
  const struck = faults.strike(system, numberOf(asked)) ?? trouble?.(asked);
  if (struck !== undefined && !(await goesOn(ctx, struck, () => answer(asked)))) return;
  const { status = 200, body } = answer(asked);
  ctx.status = status;
  ctx.body = body;
}

/** False when there is nothing more to answer. */
async function goesOn(
  ctx: Context,
  { kind, delayMs }: Trouble,
  apply: () => void,
): Promise<boolean> {
  switch (kind) {
    case 'down':
      breakOff(ctx);
      return false;
    case 'error':
      ctx.status = 503;
      ctx.body = { error: 'unavailable' };
      return false;
    case 'lost_answer':
      apply();
      breakOff(ctx);
      return false;
    case 'nonsense':
      apply();
      ctx.body = NONSENSE;
      return false;
    case 'slow':
      await delay(delayMs);
      return true;
    default:
      return kind satisfies never;
  }
}

/** Looks like an answer at first sight. */
const NONSENSE = { result: 'found', record: { number: 42, name: ['?'], sex: 'yes' }, events: {} };

/** The other side sees the connection end without an answer. */
function breakOff(ctx: Context): void {
  ctx.respond = false;
  ctx.req.socket.destroy();
}
