import type { RegisterPlace } from '../config.ts';
import { orCannotStart } from './open-stores.ts';
import { openPostgresSchema } from './postgres/open-schema.ts';
import type { Applied, SchemaState } from './sql/migrate-register.ts';
import { openSqliteSchema } from './sqlite/open-schema.ts';

/** The schema of a register, for who looks after it. Opening changes nothing. */
export interface RegisterSchema {
  state(): Promise<SchemaState>;
  /** Brings it up to date, with what ends older programs too, and makes ahead what is made by the month. */
  migrate(): Promise<Applied>;
  close(): Promise<void>;
}

/** Rejects with `CannotStart`. */
export async function openRegisterSchema(place: RegisterPlace): Promise<RegisterSchema> {
  const schema = await orCannotStart(
    place,
    place.engine === 'sqlite' ? openSqliteSchema(place.file) : openPostgresSchema(place.url),
  );
  return {
    state: () => orCannotStart(place, schema.state()),
    migrate: () => orCannotStart(place, schema.migrate()),
    close: () => schema.close(),
  };
}
