import assert from 'node:assert/strict';

import type { RaceAnswer } from './once-attempt.ts';

/** How the attempts at one kind of artefact end. */
export interface Outcomes {
  wins(answer: RaceAnswer): boolean;
  /** All that a loser may be told: status, and error code or step of the page. */
  readonly refusals: readonly string[];
}

/** What came of all trials with one kind of artefact: exactly one attempt of each has won, and all others are told so. */
export class Tally {
  readonly #outcomes: Outcomes;
  readonly #told = new Map<string, number>();
  readonly #wrong = new Map<string, number>();
  readonly #startedAt = Date.now();
  #trials = 0;
  #attempts = 0;
  #winners = 0;

  constructor(outcomes: Outcomes) {
    this.#outcomes = outcomes;
  }

  /** One trial. The winner, or the first of too many; undefined when there is none. */
  count(answers: readonly RaceAnswer[]): RaceAnswer | undefined {
    const [losers, winners] = [false, true].map((won) =>
      answers.filter((answer) => this.#outcomes.wins(answer) === won),
    );
    this.#count(answers.length, winners?.length ?? 0, losers ?? []);
    return winners?.[0];
  }

  /** One trial whose answers do not tell who won: that is known from elsewhere. */
  countProven(answers: readonly RaceAnswer[], winners: number): void {
    this.#count(answers.length, winners, answers);
  }

  #count(attempts: number, winners: number, losers: readonly RaceAnswer[]): void {
    this.#trials += 1;
    this.#attempts += attempts;
    this.#winners += winners;
    if (winners > 1) this.note('spent twice');
    if (winners === 0) this.note('not spent at all');
    for (const answer of losers) {
      const told = toldTo(answer);
      add(this.#told, told);
      if (!this.#outcomes.refusals.includes(told)) this.note(`told: ${told}`);
    }
  }

  /** Something that must not be. */
  note(what: string): void {
    add(this.#wrong, what);
  }

  noteUnless(holds: boolean, what: string): void {
    if (!holds) this.note(what);
  }

  /** Says in one line what has been counted, and throws unless all of it is as it must be. */
  conclude(kind: string, trials: number): void {
    const told = [...this.#told].map(([what, count]) => `${count} × ${what}`).join(', ');
    const wrong = Object.fromEntries(this.#wrong);
    const seconds = Math.round((Date.now() - this.#startedAt) / 1000);
    const counted = `${this.#trials} trials, ${this.#attempts} attempts, ${this.#winners} won`;
    const verdict = `wrong: ${this.#wrong.size === 0 ? 'nothing' : JSON.stringify(wrong)}`;
    process.stdout.write(`      ${kind}: ${counted}; told: ${told}; ${verdict}; ${seconds} s\n`);
    assert.deepEqual(wrong, {});
    assert.equal(this.#trials, trials);
  }
}

/** Status, and the error or the page that came with it. */
function toldTo({ status, body, location = '', step }: RaceAnswer): string {
  const { error } = body;
  const said =
    typeof error === 'string' ? error : (URL.parse(location)?.searchParams.get('error') ?? step);
  return said === undefined ? String(status) : `${status} ${said}`;
}

function add(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Enough to keep two nodes busy, and so few that no attempt waits long. */
export const LANES = 4;
/** Where losers wait a second for their answer. */
export const PATIENT_LANES = 24;

/** Lets a few in at a time: twenty attempts that wait cost nothing, twenty times twenty that begin at once do. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  #free = LANES;

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

/** Each of `lanes` makes one trial after another, all of them side by side, until there were `trials`. */
export async function inLanes<Lane>(
  lanes: readonly Lane[],
  trials: number,
  trial: (lane: Lane) => Promise<void>,
): Promise<void> {
  let left = trials;
  const work = async (lane: Lane) => {
    try {
      while (left > 0) {
        left -= 1;
        await trial(lane);
      }
    } finally {
      // Of one that failed, the others need no further proof.
      left = 0;
    }
  };
  const ended = await Promise.allSettled(lanes.map(work));
  const broken = ended.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}
