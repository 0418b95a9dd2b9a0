import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** One request that is sent several times at once. */
export interface RacedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface RaceResult {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Client processes that send the same request at the same time: what one machine serialises, two do not. */
export class Racers {
  readonly #processes: readonly ChildProcess[];

  constructor(count: number) {
    const program = fileURLToPath(import.meta.url);
    this.#processes = Array.from({ length: count }, () => fork(program, ['race']));
  }

  /** Every process sends it `times` times. */
  async race(request: RacedRequest, times: number): Promise<readonly RaceResult[]> {
    const results = await Promise.all(
      this.#processes.map(async (child) => {
        const answered = once(child, 'message');
        child.send({ request, times });
        const [own] = (await answered) as [readonly RaceResult[]];
        return own;
      }),
    );
    return results.flat();
  }

  stop(): void {
    for (const child of this.#processes) child.disconnect();
  }
}

async function send({ url, headers, form }: RacedRequest): Promise<RaceResult> {
  const how = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(url, { ...how, headers: { ...headers }, redirect: 'manual' });
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    body: isJson ? ((await response.json()) as RaceResult['body']) : {},
  };
}

if (process.argv[2] === 'race') {
  process.on('message', ({ request, times }: { request: RacedRequest; times: number }) => {
    void Promise.all(Array.from({ length: times }, () => send(request))).then((results) =>
      process.send?.(results),
    );
  });
}
