import type { RaceAnswer, RacedRequest } from './once-attempt.ts';

/** One artefact, what spends it, and what came of each time it was presented. */
export interface Spend {
  readonly request: RacedRequest;
  readonly answers: RaceAnswer[];
}

/** What was presented during a failover, to be presented once more after it. */
export class Spends {
  readonly #spends: Spend[] = [];

  note(request: RacedRequest, answers: readonly RaceAnswer[]): void {
    this.#spends.push({ request, answers: [...answers] });
  }

  get all(): readonly Spend[] {
    return this.#spends;
  }

  /** Everything once more, a few at a time. */
  async presentAgain(ask: (request: RacedRequest) => Promise<RaceAnswer>): Promise<void> {
    const left = [...this.#spends];
    const work = async () => {
      for (let spend = left.shift(); spend !== undefined; spend = left.shift()) {
        spend.answers.push(await ask(spend.request));
      }
    };
    await Promise.all(Array.from({ length: 10 }, work));
  }
}

/** Answers that gave what the artefact was good for. */
export function successesOf({ answers }: Spend): readonly RaceAnswer[] {
  return answers.filter(({ status }) => status === 200);
}
