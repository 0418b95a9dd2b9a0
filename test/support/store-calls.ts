import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Answer } from './http-agent.ts';
import { Browser } from './session-browser.ts';
import type { RecordedSpan } from './trace-recorder.ts';

const SPANS = 'spans.ndjson';
const RECORDER = new URL('./trace-recorder.js', import.meta.url).href;

/** The environment of a server whose store calls can be counted. */
export const TRACED = { NODE_OPTIONS: `--import ${RECORDER}`, TRACE_FILE: SPANS };

/** What one request asked of the stores, `store.operation` → how often. */
export interface StoreCalls {
  readonly request: string;
  readonly calls: Readonly<Record<string, number>>;
}

interface Counted {
  readonly request: string;
  readonly traceId: string;
}

/**
 * Counts what requests ask of the stores, as the traces of a server tell it that was started with `TRACED`: whatever the
 * server asks by itself meanwhile, by the clock and in its rounds, is in no trace of a request.
 */
export class StoreCallCounter {
  readonly #counted: Counted[] = [];
  readonly #file: string;

  constructor({ folder }: { readonly folder: string }) {
    this.#file = join(folder, SPANS);
  }

  /** `work` makes one request, and the next is made when it has ended. */
  async count<T>(request: string, work: () => Promise<T>): Promise<T> {
    const before = this.#served().length;
    const result = await work();
    const deadline = Date.now() + 10_000;
    // The answer may be read before the server has done with it.
    while (this.#served().length === before) {
      if (Date.now() > deadline) throw new Error(`no trace of ${request}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const [traceId, ...more] = this.#served().slice(before);
    if (traceId === undefined || more.length > 0) throw new Error(`${request} is not one request`);
    this.#counted.push({ request, traceId });
    return result;
  }

  /** Complete once the server has stopped. */
  requests(): readonly StoreCalls[] {
    const spans = this.#spans().filter(({ kind }) => kind === 'CLIENT');
    return this.#counted.map(({ request, traceId }) => {
      const calls: Record<string, number> = {};
      for (const { name } of spans.filter((span) => span.traceId === traceId)) {
        calls[name] = (calls[name] ?? 0) + 1;
      }
      return { request, calls };
    });
  }

  /** Trace ids of requests that have ended. */
  #served(): readonly string[] {
    return this.#spans()
      .filter(({ kind }) => kind === 'SERVER')
      .map(({ traceId }) => traceId);
  }

  #spans(): readonly RecordedSpan[] {
    // The last line may be half written.
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as RecordedSpan);
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
