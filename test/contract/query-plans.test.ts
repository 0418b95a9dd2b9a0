import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely';

import { openRegisterDatabase } from '../../adapters/postgres/register-database.ts';
import type { RegisterDatabase } from '../../adapters/sql/register-database.ts';
import { createRegisterStores } from '../../adapters/sql/register-stores.ts';
import { openRegisterFile } from '../../adapters/sqlite/register-file.ts';
import type { RegisterStores } from '../../adapters/stores.ts';
import { newId } from '../../ids.ts';
import { freshKeep } from '../support/register-keep.ts';
import { freshRegister } from '../support/shared-postgres.ts';
import { makeSqliteFolder } from '../support/sqlite-folder.ts';

const id = newId('acc');
const OPEN = ['collecting', 'running', 'paused', 'approved'] as const;

/** Every question of lists, rounds, feeds and gauges: by which index it is answered. */
const QUESTIONS: readonly [string, string, (stores: RegisterStores) => Promise<unknown>][] = [
  [
    'what an office deals with',
    'cases_by_office_id_status_due_at',
    ({ cases }) => cases.list({ officeId: 'office_1', statuses: OPEN, limit: 200 }),
  ],
  [
    'what an office received',
    'cases_by_received_by_status_due_at',
    ({ cases }) => cases.list({ receivedBy: 'office_1', statuses: OPEN, limit: 200 }),
  ],
  [
    'the cases of an applicant',
    'cases_by_applicant_index',
    ({ cases }) => cases.list({ applicantNumber: 'M1', limit: 50 }),
  ],
  [
    'the cases of a holder',
    'cases_by_account_id',
    ({ cases }) => cases.list({ accountId: id, statuses: OPEN, limit: 50 }),
  ],
  [
    'the cases of a guardian',
    'cases_by_guardian_id',
    ({ cases }) => cases.list({ guardianId: id, limit: 50 }),
  ],
  ['cases by their clocks', 'cases_by_status_due_at', ({ cases }) => cases.clocks(1, 2)],
  ['cases whose time has come', 'cases_by_next_at', ({ cases }) => cases.dueForProgram(1, 10)],
  ['the steps of a case', 'case_steps', ({ cases }) => cases.steps('case_1')],
  [
    'documents that end',
    'accounts_by_ends_on_id',
    ({ accounts }) =>
      accounts.ending({
        from: '2026-12-01',
        to: '2026-12-03',
        after: { endsOn: '2026-12-02', id },
        limit: 50,
      }),
  ],
  ['accounts of before', 'accounts_by_ends_on_id', ({ accounts }) => accounts.withoutEnd(id, 100)],
  ['who holds a number', 'phone_holders', ({ accounts }) => accounts.findByPhone('+84900000000')],
  ['guardianships in turn', 'guardianships', (stores) => stores.guardianships.page('grd_1', 50)],
  ['who acts for a ward', 'guardianships_by_ward_id', (stores) => stores.guardianships.ofWard(id)],
  [
    'for whom somebody acts',
    'guardianships_by_guardian_id',
    (stores) => stores.guardianships.ofGuardian(id),
  ],
  ['one guardianship', 'guardianships', (stores) => stores.guardianships.find(id, id)],
  [
    'changes that are due',
    'pending_changes_by_state_effective_at',
    (stores) => stores.pendingChanges.due(1, 20),
  ],
  [
    'changes of an account',
    'pending_changes_by_account_id_requested_at',
    (stores) => stores.pendingChanges.waitingOf(id),
  ],
  [
    'a change by its code',
    'pending_changes',
    (stores) => stores.pendingChanges.findByCancelCode('A'),
  ],
  [
    'notices of an account',
    'notices_by_account_id_created_at',
    ({ notices }) => notices.ofAccount(id, 50),
  ],
  ['notices not read', 'notices_by_account_id_created_at', ({ notices }) => notices.unread(id)],
  ['notices of a case', 'notices_by_case_id_created_at', ({ notices }) => notices.ofCase('case_1')],
  ['who works in an office', 'staff_by_office_id', ({ staff }) => staff.ofOffice('office_1')],
  ['where somebody works', 'staff', ({ staff }) => staff.ofAccount(id)],
  [
    'what was done about a case',
    'audit_events_by_case_id_sequence',
    ({ audit }) => audit.list({ caseId: 'case_1', limit: 500 }),
  ],
  [
    'deliveries that are due',
    'deliveries_by_state_due_at',
    ({ deliveries }) => deliveries.claimDue({ now: 1, until: 2, claim: 'c', limit: 10 }),
  ],
  ['how far a feed has come', 'cursors', ({ writer }) => writer.cursor('feed/population')],
];

