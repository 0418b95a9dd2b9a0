import type { Clock } from '../../clock.ts';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 30_000;
const MOST_CIRCUITS = 1_000;

interface Circuit {
  failures: number;
  /** Epoch ms; nobody is let through before, and then one at a time. */
  shutUntil: number;
}

/** By name; the longest untouched one is forgotten when there are too many. */
export interface CircuitBreaker {
  /** False while it is open; the first one after that is the probe, and everybody else waits for how it goes. */
  mayPass(name: string): boolean;
  succeeded(name: string): void;
  failed(name: string): void;
}

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  const circuits = new Map<string, Circuit>();
  return {
    mayPass(name) {
      const circuit = circuits.get(name);
      if (circuit === undefined || circuit.failures < FAILURES_TO_OPEN) return true;
      if (circuit.shutUntil > clock()) return false;
      circuit.shutUntil = clock() + OPEN_MS;
      return true;
    },
    succeeded(name) {
      circuits.delete(name);
    },
    failed(name) {
      const failures = (circuits.get(name)?.failures ?? 0) + 1;
      circuits.delete(name);
      const [oldest] = circuits.keys();
      if (circuits.size >= MOST_CIRCUITS && oldest !== undefined) circuits.delete(oldest);
      circuits.set(name, { failures, shutUntil: clock() + OPEN_MS });
    },
  };
}
