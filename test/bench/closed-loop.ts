import { setTimeout as delay } from 'node:timers/promises';

import { HttpConnection } from './http-connection.ts';
import type { Contestant, Journey } from './journey.ts';
import { cpuMs } from './process-meter.ts';

/** A process whose CPU time is counted. */
export interface Metered {
  readonly name: string;
  readonly pid: number;
}

export interface LoopOptions {
  readonly connections: number;
  /** Runs before the counting begins, at least until each connection is in a journey of its own. */
  readonly rampMs: number;
  /** Counts for so long, and until there are enough journeys to count. */
  readonly windowMs: number;
  readonly leastJourneys: number;
  /** Besides the server itself: the stores. */
  readonly metered: readonly Metered[];
}

/** What one round showed. */
export interface Sample {
  readonly journeys: number;
  readonly requests: number;
  readonly wallMs: number;
  readonly serverCpuMs: number;
  readonly storeCpuMs: Readonly<Record<string, number>>;
  readonly loadCpuMs: number;
  /** Of each journey, in ms. */
  readonly latencies: readonly number[];
}

/** Each connection starts its next journey when the last one has ended. Rejects with the first journey that failed. */
export async function runLoop(
  contestant: Contestant,
  journey: Journey,
  tickets: unknown[],
  options: LoopOptions,
): Promise<Sample> {
  const loop = new Loop(contestant, journey, tickets, options);
  return loop.run();
}

class Loop {
  readonly #contestant: Contestant;
  readonly #journey: Journey;
  readonly #tickets: unknown[];
  readonly #options: LoopOptions;
  #phase: 'ramp' | 'window' | 'over' = 'ramp';
  #finished = 0;
  #requests = 0;
  readonly #latencies: number[] = [];
  readonly #ranOut = Promise.withResolvers<void>();

  constructor(contestant: Contestant, journey: Journey, tickets: unknown[], options: LoopOptions) {
    this.#contestant = contestant;
    this.#journey = journey;
    this.#tickets = tickets;
    this.#options = options;
  }

  async run(): Promise<Sample> {
    const { connections, rampMs, windowMs, leastJourneys } = this.#options;
    const { issuer } = this.#contestant;
    const lines = await Promise.all(
      Array.from({ length: connections }, () => HttpConnection.open(issuer)),
    );
    try {
      const workers = Promise.all(lines.map((line) => this.#work(line)));
      // A failure ends the run here and not in the middle of nowhere.
      workers.catch(() => {});
      await Promise.race([this.#until(rampMs, connections), this.#ranOut.promise, workers]);
      const before = this.#read();
      this.#phase = 'window';
      await Promise.race([this.#until(windowMs, leastJourneys), this.#ranOut.promise, workers]);
      const after = this.#read();
      this.#phase = 'over';
      await workers;
      if (this.#latencies.length === 0) throw new Error(`${this.#journey.name}: nothing measured`);
      return { ...difference(before, after), latencies: this.#latencies };
    } finally {
      for (const line of lines) line.close();
    }
  }

  async #work(line: HttpConnection): Promise<void> {
    while (this.#phase !== 'over') {
      const ticket = this.#tickets.shift();
      if (ticket === undefined) return this.#ranOut.resolve();
      const [start, requests] = [performance.now(), line.requests];
      const next = await this.#journey.walk(this.#contestant, line, ticket);
      this.#finished += 1;
      if (this.#phase === 'window') {
        this.#latencies.push(performance.now() - start);
        this.#requests += line.requests - requests;
      }
      if (this.#journey.reusable) this.#tickets.push(next);
    }
  }

  /** Slow journeys need longer than the clock says. */
  async #until(milliseconds: number, journeys: number): Promise<void> {
    const enough = this.#finished + journeys;
    // Whoever ran out of work before is not kept waiting.
    await delay(milliseconds, undefined, { ref: false });
    while (this.#phase !== 'over' && this.#finished < enough) await delay(10);
  }

  #read(): Reading {
    const { user, system } = process.cpuUsage();
    return {
      journeys: this.#latencies.length,
      requests: this.#requests,
      wallMs: performance.now(),
      serverCpuMs: cpuMs(this.#contestant.pid),
      storeCpuMs: this.#options.metered.map(({ name, pid }) => [name, cpuMs(pid)]),
      loadCpuMs: (user + system) / 1000,
    };
  }
}

interface Reading extends Omit<Sample, 'storeCpuMs' | 'latencies'> {
  readonly storeCpuMs: readonly (readonly [string, number])[];
}

function difference(before: Reading, after: Reading): Omit<Sample, 'latencies'> {
  const spent = after.storeCpuMs.map(
    ([name, ms], index) => [name, ms - (before.storeCpuMs[index]?.[1] ?? 0)] as const,
  );
  return {
    journeys: after.journeys - before.journeys,
    requests: after.requests - before.requests,
    wallMs: after.wallMs - before.wallMs,
    serverCpuMs: after.serverCpuMs - before.serverCpuMs,
    storeCpuMs: Object.fromEntries(spent),
    loadCpuMs: after.loadCpuMs - before.loadCpuMs,
  };
}