/** Read in the order of the index: a page costs what is on it, however many come after. */
const IN_ORDER: ReadonlySet<string> = new Set([
  'documents that end',
  'accounts of before',
  'guardianships in turn',
]);

const ENGINES = [
  { name: 'SQLite', open: openSqlite, explain: explainSqlite },
  { name: 'PostgreSQL', open: openPostgres, explain: explainPostgres },
] as const;

interface Opened {
  readonly db: RegisterDatabase;
  close(): Promise<void>;
}

for (const { name, open, explain } of ENGINES) {
  describe(`Of 67 million accounts and their cases, a register on ${name}`, () => {
    let opened: Opened;
    let stores: RegisterStores;
    const asked: RootOperationNode[] = [];
    before(async () => {
      opened = await open();
      stores = createRegisterStores(opened.db.withPlugin(listening(asked)), freshKeep());
    });
    after(() => opened.close());

    for (const [title, index, ask] of QUESTIONS) {
      it(`finds ${title} by an index`, async () => {
        asked.length = 0;
        await ask(stores);
        const [node] = asked;
        assert.ok(node);
        const executor = opened.db.getExecutor();
        const { sql, parameters } = executor.compileQuery(node, { queryId: 'plan' });
        const plan = await explain(opened.db, CompiledQuery.raw(sql, [...parameters]));
        const [table = ''] = index.split('_by_');
        const expected = index.includes('_by_')
          ? new RegExp(`${index}|${table}_\\w*case_id_sequence`)
          : new RegExp(`(${index}_\\w*(pkey|key)|sqlite_autoindex_${index}_\\d)`);
        assert.match(plan, expected, plan);
        assert.doesNotMatch(plan, /Seq Scan|\bSCAN (?!.*USING)/, plan);
        if (IN_ORDER.has(title)) assert.doesNotMatch(plan, /\bSort\b|TEMP B-TREE/, plan);
      });
    }
  });
}

function listening(asked: RootOperationNode[]): KyselyPlugin {
  return {
    transformQuery({ node }) {
      asked.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

async function openSqlite(): Promise<Opened> {
  const folder = makeSqliteFolder();
  mkdirSync(dirname(folder.registerFile), { recursive: true });
  const register = await openRegisterFile(folder.registerFile);
  return {
    db: register.db,
    async close() {
      register.close();
      folder.remove();
    },
  };
}

async function explainSqlite(db: RegisterDatabase, { sql, parameters }: CompiledQuery) {
  const query = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(query);
  return rows.map(({ detail }) => detail).join('\n');
}

async function openPostgres(): Promise<Opened> {
  const { db, pool } = await openRegisterDatabase(await freshRegister());
  return { db, close: () => pool.close() };
}

/** An empty table is read whole whatever indexes it has: what is asked is whether there is one that answers. */
function explainPostgres(db: RegisterDatabase, { sql, parameters }: CompiledQuery) {
  return db.transaction().execute(async (transaction) => {
    for (const plan of ['seqscan', 'bitmapscan']) {
      await transaction.executeQuery(CompiledQuery.raw(`set local enable_${plan} = off`));
    }
    const query = CompiledQuery.raw(`explain ${sql}`, [...parameters]);
    const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': string }>(query);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
