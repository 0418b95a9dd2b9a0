import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { startingAt } from '../contract/race.ts';
import { attempt, type RaceAnswer, type RacedRequest } from './once-attempt.ts';

interface Order {
  readonly race: number;
  readonly startAt: number;
  readonly host: string;
  readonly attempts: readonly { readonly request: RacedRequest; readonly port: number }[];
}

type Report = { readonly race: number; readonly answer: RaceAnswer };
type Listener = (answer: RaceAnswer) => void;

export const ATTEMPTS = 20;
const PROCESSES = 2;
/** Until the last process has heard of it. */
const NOTICE_MS = 8;

/** Client processes that attack together: what one machine serialises, two do not. */
export class Racers {
  readonly #processes: readonly ChildProcess[];
  readonly #host: string;
  readonly #ports: readonly number[];
  readonly #listeners = new Map<number, Listener>();
  #races = 0;

  constructor(issuer: string, ports: readonly number[]) {
    const program = fileURLToPath(import.meta.url);
    this.#host = new URL(issuer).host;
    this.#ports = ports;
    this.#processes = Array.from({ length: PROCESSES }, () => fork(program, ['race']));
    for (const child of this.#processes) {
      child.on('message', ({ race, answer }: Report) => this.#listeners.get(race)?.(answer));
    }
  }

  /** `ATTEMPTS` requests at the same moment, half of them from each process, to the nodes in turn. Several: in turn, too. */
  race(
    requests: RacedRequest | readonly RacedRequest[],
    onAnswer: Listener = () => {},
  ): Promise<readonly RaceAnswer[]> {
    const race = (this.#races += 1);
    const answers: RaceAnswer[] = [];
    return new Promise((resolve) => {
      this.#listeners.set(race, (answer) => {
        answers.push(answer);
        onAnswer(answer);
        if (answers.length < ATTEMPTS) return;
        this.#listeners.delete(race);
        resolve(answers);
      });
      const startAt = Date.now() + NOTICE_MS;
      for (const [number, child] of this.#processes.entries()) {
        const attempts = this.#attemptsOf(number, [requests].flat());
        child.send({ race, startAt, host: this.#host, attempts } satisfies Order);
      }
    });
  }

  stop(): void {
    for (const child of this.#processes) child.disconnect();
  }

  #attemptsOf(process: number, requests: readonly RacedRequest[]): Order['attempts'] {
    const [first] = requests;
    if (first === undefined) throw new Error('nothing to race for');
    const ports = this.#ports;
    return Array.from({ length: ATTEMPTS / PROCESSES }, (_, index) => ({
      // Every process sends everything to every node, in another order.
      request: requests[Math.floor(index / ports.length) % requests.length] ?? first,
      port: ports[(index + process) % ports.length] ?? 0,
    }));
  }
}

async function run({ race, startAt, host, attempts }: Order): Promise<void> {
  await startingAt(startAt);
  const work = attempts.map(async ({ request, port }) => {
    const answer = await attempt(request, host, port);
    process.send?.({ race, answer } satisfies Report);
  });
  await Promise.all(work);
}

if (process.argv[2] === 'race') process.on('message', (order: Order) => void run(order));
