import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { CaseActor } from '../../../enrolment/case.ts';
import { caseBench, type CaseBench } from '../../support/case-bench.ts';
import { CASE_PLANS, TYPED, type CasePlan, type PlanName } from '../../support/case-plans.ts';
import { databaseName, freshRegister, sharedPostgres } from '../../support/shared-postgres.ts';
import { sharedRedis } from '../../support/shared-redis.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { makeSqliteFolder, type SqliteFolder } from '../../support/sqlite-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../support/case-walker.js', import.meta.url));
/** Longer than a crashed node keeps its claim on a case. */
const BETWEEN_MS = 70_000;

const ENGINES = {
  SQLite: async () => ({ folder: makeSqliteFolder(), drop: async () => {} }),
  PostgreSQL: async () => {
    const url = await freshRegister();
    const redis = (await sharedRedis()).url;
    const folder = makeSqliteFolder({ DATABASE_URL: url, REDIS_URL: redis });
    const postgres = await sharedPostgres();
    const drop = async () => {
      await postgres.query(`drop database ${databaseName(url)} with (force)`);
    };
    return { folder, drop };
  },
};

for (const [engine, openEngine] of Object.entries(ENGINES)) {
  describe(`A program on ${engine} that is killed at steps of a case`, function () {
    this.timeout(180_000);
    let simulator: SimulatorProcess;
    let folder: SqliteFolder;
    let drop: () => Promise<void>;
    before(async () => {
      simulator = await startSimulator();
    });
    beforeEach(async () => {
      ({ folder, drop } = await openEngine());
    });
    afterEach(async () => {
      folder.remove();
      await drop();
    });
    after(async () => {
      assert.equal(await simulator.stop(), 0);
    });

    for (const name of Object.keys(CASE_PLANS) as PlanName[]) {
      it(`doubles nothing and loses nothing: ${name}`, async () => {
        const plan = CASE_PLANS[name];
        const before = (await simulator.matches()).length;
        const officers = await prepare(plan);
        const steps = stepsOf(plan);
        const acknowledged: string[] = [];
        const kills = plan.killedAt ?? steps;
        for (const [index, until] of [...kills, 'end'].entries()) {
          const args = [name, String(index * BETWEEN_MS), ...officers];
          acknowledged.push(...(await walkUntil(until, args)));
        }
        for (const step of steps.slice(1)) {
          assert.ok(acknowledged.filter((each) => each === step).length <= 1, step);
        }
        assert.ok(acknowledged.includes('end'), acknowledged.join());
        await assertWhole(plan);
        const judged = (await simulator.matches()).slice(before).map(({ requestId }) => requestId);
        assert.equal(judged.length, plan.judged);
        assert.equal(new Set(judged).size, plan.judged);
      });
    }

    async function assertWhole(plan: CasePlan): Promise<void> {
      const stores = await folder.open();
      try {
        const [seen, ...more] = await stores.cases.list({ kinds: [plan.kind], limit: 10 });
        assert.ok(seen);
        assert.deepEqual([seen.status, more.length], ['done', 0]);
        const steps = await stores.cases.steps(seen.id);
        const expected = stepsOf(plan);
        assert.deepEqual(
          steps.map(({ name, sequence }) => [name, sequence]),
          expected.map((name, index) => [name, index + 1]),
        );
        const recorded = await stores.audit.list({ type: plan.once, limit: 10 });
        assert.equal(recorded.length, 1, plan.once);
        const account = await stores.accounts.findByIdentifier(plan.number);
        assert.ok(account);
        const told = await stores.notices.ofAccount(account.id, 50);
        assert.equal(told.filter(({ kind }) => kind === plan.told).length, 1, plan.told);
        const notices = told.map(({ kind, caseId }) => `${kind} of ${caseId}`);
        assert.deepEqual(notices.toSorted(), [...new Set(notices)].toSorted(), 'each once');
        const locks = await stores.accounts.openLocks(account.id);
        assert.equal(locks.length, plan.kind.endsWith('_lock') ? 1 : 0);
        assert.equal(account.level, plan.level);
        const ties = await stores.guardianships.ofWard(account.id);
        const guardians = ties.map(({ guardianId }) => guardianId);
        const guardian = plan.guardian && (await stores.accounts.findByIdentifier(plan.guardian));
        assert.deepEqual(guardians, guardian ? [guardian.id] : []);
      } finally {
        await stores.close();
      }
    }

    async function prepare({ office, holders, after }: CasePlan): Promise<readonly string[]> {
      const stores = await folder.open();
      const bench = caseBench({ stores, simulator: simulator.url, clock: () => Date.now() });
      const counter = await bench.office(office);
      const authority = await bench.office('identification_authority');
      const receiver = await bench.officer(counter, 'receiving_officer');
      const decider = await bench.officer(authority, 'deciding_authority');
      for (const number of holders) await bench.persona(number);
      if (after !== undefined) await finish(bench, CASE_PLANS[after], { receiver, decider });
      await stores.close();
      return [receiver, decider].map((actor) => JSON.stringify(actor));
    }

    async function finish(
      { cases, go }: CaseBench,
      { kind, data, steps }: CasePlan,
      actors: { readonly receiver: CaseActor; readonly decider: CaseActor },
    ): Promise<void> {
      const opened = await cases.open(kind, { actor: actors.receiver, data });
      assert.ok(opened.kind === 'opened', JSON.stringify(opened));
      for (const [step, by] of steps) {
        await go(opened.caseId, by === 'decider' ? actors.decider : actors.receiver, [
          step,
          TYPED[step] ?? {},
        ]);
      }
    }

    /** Killed with SIGKILL as soon as it has said so: in the middle of what comes next. */
    async function walkUntil(until: string, args: readonly string[]): Promise<readonly string[]> {
      const child = spawn(process.execPath, [PROGRAM, simulator.url, ...args], {
        env: { ...folder.environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines: string[] = [];
      const reader = createInterface(child.stdout);
      reader.on('line', (line) => {
        lines.push(line);
        if (line === until && until !== 'end') child.kill('SIGKILL');
      });
      await Promise.all([once(child, 'exit'), once(reader, 'close')]);
      return lines;
    }
  });
}

function stepsOf({ steps, activates }: CasePlan): readonly string[] {
  return ['opened', ...steps.map(([name]) => name), ...(activates ? ['activated'] : [])];
}
