import { setTimeout as delay } from 'node:timers/promises';

import { sql, type Kysely } from 'kysely';

import { connectRegister } from '../../adapters/postgres/register-database.ts';
import { mayBeRepeated } from '../../adapters/postgres/postgres-errors.ts';
import { postgresSchemaDialect as dialect } from '../../adapters/postgres/schema-dialect.ts';
import { migrateRegister, registerMigrations } from '../../adapters/sql/migrate-register.ts';
import type { DrillKeys } from './drill-keys.ts';
import type { Fault } from './drill-outage.ts';
import type { DrillStage } from './drill-stage.ts';
import type { RedisServer } from './redis-server.ts';
import type { SenidProcess } from './senid-process.ts';

const LEAD_SECONDS = 5;
const CALM_MS = 3_000;
const POSTGRES_AWAY_MS = 1_000;
const PATIENCE_MS = 60_000;

/** All faults once, in turn. `round`: of how many before. */
export function faultsOf(round: number, keys: DrillKeys): readonly Fault[] {
  let deadMaster: RedisServer | undefined;
  return [
    { title: 'nothing happens', mayFail: false, happen: () => delay(CALM_MS) },
    {
      title: 'a node is killed (SIGKILL)',
      mayFail: true,
      cuts: true,
      async happen(stage) {
        const node = pick(stage.nodes);
        stage.giveUp(node);
        await node.stop('SIGKILL');
      },
    },
    {
      title: 'a node takes its place',
      mayFail: false,
      happen: async (stage) => void (await stage.addNode()),
    },
    {
      title: 'a Redis master is killed',
      mayFail: true,
      takesSessions: true,
      async happen({ redis }) {
        deadMaster = pick(await mastersOf(redis.nodes));
        // `stop` would also take its folder away, and with that who it is.
        process.kill(deadMaster.pid, 'SIGKILL');
      },
    },
    {
      title: 'it comes back as a replica',
      mayFail: false,
      async happen() {
        await deadMaster?.restart();
        await until('it follows', async () => {
          const role = (await deadMaster?.cli('role')) ?? '';
          return role.startsWith('slave') && role.includes('connected');
        });
      },
    },
    {
      title: 'PostgreSQL restarts (immediate)',
      mayFail: true,
      happen: ({ postgres }) => postgres.restart('immediate'),
    },
    {
      title: 'PostgreSQL is killed, and started',
      mayFail: true,
      async happen({ postgres }) {
        await postgres.kill();
        await delay(POSTGRES_AWAY_MS);
        await postgres.start();
      },
    },
    { title: 'the keys rotate', mayFail: false, happen: (stage) => rotate(stage, keys) },
    { title: 'the keys rotate again', mayFail: false, happen: (stage) => rotate(stage, keys) },
    {
      title: 'a newer SenID expands the register',
      mayFail: false,
      happen: ({ databaseUrl }) => expandRegister(databaseUrl, round),
    },
    ...['first', 'second', 'third'].map((which) => ({
      title: `the ${which} node is replaced`,
      mayFail: false,
      // The oldest of them.
      happen: (stage: DrillStage) => replace(stage, stage.nodes[0]),
    })),
  ];
}

function pick<T>(some: readonly T[]): T {
  const picked = some[Math.floor(Math.random() * some.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

async function mastersOf(nodes: readonly RedisServer[]): Promise<readonly RedisServer[]> {
  const roles = await Promise.all(nodes.map((node) => node.cli('role')));
  return nodes.filter((_, index) => roles[index]?.startsWith('master'));
}

/** Until tokens signed with the new key were verified by who holds the published keys. */
async function rotate(stage: DrillStage, keys: DrillKeys): Promise<void> {
  const lead = ['--lead', String(LEAD_SECONDS)];
  const output = await stage.senid('keys', 'rotate', '--alg', 'ES256', ...lead);
  const kid = /ES256 (\S+) signs/.exec(output)?.[1] ?? '';
  if (kid === '' || output.includes('warning')) throw new Error(output);
  await until('the next key signs', async () => keys.kidsSeen.includes(kid));
}

/** What a newer program would do at its start (`migrations/`): the nodes that run know nothing of these columns. */
async function expandRegister(url: string, round: number): Promise<void> {
  const migrations = {
    ...registerMigrations(dialect),
    [`9${String(round).padStart(3, '0')}-drill`]: {
      async up(db: Kysely<unknown>) {
        for (const table of ['accounts', 'passkeys', 'consents', 'authentications']) {
          const column = sql.id(`of_newer_${round}`);
          await sql`alter table ${sql.table(table)} add column ${column} text`.execute(db);
        }
      },
    },
  };
  const { db, pool } = connectRegister(url);
  try {
    await until('it has the locks it needs', async () => {
      try {
        await migrateRegister(db, { migrations, dialect, contract: false });
        return true;
      } catch (error) {
        if (!mayBeRepeated(error)) throw error;
        return false;
      }
    });
  } finally {
    await pool.close();
  }
}

/** The new one is there before the old one is told to end. */
async function replace(stage: DrillStage, old: SenidProcess | undefined): Promise<void> {
  if (old === undefined) throw new Error('no node to replace');
  await stage.addNode();
  stage.giveUp(old);
  const code = await old.stop('SIGTERM');
  await stage.tidyProxy();
  if (code !== 0 || old.output().includes('cut_off')) {
    throw new Error(`the old node ended with ${code}:\n${old.output()}`);
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
    await delay(100);
  }
}
