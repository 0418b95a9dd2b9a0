import type { Answer } from './http-agent.ts';
import { Browser } from './session-browser.ts';

const SAMPLE = /^senid_store_seconds_count\{(?<labels>.*)\} (?<count>\d+)$/gm;
/** Asked by the clock, not by a request. */
const BY_THE_CLOCK = /^(signingKeys\.|deliveries\.(claimDue|settle|backlog|forget)$)/;

/** What one request asked of the stores, `store.operation` → how often. */
export interface StoreCalls {
  readonly request: string;
  readonly calls: Readonly<Record<string, number>>;
}

/** Counts what requests ask of the stores, as the metrics of a server nobody else uses tell it. */
export class StoreCallCounter {
  readonly requests: StoreCalls[] = [];
  readonly #issuer: string;
  readonly #token: string;

  constructor(issuer: string, token: string) {
    this.#issuer = issuer;
    this.#token = token;
  }

  async count<T>(request: string, work: () => Promise<T>): Promise<T> {
    const before = await this.#totals();
    const result = await work();
    const calls = [...(await this.#totals())]
      .map(([name, total]) => [name, total - (before.get(name) ?? 0)] as const)
      .filter(([name, count]) => count > 0 && !BY_THE_CLOCK.test(name));
    this.requests.push({ request, calls: Object.fromEntries(calls) });
    return result;
  }

  async #totals(): Promise<ReadonlyMap<string, number>> {
    const answer = await fetch(`${this.#issuer}/metrics`, {
      headers: { authorization: `Bearer ${this.#token}` },
    });
    const text = await answer.text();
    return new Map(
      [...text.matchAll(SAMPLE)].map(({ groups }) => {
        const labels = groups?.['labels'] ?? '';
        const label = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(labels)?.[1];
        return [`${label('store')}.${label('operation')}`, Number(groups?.['count'])];
      }),
    );
  }
}

/** A browser whose requests are counted, named by method and address without what changes. */
export class CountedBrowser extends Browser {
  readonly #counter: StoreCallCounter;

  constructor(counter: StoreCallCounter) {
    super();
    this.#counter = counter;
  }

  override send(url: string, init: RequestInit = {}): Promise<Answer> {
    const path = new URL(url).pathname.replaceAll(/[\w-]{43}/g, ':uid');
    return this.#counter.count(`${init.method ?? 'GET'} ${path}`, () => super.send(url, init));
  }
}

/** A Markdown table: one row for each request, in their order. */
export function storeCallTable(requests: readonly StoreCalls[]): string {
  const protocol = /^(artefacts|ephemerals)\./;
  const cell = (calls: StoreCalls['calls'], wanted: boolean) =>
    Object.entries(calls)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .filter(([name]) => protocol.test(name) === wanted)
      .map(([name, count]) => (count === 1 ? `\`${name}\`` : `${count} × \`${name}\``))
      .join(', ');
  const rows = requests.map(({ request, calls }) =>
    [request, cell(calls, true), cell(calls, false)].join(' | '),
  );
  return ['Request | Protocol store | Register', '--- | --- | ---', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}
