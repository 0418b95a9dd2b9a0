import { setTimeout as delay } from 'node:timers/promises';

import type { z } from 'zod';

import type { Clock } from '../../clock.ts';
import { EgressFailed } from '../../errors.ts';
import { createCircuitBreaker } from '../egress/circuit-breaker.ts';
import { destinationOf } from '../egress/destination.ts';
import { exchange, type Incoming } from '../egress/exchange.ts';
import { resolveLocally } from '../egress/resolve.ts';
import type { OutsideOutcome, OutsideSystemName } from './names.ts';

export type OutsideAnswer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  /** It understood, and will not (4xx): asking again changes nothing. */
  | { readonly kind: 'refused'; readonly status: number }
  | {
      readonly kind: 'unknown';
      readonly reason: 'timed_out' | 'unreachable' | 'nonsense' | 'circuit_open';
    };

/** One system of somebody else's that an operator has named. */
export interface OutsideSystem {
  /**
   * Posts JSON and reads JSON. Only for questions that may be asked twice: whoever does not answer is asked again.
   * What is asked about stands in the body, never in the address: proxies keep addresses.
   */
  ask<Schema extends z.ZodType>(
    path: string,
    body: object,
    schema: Schema,
  ): Promise<OutsideAnswer<z.output<Schema>>>;
}

export interface Patience {
  /** For one attempt, and for all together with the pauses between them. */
  readonly attemptMs: number;
  readonly totalMs: number;
  readonly attempts: number;
}

export interface OutsideSystemOptions {
  readonly name: OutsideSystemName;
  /** Without a slash at its end; may have a path. */
  readonly base: string;
  readonly patience: Patience;
  readonly clock: Clock;
  /** Read anew for each request, so that it can be renewed. */
  readonly token?: (() => string) | undefined;
  readonly onOutcome?: ((system: OutsideSystemName, outcome: OutsideOutcome) => void) | undefined;
  /** Certificates to trust beside those of the runtime; for tests. */
  readonly ca?: string | undefined;
}

const SHORTEST_PAUSE_MS = 100;

export function openOutsideSystem(options: OutsideSystemOptions): OutsideSystem {
  const { name, clock, patience, onOutcome = () => {} } = options;
  const breaker = createCircuitBreaker(clock);
  return {
    async ask(path, body, schema) {
      if (!breaker.mayPass(name)) {
        onOutcome(name, 'circuit_open');
        return { kind: 'unknown', reason: 'circuit_open' };
      }
      const limit = AbortSignal.timeout(patience.totalMs);
      const answer = await askPatiently(options, { path, body, limit });
      // One answer that makes no sense is about one person; a system that gives none is closed to everybody.
      if (answer.kind === 'unknown') breaker.failed(name);
      else breaker.succeeded(name);
      const read = answer.kind === 'answered' ? parsed(answer.value, schema) : answer;
      onOutcome(name, read.kind === 'unknown' ? read.reason : read.kind);
      return read;
    },
  };
}

interface Question {
  readonly path: string;
  readonly body: object;
  readonly limit: AbortSignal;
}

async function askPatiently(
  options: OutsideSystemOptions,
  question: Question,
): Promise<OutsideAnswer<string>> {
  let answer = await askOnce(options, question);
  for (let attempt = 1; attempt < options.patience.attempts; attempt += 1) {
    if (answer.kind !== 'unknown' || question.limit.aborted) break;
    // Half of it up to chance, so that those who were cut off together do not come back together.
    const pause = SHORTEST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random() / 2);
    await delay(pause, undefined, { signal: question.limit }).catch(() => {});
    if (question.limit.aborted) break;
    answer = await askOnce(options, question);
  }
  return answer;
}

async function askOnce(
  { base, patience, token, ca }: OutsideSystemOptions,
  { path, body, limit }: Question,
): Promise<OutsideAnswer<string>> {
  const signal = AbortSignal.any([limit, AbortSignal.timeout(patience.attemptMs)]);
  try {
    const url = `${base}${path}`;
    const rules = { allowedOrigins: new Set([new URL(url).origin]), ...LOCALLY };
    const destination = await destinationOf(url, rules, signal);
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    if (token !== undefined) headers.set('authorization', `Bearer ${token()}`);
    const outgoing = { method: 'POST', headers, body: Buffer.from(JSON.stringify(body)) };
    return judged(await exchange(destination, outgoing, { signal, ca, onConnected() {} }));
  } catch (error) {
    if (!(error instanceof EgressFailed)) throw error;
    if (error.reason === 'refused_answer') return { kind: 'answered', value: '' };
    return { kind: 'unknown', reason: signal.aborted ? 'timed_out' : 'unreachable' };
  }
}

/** An operator has named the address: it may be private, and its name is looked up as this machine does. */
const LOCALLY = { resolveLocally, resolvePublicly: resolveLocally };

/** Redirects are followed nowhere: whoever sends one has not answered. */
function judged({ status, body }: Incoming): OutsideAnswer<string> {
  if (status >= 200 && status < 300) return { kind: 'answered', value: body.toString('utf8') };
  if (status === 429 || status >= 500) return { kind: 'unknown', reason: 'unreachable' };
  if (status >= 400) return { kind: 'refused', status };
  return { kind: 'answered', value: '' };
}

function parsed<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): OutsideAnswer<z.output<Schema>> {
  const read = schema.safeParse(json(text));
  return read.success
    ? { kind: 'answered', value: read.data }
    : { kind: 'unknown', reason: 'nonsense' };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
