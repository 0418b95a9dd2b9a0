import { openRegisterSchema, type RegisterSchema } from '../adapters/register-schema.ts';
import { readConfig } from '../config.ts';
import { mustExist } from './must-exist.ts';
import type { Terminal } from './terminal.ts';

/** Looks after the form of the register, whose content it does not open, and lets go of it whatever happens. */
export async function withSchema(
  { environment }: Terminal,
  work: (schema: RegisterSchema) => Promise<void>,
): Promise<void> {
  const config = readConfig(environment);
  mustExist(config);
  const schema = await openRegisterSchema(config.register);
  try {
    await work(schema);
  } finally {
    await schema.close();
  }
}
