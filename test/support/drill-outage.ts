import { setTimeout as delay } from 'node:timers/promises';

import type { DrillWorld } from './drill-journeys.ts';
import { recoveredAt } from './drill-probes.ts';
import type { DrillRecord, Trouble } from './drill-record.ts';
import type { DrillStage } from './drill-stage.ts';
import type { Wire } from './drill-wire.ts';
import type { Person } from './session-people.ts';

/** So long nothing goes wrong any more before an outage is said to be over; or said not to have been. */
const QUIET_MS = 3_000;
const CALM_MS = 1_500;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 40_000;

export interface Fault {
  readonly title: string;
  /** Errors may be seen until everything is well again; otherwise none at all. */
  readonly mayFail: boolean;
  /** Whoever is being served by what is killed gets no answer. */
  readonly cuts?: boolean;
  /** What was not yet on a replica is lost: people may have to log in again. */
  readonly takesSessions?: boolean;
  /** Resolves when the operator has nothing more to do. */
  happen(stage: DrillStage): Promise<void>;
}

export interface Outage {
  readonly fault: Fault;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Until whole journeys succeeded on every node; 0 when nothing had failed. */
  readonly seconds: number;
  readonly troubles: readonly Trouble[];
  readonly journeys: number;
  readonly loggedOut: number;
  /** What was spent before and presented again afterwards. */
  readonly witnesses: number;
}

export interface DrillParts {
  readonly stage: DrillStage;
  readonly world: DrillWorld;
  readonly record: DrillRecord;
  readonly probers: readonly Person[];
  readonly wire: Wire;
}

/** Lets it happen, and waits until all is well and stays so. */
export async function goThrough(fault: Fault, parts: DrillParts): Promise<Outage> {
  const { stage, world, record, probers: people, wire } = parts;
  const before = { troubles: record.troubles.length, journeys: record.journeysDone };
  const loggedOut = record.loggedOut;
  const from = Date.now();
  if (fault.takesSessions === true) record.takenUntil = Infinity;
  await fault.happen(stage);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let until = from;
  for (;;) {
    until = await recoveredAt({ stage, world, record, people, signal }).catch((cause: unknown) => {
      throw new Error(`not well again: ${fault.title}`, { cause });
    });
    if (await staysWell(record, until, fault.mayFail ? QUIET_MS : CALM_MS)) break;
  }
  if (fault.takesSessions === true) record.takenUntil = until;
  const troubles = record.troubles.slice(before.troubles);
  const witnesses = await world.witnesses.present(wire);
  return {
    fault,
    from,
    until,
    seconds: troubles.length === 0 ? 0 : (until - from) / 1000,
    troubles,
    journeys: record.journeysDone - before.journeys,
    loggedOut: record.loggedOut - loggedOut,
    witnesses,
  };
}

/** False as soon as something goes wrong that did so after `since` (epoch ms). */
async function staysWell(record: DrillRecord, since: number, forMs: number): Promise<boolean> {
  for (let passed = 0; passed < forMs; passed += LOOK_EVERY_MS) {
    await delay(LOOK_EVERY_MS);
    if (record.lastTrouble > since) return false;
  }
  return true;
}
