import type { Clock } from '../../clock.ts';
import { EgressFailed, type EgressReason } from '../../errors.ts';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts';
import { destinationOf, type DestinationRules } from './destination.ts';
import { exchange, type ExchangeOptions, type Incoming, type Outgoing } from './exchange.ts';
import { resolveLocally, resolvePublicly, type Resolve } from './resolve.ts';

const TOTAL_MS = 5_000;

/** How a request ended, for whoever counts. */
export type EgressOutcome = 'answered' | EgressReason;

export interface EgressOptions {
  readonly clock: Clock;
  /** By origin, as `http://localhost:3001`; those of a sandbox only. */
  readonly allowedOrigins: readonly string[];
  readonly onOutcome?: (outcome: EgressOutcome) => void;
  /** For tests: what a name resolves to, and whom to trust. */
  readonly resolve?: Resolve;
  readonly ca?: string;
}

/**
 * The one door for everything SenID asks of others (docs/adr/0024). Behaves as `fetch` with `redirect: 'manual'`, for
 * bodies that are text; the whole answer is read before it resolves. Rejects with `EgressFailed`, whose message is always
 * the same: its `reason` is for our own log.
 */
export function createEgress(options: EgressOptions): typeof globalThis.fetch {
  const { clock, resolve, onOutcome = () => {} } = options;
  const breaker = createCircuitBreaker(clock);
  const rules: DestinationRules = {
    allowedOrigins: new Set(options.allowedOrigins),
    resolvePublicly: resolve ?? resolvePublicly,
    resolveLocally: resolve ?? resolveLocally,
  };
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    const limit = AbortSignal.timeout(TOTAL_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
    try {
      const outgoing = outgoingOf(init);
      const answer = await through(address, outgoing, { rules, breaker, signal, ca: options.ca });
      onOutcome('answered');
      return responseOf(answer);
    } catch (error) {
      const failure =
        error instanceof EgressFailed ? error : new EgressFailed('refused', { cause: error });
      onOutcome(failure.reason);
      throw failure;
    }
  };
}

interface Passage extends Pick<ExchangeOptions, 'signal' | 'ca'> {
  readonly rules: DestinationRules;
  readonly breaker: CircuitBreaker;
}

async function through(
  address: string,
  outgoing: Outgoing,
  { rules, breaker, signal, ca }: Passage,
): Promise<Incoming> {
  const destination = await within(signal, destinationOf(address, rules, signal));
  const { origin, href } = destination.url;
  if (!breaker.mayPass(origin) || !breaker.mayPass(href)) throw new EgressFailed('circuit_open');
  let connected = false;
  const onConnected = () => {
    connected = true;
    breaker.succeeded(origin);
  };
  try {
    const answer = await exchange(destination, outgoing, { signal, ca, onConnected });
    breaker.succeeded(href);
    return answer;
  } catch (error) {
    // Who may register an address of somebody else's host can make that address fail, and not the host.
    breaker.failed(connected ? href : origin);
    throw error;
  }
}

async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const stop = () => late.reject(new EgressFailed('timed_out'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function outgoingOf({ method = 'GET', headers, body }: RequestInit): Outgoing {
  const own = new Headers(headers);
  if (body === undefined || body === null) return { method, headers: own, body: undefined };
  if (typeof body !== 'string' && !(body instanceof URLSearchParams)) {
    throw new TypeError('only text is sent');
  }
  const form = 'application/x-www-form-urlencoded;charset=UTF-8';
  if (typeof body !== 'string' && !own.has('content-type')) own.set('content-type', form);
  return { method, headers: own, body: Buffer.from(String(body)) };
}

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf({ status, headers, body }: Incoming): Response {
  if (status < 200 || status > 599) throw new EgressFailed('refused_answer');
  return new Response(WITHOUT_BODY.has(status) ? null : new Uint8Array(body), { status, headers });
}
