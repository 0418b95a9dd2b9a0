import { existsSync } from 'node:fs';

import type { Config } from '../config.ts';
import { CannotDo } from './cannot-do.ts';

/** The server makes these when they are missing; a command that did so would work on an empty register. */
export function mustExist({ register, secretsFile }: Config): void {
  const files = register.engine === 'sqlite' ? [register.file, secretsFile] : [secretsFile];
  const missing = files.find((file) => !existsSync(file));
  if (missing === undefined) return;
  throw new CannotDo(
    `there is no ${missing}; go to the folder SenID was started in, or set DATABASE_URL and SENID_SECRETS_FILE`,
  );
}
