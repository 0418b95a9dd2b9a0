import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { StatementSync } from 'node:sqlite';

import { Redis } from 'ioredis';
import pg from 'pg';

/** What the benchmark can ask of a server it has loaded this file into. */
export type InsideOrder =
  | { readonly kind: 'count' }
  | { readonly kind: 'start-profile' }
  | { readonly kind: 'stop-profile'; readonly file: string }
  | { readonly kind: 'memory' };

export interface InsideAnswer {
  /** Statements and commands sent to the stores since the last order, by name; empty at the first. */
  readonly storeCalls?: Readonly<Record<string, number>>;
  /** After a collection of garbage. */
  readonly heapMib?: number;
  readonly residentMib?: number;
}

let storeCalls: Record<string, number> | undefined;

function count(name: string): void {
  if (storeCalls !== undefined) storeCalls[name] = (storeCalls[name] ?? 0) + 1;
}

/** `select accounts` for any statement on that table. */
function nameOf(sql: string): string {
  const [verb = ''] = /\w+/.exec(sql) ?? [];
  const table = /\b(?:from|into|update)\s+"?(\w+)/i.exec(sql)?.[1] ?? '';
  return `${verb} ${table}`.toLowerCase().trim();
}

function countStatements(): void {
  for (const method of ['get', 'all', 'run'] as const) {
    const original = StatementSync.prototype[method];
    Object.assign(StatementSync.prototype, {
      [method](this: StatementSync, ...values: Parameters<typeof original>) {
        count(nameOf(this.sourceSQL));
        return Reflect.apply(original, this, values);
      },
    });
  }
}

function countCommands(): void {
  const original = Redis.prototype.sendCommand;
  Object.assign(Redis.prototype, {
    sendCommand(this: Redis, ...values: Parameters<typeof original>) {
      count(`redis ${values[0].name}`);
      return Reflect.apply(original, this, values);
    },
  });
}

function countQueries(): void {
  const original = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...values: [string | { text?: string }, ...unknown[]]) {
      const [query] = values;
      count(nameOf((typeof query === 'string' ? query : query.text) ?? ''));
      return Reflect.apply(original, this, values);
    },
  });
}

/** From the first order on: counting costs something, and a profile would show it. */
function countEverything(): void {
  countStatements();
  countCommands();
  countQueries();
}

const inspector = new Session();

async function obey(order: InsideOrder): Promise<InsideAnswer> {
  switch (order.kind) {
    case 'count': {
      const counted = storeCalls;
      if (counted === undefined) countEverything();
      storeCalls = {};
      return { storeCalls: counted ?? {} };
    }
    case 'start-profile':
      inspector.connect();
      await inspector.post('Profiler.enable');
      await inspector.post('Profiler.setSamplingInterval', { interval: 200 });
      await inspector.post('Profiler.start');
      return {};
    case 'stop-profile': {
      const { profile } = await inspector.post('Profiler.stop');
      writeFileSync(order.file, JSON.stringify(profile));
      inspector.disconnect();
      return {};
    }
    case 'memory': {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      return { heapMib: heapUsed / 2 ** 20, residentMib: rss / 2 ** 20 };
    }
    default:
      return order satisfies never;
  }
}

process.on('message', (order: InsideOrder) => {
  void obey(order).then((answer) => process.send?.(answer));
});
// The server ends when it wants to, not when we hang up.
process.channel?.unref();
