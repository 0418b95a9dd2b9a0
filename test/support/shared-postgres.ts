import { randomBytes } from 'node:crypto';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { freshKeep } from './register-keep.ts';

const TEMPLATE = 'migrated_register';

let server: Promise<PostgresServer> | undefined;
let template: Promise<void> | undefined;

/** One server for the whole run: every test has a database of its own. */
export function sharedPostgres(): Promise<PostgresServer> {
  server ??= startPostgres();
  return server;
}

/** The url of an empty register, copied from one that was migrated once. */
export async function freshRegister(): Promise<string> {
  const postgres = await sharedPostgres();
  template ??= makeTemplate(postgres);
  await template;
  const name = `register_${randomBytes(6).toString('hex')}`;
  await postgres.query(`create database ${name} template ${TEMPLATE} owner senid`);
  return databaseUrl(postgres, name);
}

export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function databaseUrl({ url }: PostgresServer, name: string): string {
  return url.replace(/[^/]*$/, name);
}

async function makeTemplate(postgres: PostgresServer): Promise<void> {
  await postgres.query(`create database ${TEMPLATE} owner senid`);
  const register = await openPostgresRegister(databaseUrl(postgres, TEMPLATE), freshKeep());
  await register.close();
}

after(async () => {
  await (await server)?.stop();
});
