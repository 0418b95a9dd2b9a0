import { setTimeout as delay } from 'node:timers/promises';

import { logIn, NO_PAGES } from './journey.ts';
import { onConnections } from './on-connections.ts';
import { residentMib } from './process-meter.ts';
import type { RunningContestant } from './senid-contestant.ts';

export interface MemoryPoint {
  /** Kept in the store at this moment. */
  readonly sessions: number;
  /** Of them, logged in with since the point before. */
  readonly used: number;
  readonly residentMib: number;
  /** Live objects, after a collection of garbage. */
  readonly heapMib: number;
}

/** A fresh server, the same number of logins before each reading, and ever more sessions they are spread over. */
const LOGINS_AT_MOST = 10_000;
const SETTLE_MS = 2_000;

export async function measureMemory(
  senid: RunningContestant,
  steps: readonly number[],
): Promise<MemoryPoint[]> {
  await delay(SETTLE_MS);
  const points = [await readMemory(senid, 0, 0)];
  let sessions = 0;
  for (const step of steps) {
    const added = await senid.signedIn(step - sessions);
    sessions = step;
    const every = Math.max(1, Math.floor(added.length / LOGINS_AT_MOST));
    const used = added.filter((_, index) => index % every === 0);
    await onConnections(senid.issuer, used, (connection, visitor) =>
      logIn(senid, connection, visitor, { pages: NO_PAGES }),
    );
    await delay(SETTLE_MS);
    points.push(await readMemory(senid, sessions, used.length));
  }
  return points;
}

async function readMemory(
  { process, pid }: RunningContestant,
  sessions: number,
  used: number,
): Promise<MemoryPoint> {
  const resident = residentMib(pid);
  const { heapMib = Number.NaN } = await process.ask({ kind: 'memory' });
  return { sessions, used, residentMib: resident, heapMib };
}
