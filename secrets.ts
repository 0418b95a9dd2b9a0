import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { z } from 'zod';

import type { Config } from './config.ts';
import { CannotStart } from './errors.ts';
import { makeFileOnce } from './make-file.ts';
import { makeFolder } from './make-folder.ts';

const key = z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes, base64url');
const secretsSchema = z.object({
  /** Everything keyed but not sealed is derived from this: blind index, id hashes, cookies, CSRF, pairwise subjects. */
  root: key,
  /** The first one seals, all of them open. */
  sealing: z.array(z.object({ id: z.string().regex(/^[a-z0-9]{1,16}$/), key })).min(1),
});

export type SecretPurpose =
  | 'blind-index'
  | 'artefact-id'
  | 'refresh-successor'
  | 'one-time-code'
  | 'cookies'
  | 'dpop-nonce'
  | 'csrf'
  | 'pairwise-subject'
  | 'ciba-nobody'
  | 'portal-login'
  /** What a site of our own presents at our own token endpoint. */
  | `portal-client/${string}`;

/** Kept apart from the configuration, and never printed. */
export interface Secrets {
  readonly sealingKeys: readonly { readonly id: string; readonly key: Buffer }[];
  /** 32 bytes, HKDF-SHA256 of the root, one per purpose. */
  derive(purpose: SecretPurpose): Buffer;
}

/** Reads the secrets file; a sandbox makes one on its first start. Throws `CannotStart`. */
export function loadSecrets(config: Pick<Config, 'mode' | 'secretsFile' | 'dataFolder'>): Secrets {
  const file = resolve(config.secretsFile);
  const { dataFolder } = config;
  if (dataFolder !== undefined && file.startsWith(`${resolve(dataFolder)}/`)) {
    throw new CannotStart(
      `secrets: ${config.secretsFile} lies in the data folder; a copy of the data must not open itself`,
    );
  }
  if (!existsSync(file)) {
    if (config.mode === 'production') {
      throw new CannotStart(`secrets: SENID_SECRETS_FILE ${config.secretsFile} does not exist`);
    }
    writeNewSecrets(file);
  }
  return parseSecrets(file);
}

function writeNewSecrets(file: string): void {
  const fresh = () => randomBytes(32).toString('base64url');
  const content = { root: fresh(), sealing: [{ id: 'k1', key: fresh() }] };
  try {
    makeFolder(dirname(file));
    makeFileOnce(file, `${JSON.stringify(content, undefined, 2)}\n`);
  } catch (cause) {
    throw new CannotStart(`secrets: cannot write ${file}`, { cause });
  }
}

function parseSecrets(file: string): Secrets {
  const content = readJson(file);
  const parsed = secretsSchema.safeParse(content);
  if (!parsed.success) {
    // Zod messages name the field and never quote the value.
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    throw new CannotStart(`secrets: ${file} is not valid at ${fields.join(', ') || 'its root'}`);
  }
  const root = Buffer.from(parsed.data.root, 'base64url');
  return {
    sealingKeys: parsed.data.sealing.map(({ id, key: encoded }) => ({
      id,
      key: Buffer.from(encoded, 'base64url'),
    })),
    derive: (purpose) =>
      Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `senid/${purpose}/1`, 32)),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CannotStart(`secrets: cannot read ${file}`, { cause });
  }
}
