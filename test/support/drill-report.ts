import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Outage } from './drill-outage.ts';
import type { DrillRecord, Trouble } from './drill-record.ts';
import type { AcknowledgedWrite } from './drill-writes.ts';
import { OUTPUT_FOLDER } from './senid-process.ts';

export interface DrillResult {
  readonly outages: readonly Outage[];
  readonly record: DrillRecord;
  /** That no outage excuses. */
  readonly outside: readonly Trouble[];
  readonly lost: readonly AcknowledgedWrite[];
  readonly writes: number;
  readonly seconds: number;
}

const HEAD = [
  'fault',
  'outage s',
  '503',
  'slowest ms',
  'cut',
  'journeys',
  'logged out',
  'replayed',
];

/** One table for people, and more of the same as `drill.json` for programs. */
export function report(result: DrillResult): void {
  const rows = result.outages.map(rowOf);
  const totals = totalsOf(result);
  const cells = rows.map(({ told }) => Object.values(told).map(String));
  const lines = [
    ...table([HEAD, ...cells]),
    ...Object.entries(totals).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ];
  process.stdout.write(lines.map((line) => `      ${line}\n`).join(''));
  mkdirSync(OUTPUT_FOLDER, { recursive: true });
  const faults = rows.map(({ told, timeline }) => ({ ...told, timeline }));
  const json = JSON.stringify({ ...totals, faults }, undefined, 2);
  writeFileSync(join(OUTPUT_FOLDER, 'drill.json'), `${json}\n`);
}

function rowOf({ fault, from, seconds, troubles, journeys, loggedOut, witnesses }: Outage) {
  const of = (kind: Trouble['kind']) => troubles.filter((each) => each.kind === kind);
  const lengths = of('unavailable').map((each) => each.until - each.from);
  const told = {
    fault: fault.title,
    outageSeconds: Math.round(seconds * 10) / 10,
    unavailable: lengths.length,
    slowestMs: Math.max(0, ...lengths),
    cut: of('cut').length,
    journeys,
    loggedOut,
    replayed: witnesses,
  };
  const timeline = troubles.map(
    (each) => `${each.from - from} to ${each.until - from} ms: ${each.kind}, ${each.what}`,
  );
  return { told, timeline };
}

function totalsOf({ record, outside, lost, writes, seconds, outages }: DrillResult) {
  return {
    seconds: Math.round(seconds),
    exchanges: record.exchanges,
    journeys: Object.fromEntries(record.journeys),
    tokensVerified: record.verified,
    triedToSpendTwice: record.replays,
    acknowledgedWrites: writes,
    interruptedJourneys: record.interrupted,
    loggedOut: record.loggedOut,
    throttled: record.throttled,
    longestOutageSeconds: Math.max(0, ...outages.map((outage) => outage.seconds)),
    wrongTokens: record.wrongTokens,
    doubleSpends: record.doubleSpends,
    lostWrites: lost,
    errorsOutsideOutages: outside.map(({ what }) => what),
    brokenJourneys: record.broken.map(({ journey, why }) => `${journey}: ${why}`),
  };
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(padded).join('  '));
}
