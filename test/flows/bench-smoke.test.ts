import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { JOURNEYS } from '../bench/journeys.ts';
import type { Machine } from '../bench/machine.ts';
import type { BenchOptions } from '../bench/options.ts';
import { runPart } from '../bench/part.ts';
import { performancePage } from '../bench/report-page.ts';
import { tableOf } from '../bench/report-table.ts';
import { measuredOf, NAMES, ratioOf, type PartResult } from '../bench/result.ts';

/** As little of everything as there can be: what it finds out about speed is worth nothing. */
const options: BenchOptions = {
  quick: true,
  write: false,
  profile: false,
  stores: ['embedded'],
  journeys: JOURNEYS.map(({ journey }) => journey.name),
  pace: {
    connections: 2,
    rounds: 1,
    rampMs: 0,
    warmMs: 20,
    windowMs: 50,
    leastWarming: 1,
    leastCounted: 2,
    mostPerSecond: 1_000,
    reused: 4,
  },
  accounts: 60,
  manyAccounts: undefined,
  sessions: [3],
  countedJourneys: 4,
};

const machine: Machine = {
  processor: 'whatever runs the tests',
  cores: 1,
  memoryGib: 1,
  kernel: '',
  node: process.version,
  pinning: undefined,
  warnings: [],
};

describe('The benchmark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'senid-bench-'));
  let part: PartResult;

  before(async function () {
    this.timeout(180_000);
    part = await runPart({ kind: 'embedded', options, machine, folder, say: () => {} });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { journey } of JOURNEYS) {
    it(`walks, counts and compares: ${journey.title}`, () => {
      const result = part.journeys.find(({ name }) => name === journey.name);
      assert.ok(result);
      for (const name of [NAMES.bare, NAMES.senid]) {
        const figures = measuredOf(result, name)?.figures;
        assert.ok(figures !== undefined && figures.journeys > 0, name);
        assert.ok(figures.cpuMsPerJourney.median > 0, name);
        const calls = result.storeCalls.find(({ contestant }) => contestant === name);
        assert.ok(calls !== undefined && calls.calls >= 1, name);
      }
      assert.ok(Number.isFinite(ratioOf(result, NAMES.senid, NAMES.bare)));
    });
  }

  it('reads the memory of a server that keeps more and more sessions', () => {
    assert.deepEqual(
      part.memory.map(({ sessions, used }) => [sessions, used]),
      [
        [0, 0],
        [3, 3],
      ],
    );
    for (const { residentMib, heapMib } of part.memory) assert.ok(residentMib > heapMib);
  });

  it('writes every journey into its table and its page', () => {
    const result = { date: '2026-01-01', command: '', quick: true, connections: 2, machine };
    const page = performancePage({ ...result, parts: [part] });
    for (const { journey } of JOURNEYS) {
      assert.ok(tableOf(part).includes(journey.title));
      assert.ok(page.includes(`| ${journey.title} |`));
    }
  });
});
