import { runLoop, type Metered, type Sample } from './closed-loop.ts';
import { figuresOf, type Figures } from './figures.ts';
import type { Contestant, Journey } from './journey.ts';
import { residentMib } from './process-meter.ts';

export interface Pace {
  readonly connections: number;
  readonly rounds: number;
  /** Uncounted, at the begin of each round. */
  readonly rampMs: number;
  readonly warmMs: number;
  readonly windowMs: number;
  /** A busy machine needs longer than the clock says: compiled code is reached after so many journeys, whatever the time. */
  readonly leastWarming: number;
  readonly leastCounted: number;
  /** Journeys that are prepared for one second, where each uses up what was prepared. */
  readonly mostPerSecond: number;
  /** Sessions and token holders that take turns, where they can be used again. */
  readonly reused: number;
}

export interface Measured {
  readonly contestant: string;
  readonly figures: Figures;
  /** After the last round. */
  readonly residentMib: number;
}

/** All contestants in turn, round by round: what else happens on the machine hits them all. */
export async function measure(
  journey: Journey,
  contestants: readonly Contestant[],
  metered: readonly Metered[],
  pace: Pace,
): Promise<Measured[]> {
  const turns = contestants.map((contestant) => new Turn(contestant, journey, metered, pace));
  // The first round is for the compiler.
  for (const turn of turns) await turn.run(pace.warmMs, pace.leastWarming);
  for (const turn of turns) turn.samples.length = 0;
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const turn of turns) await turn.run(pace.windowMs, pace.leastCounted);
  }
  return turns.map(({ contestant, samples }) => ({
    contestant: contestant.name,
    figures: figuresOf(samples),
    residentMib: residentMib(contestant.pid),
  }));
}

class Turn {
  readonly contestant: Contestant;
  readonly samples: Sample[] = [];
  readonly #journey: Journey;
  readonly #metered: readonly Metered[];
  readonly #pace: Pace;
  #reused: unknown[] | undefined;

  constructor(contestant: Contestant, journey: Journey, metered: readonly Metered[], pace: Pace) {
    this.contestant = contestant;
    this.#journey = journey;
    this.#metered = metered;
    this.#pace = pace;
  }

  async run(windowMs: number, leastJourneys: number): Promise<void> {
    const { connections, rampMs } = this.#pace;
    const tickets = await this.#tickets(windowMs);
    const window = { rampMs, windowMs, leastJourneys };
    const options = { connections, ...window, metered: this.#metered };
    this.samples.push(await runLoop(this.contestant, this.#journey, tickets, options));
  }

  async #tickets(windowMs: number): Promise<unknown[]> {
    const { mostPerSecond, reused, rampMs } = this.#pace;
    if (this.#journey.reusable) {
      this.#reused ??= await this.#journey.prepare(this.contestant, reused);
      return this.#reused;
    }
    const count = Math.ceil(((rampMs + windowMs) / 1000) * mostPerSecond);
    return this.#journey.prepare(this.contestant, count);
  }
}
