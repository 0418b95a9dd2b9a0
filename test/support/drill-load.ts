import { setTimeout as delay } from 'node:timers/promises';

import { JOURNEYS, loginWithPasskey, type DrillWorld } from './drill-journeys.ts';
import { Throttled, type Visitor } from './drill-visitor.ts';
import { Interrupted } from './drill-wire.ts';

const LONGEST_PAUSE_MS = 100;
/** Somebody who met an error page tries again. */
const AFTER_TROUBLE_MS = 300;

/** Visitors go from journey to journey until they are told to stop. */
export class DrillLoad {
  readonly #world: DrillWorld;
  readonly #running: readonly Promise<void>[];
  #stopping = false;

  constructor(world: DrillWorld, visitors: readonly Visitor[]) {
    this.#world = world;
    this.#running = visitors.map((visitor) => this.#live(visitor));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#running);
  }

  async #live(visitor: Visitor): Promise<void> {
    let isWell = true;
    while (!this.#stopping) {
      // Who was thrown out comes back by the shortest way first.
      const journey = isWell ? anyJourney() : 'login with passkey';
      const go = isWell ? (JOURNEYS[journey]?.go ?? loginWithPasskey) : loginWithPasskey;
      isWell = await attempt(journey, visitor, () => go(visitor, this.#world));
      await delay(isWell ? Math.random() * LONGEST_PAUSE_MS : AFTER_TROUBLE_MS);
    }
  }
}

/** Whether it ended well; how it ended is in the record. */
export async function attempt(
  journey: string,
  visitor: Visitor,
  go: () => Promise<void>,
): Promise<boolean> {
  const { record } = visitor;
  const from = Date.now();
  try {
    await go();
    record.done(journey);
    return true;
  } catch (error) {
    visitor.visit = undefined;
    if (error instanceof Interrupted) record.interrupted += 1;
    else if (error instanceof Throttled) record.throttled += 1;
    else if (visitor.since < record.takenUntil) record.loggedOut += 1;
    else record.broken.push({ journey, why: String(error), from, until: Date.now() });
    return false;
  }
}

function anyJourney(): string {
  const drawn = Object.entries(JOURNEYS).flatMap(([name, { weight }]) =>
    Array.from({ length: weight }, () => name),
  );
  return drawn[Math.floor(Math.random() * drawn.length)] ?? '';
}
