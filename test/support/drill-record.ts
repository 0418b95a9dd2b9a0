import type { AcknowledgedWrite } from './drill-writes.ts';

/** An exchange that did not end with an answer of ours below 500. */
export interface Trouble {
  /**
   * `unavailable`: 503 with `Retry-After`. `cut`: whoever was answering hung up. `wrong`: anything else, no answer at
   * all included.
   */
  readonly kind: 'unavailable' | 'cut' | 'wrong';
  readonly what: string;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
}

/** How a journey ended that did not end well. */
export interface BrokenJourney {
  readonly journey: string;
  readonly why: string;
  readonly from: number;
  readonly until: number;
}

/** Everything the drill counts. */
export class DrillRecord {
  exchanges = 0;
  readonly journeys = new Map<string, number>();
  readonly troubles: Trouble[] = [];
  /** Neither the fault's doing nor to be expected after it. */
  readonly broken: BrokenJourney[] = [];
  /** What should never have been signed, or was given to the wrong one. */
  readonly wrongTokens: string[] = [];
  readonly doubleSpends: string[] = [];
  /** Attempts to spend something a second time. */
  replays = 0;
  verified = 0;
  /** Journeys that were cut short by a trouble. */
  interrupted = 0;
  /** People whose session was gone, after a fault that may do that. */
  loggedOut = 0;
  /** Sessions and tokens from before may be gone, and nobody is to blame (epoch ms). */
  takenUntil = 0;
  throttled = 0;
  readonly writes: AcknowledgedWrite[] = [];

  done(journey: string): void {
    this.journeys.set(journey, (this.journeys.get(journey) ?? 0) + 1);
  }

  get journeysDone(): number {
    return [...this.journeys.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Tokens made from one authentication name it again. */
  distinctWrites(): readonly AcknowledgedWrite[] {
    return [...new Map(this.writes.map((write) => [JSON.stringify(write), write])).values()];
  }

  /** Epoch ms of the newest one; 0 without any. */
  get lastTrouble(): number {
    return this.troubles.at(-1)?.until ?? 0;
  }
}
