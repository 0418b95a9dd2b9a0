import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { CannotStart } from './errors.ts';
import type { Log } from './log.ts';
import { openChannel, type Channel } from './process-channel.ts';
import type { MetricsSnapshot } from './telemetry/registry.ts';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** Who lived so long did not die of how it was started. */
const SETTLED_MS = 30_000;
/** A worker that is stuck must not take the metrics of the others with it. */
const SNAPSHOT_PATIENCE_MS = 1_000;

const snapshotSchema = z.array(z.looseObject({}));

export interface CrewOptions {
  readonly count: number;
  readonly log: Log;
  /** For workers that are asked for the metrics of all. */
  readonly metricsText: () => Promise<string>;
}

/** The processes of one node that serve, and who replaces them. */
export interface Crew {
  /**
   * Resolves when all listen, or when `end` came first; the first one sees to the sandbox's people before the others
   * start. Rejects with `CannotStart`.
   */
  start(): Promise<void>;
  snapshots(): Promise<readonly MetricsSnapshot[]>;
  /** Lets each end as it does at SIGTERM; rejects when one of them did not end well. */
  end(): Promise<void>;
}

interface Member {
  readonly worker: Worker;
  readonly channel: Channel;
  /** What it ended with: a code, or the name of a signal. */
  readonly ended: Promise<string>;
  /** Whether it has said so, and with that ends as it should when it is told to. */
  isUp(): boolean;
}

export function createCrew({ count, log, metricsText }: CrewOptions): Crew {
  const members = new Map<number, Member>();
  const slots = Array.from({ length: count }, (_, index) => index + 1);
  const ending = new AbortController();
  const keeping: Promise<void>[] = [];

  const hire = (slot: number, seeds = false) => {
    const { member, up } = fork(slot, seeds, metricsText);
    members.set(slot, member);
    return up;
  };

  /** As long as the node lives: whoever ends is replaced, ever later when nobody lasts. */
  const keep = async (slot: number) => {
    let failures = 0;
    while (!ending.signal.aborted) {
      const since = performance.now();
      const code = await members.get(slot)?.ended;
      if (ending.signal.aborted) return;
      failures = performance.now() - since < SETTLED_MS ? failures + 1 : 0;
      log.error('worker.ended', { worker: slot, code, count: failures });
      const pause = Math.min(SHORTEST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      await delay(pause, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      await hire(slot).then(
        () => log.info('worker.replaced', { worker: slot }),
        (error: unknown) => {
          if (!ending.signal.aborted) complain(slot, error);
        },
      );
    }
  };

  return {
    async start() {
      const [first = 1, ...others] = slots;
      try {
        await hire(first, true);
        if (ending.signal.aborted) return;
        await Promise.all(others.map((slot) => hire(slot)));
      } catch (error) {
        // Who was told to end before it was up has not failed.
        if (ending.signal.aborted) return;
        throw error;
      }
      keeping.push(...slots.map(keep));
    },
    async snapshots() {
      const asked = [...members.values()].map(async ({ channel }) => {
        const told = await channel.ask('snapshot', undefined, SNAPSHOT_PATIENCE_MS);
        return snapshotSchema.parse(told);
      });
      const told = await Promise.allSettled(asked);
      return told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    },
    async end() {
      ending.abort();
      const endedWell = await Promise.all([...members.values()].map(dismiss));
      await Promise.all(keeping);
      if (endedWell.includes(false)) throw new Error('a worker did not end well');
    },
  };
}

function fork(slot: number, seeds: boolean, metricsText: () => Promise<string>) {
  const args = ['--worker', String(slot), ...(seeds ? ['--seeds'] : [])];
  cluster.setupPrimary({ exec: PROGRAM, args });
  const worker = cluster.fork();
  const up = Promise.withResolvers<void>();
  let isUp = false;
  const channel = openChannel(worker, {
    up() {
      isUp = true;
      up.resolve();
    },
    cannot_start: (message) => up.reject(new CannotStart(String(message))),
    metrics: metricsText,
  });
  const ended = new Promise<string>((resolve) => {
    worker.once('exit', (code, signal) => {
      // Node says 0 for a code when there is none.
      const how = signal || String(code);
      up.reject(new CannotStart(`worker ${slot} ended with ${how} before it was up`));
      resolve(how);
    });
  });
  return { member: { worker, channel, ended, isUp: () => isUp }, up: up.promise };
}

function complain(slot: number, error: unknown): void {
  const reason = error instanceof CannotStart ? error.message : 'cannot start';
  process.stderr.write(`senid: worker ${slot}: ${reason}\n`);
}

/** Whether it ended well: one that still starts is ended by the signal itself, and has nothing to finish. */
async function dismiss({ worker, ended, isUp }: Member): Promise<boolean> {
  if (!worker.isDead()) worker.process.kill('SIGTERM');
  const how = await ended;
  return how === '0' || (how === 'SIGTERM' && !isUp());
}
