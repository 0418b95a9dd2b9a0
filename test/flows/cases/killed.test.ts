import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { caseBench } from '../../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { makeSqliteFolder, type SqliteFolder } from '../../support/sqlite-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../support/case-walker.js', import.meta.url));
const TUAN = '099092000103';
const STEPS = [
  'opened',
  'documents_checked',
  'form_filled',
  'face_captured',
  'fingerprints_captured',
  'consent_confirmed',
  'completed',
  'forwarded',
  'approved',
  'activated',
];

describe('A program that is killed at every step of a case', () => {
  let simulator: SimulatorProcess;
  let folder: SqliteFolder;
  before(async () => {
    simulator = await startSimulator();
    folder = makeSqliteFolder();
  });
  after(async () => {
    folder.remove();
    assert.equal(await simulator.stop(), 0);
  });

  it('doubles nothing and loses nothing', async () => {
    const officers = await prepare();
    const acknowledged: string[] = [];
    for (const until of [...STEPS, 'end']) {
      acknowledged.push(...(await walkUntil(until, officers)));
    }
    const stores = await folder.open();
    try {
      const cases = await stores.cases.list({ applicantNumber: TUAN, limit: 10 });
      assert.equal(cases.length, 1);
      const [seen] = cases;
      assert.equal(seen?.status, 'done');
      const steps = seen === undefined ? [] : await stores.cases.steps(seen.id);
      assert.deepEqual(
        steps.map(({ name }) => name),
        STEPS,
      );
      assert.deepEqual(
        steps.map(({ sequence }) => sequence),
        STEPS.map((_, index) => index + 1),
      );
      for (const step of STEPS.slice(1)) {
        assert.ok(acknowledged.filter((name) => name === step).length <= 1, step);
      }
      const issued = await stores.audit.list({ type: 'account.issued', limit: 10 });
      assert.equal(issued.length, 1);
      const told = await stores.notices.ofCase(seen?.id ?? 'case_none');
      assert.equal(told.filter(({ kind }) => kind === 'application_approved').length, 1);
      assert.equal((await stores.accounts.findByIdentifier(TUAN))?.level, 2);
    } finally {
      await stores.close();
    }
    const judged = (await simulator.matches()).map(({ requestId }) => requestId);
    assert.equal(judged.length, 2);
    assert.equal(new Set(judged).size, 2);
  });

  async function prepare(): Promise<readonly string[]> {
    const stores = await folder.open();
    const bench = caseBench({ stores, simulator: simulator.url, clock: () => Date.now() });
    const commune = await bench.office('commune_police');
    const authority = await bench.office('identification_authority');
    const receiver = await bench.officer(commune, 'receiving_officer');
    const decider = await bench.officer(authority, 'deciding_authority');
    await stores.close();
    return [receiver, decider].map((actor) => JSON.stringify(actor));
  }

  /** Killed with SIGKILL as soon as it has said so: in the middle of what comes next. */
  async function walkUntil(until: string, officers: readonly string[]): Promise<readonly string[]> {
    const child = spawn(process.execPath, [PROGRAM, simulator.url, TUAN, ...officers], {
      env: { ...folder.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const reader = createInterface(child.stdout);
    reader.on('line', (line) => {
      lines.push(line);
      if (line === until) child.kill('SIGKILL');
    });
    await Promise.all([once(child, 'exit'), once(reader, 'close')]);
    return lines;
  }
});
