import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { z } from 'zod';

import { CannotStart } from '../../errors.ts';
import { makeFileOnce } from '../../make-file.ts';
import { makeFolder } from '../../make-folder.ts';
import { createSealer } from '../sealing.ts';
import { FileSigningKeyStore } from './file-key-store.ts';

const secretSchema = z.object({ key: z.string().regex(/^[\w-]{43}$/) });

/** The keys in `keysFile`, and the key that opens them in `secretFile`; both are made when missing. Throws `CannotStart`. */
export function openKeyFile(keysFile: string, secretFile: string): FileSigningKeyStore {
  const [folder, secretFolder] = [dirname(resolve(keysFile)), dirname(resolve(secretFile))];
  if (`${secretFolder}/`.startsWith(`${folder}/`)) {
    throw new CannotStart(
      `signer: ${secretFile} lies where the keys do; a copy of that folder must not open itself`,
    );
  }
  if (existsSync(keysFile) && !existsSync(secretFile)) {
    throw new CannotStart(`signer: there is no ${secretFile}, which opens ${keysFile}`);
  }
  makeFolder(folder);
  makeFolder(secretFolder);
  const sealer = createSealer([{ id: 's1', key: readSecret(secretFile) }]);
  return new FileSigningKeyStore(keysFile, sealer);
}

function readSecret(file: string): Buffer {
  try {
    if (!existsSync(file)) {
      const key = randomBytes(32).toString('base64url');
      makeFileOnce(file, `${JSON.stringify({ key })}\n`);
    }
    const { key } = secretSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return Buffer.from(key, 'base64url');
  } catch {
    // Without its cause, which may quote what is in the file.
    throw new CannotStart(`signer: cannot read ${file}`);
  }
}
