import { readFileSync } from 'node:fs';

import { CannotStart } from '../../errors.ts';

/** Reads the token anew each time, so that whoever rotates it need not restart anything. Throws `CannotStart` at first. */
export function tokenIn(file: string | undefined): (() => string) | undefined {
  if (file === undefined) return undefined;
  const read = () => readFileSync(file, 'utf8').trim();
  try {
    // What does not fit into a header is no token: a certificate, a page, an empty file.
    if (/^[\x21-\x7e]+$/.test(read())) return read;
  } catch (cause) {
    throw new CannotStart(`token: ${file} cannot be read`, { cause });
  }
  throw new CannotStart(`token: ${file} holds no token`);
}
