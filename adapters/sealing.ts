import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

import { SealBroken } from '../errors.ts';
import type { Secrets } from '../secrets.ts';

const ALGORITHM = 'aes-256-gcm';
const SALT_CHARACTERS = 20;
const IV_CHARACTERS = 16;
const TAG_BYTES = 16;
const OPENED_SUBKEYS = 1_000;

export interface Sealer {
  /**
   * `<key id>.<salt, iv>.<ciphertext, tag>`, the last two base64url.
   * `context` names the place (table, column, row): a value moved elsewhere does not open.
   */
  seal(plaintext: string, context: string): string;
  /** Throws `SealBroken`. */
  open(sealed: string, context: string): string;
}

/**
 * The first key seals, all of them open.
 *
 * GCM breaks when an iv repeats under a key, and random ivs are safe for 2^32 messages only (NIST SP 800-38D,
 * section 8.3), which a busy protocol store writes in weeks. So each sealer draws a salt, seals under a key of its
 * own derived from it, and counts its ivs.
 */
export function createSealer(keys: Secrets['sealingKeys']): Sealer {
  const [first] = keys;
  if (first === undefined) throw new RangeError('a sealer needs at least one key');
  const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
  const salt = randomBytes((SALT_CHARACTERS * 3) / 4).toString('base64url');
  const sealingKey = subkey(first.key, salt);
  const openingKeys = new Map<string, KeyObject>();
  let sealed = 0;

  function openingKey(keyId: string, itsSalt: string): KeyObject | undefined {
    const name = `${keyId}.${itsSalt}`;
    const known = openingKeys.get(name);
    if (known !== undefined) return known;
    const key = keyOf.get(keyId);
    if (key === undefined) return undefined;
    if (openingKeys.size >= OPENED_SUBKEYS) openingKeys.clear();
    const derived = subkey(key, itsSalt);
    openingKeys.set(name, derived);
    return derived;
  }

  return {
    seal(plaintext, context) {
      const iv = Buffer.alloc((IV_CHARACTERS * 3) / 4);
      iv.writeUIntBE((sealed += 1), 6, 6);
      const cipher = createCipheriv(ALGORITHM, sealingKey, iv);
      cipher.setAAD(Buffer.from(context));
      const parts = [cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()];
      const body = Buffer.concat(parts).toString('base64url');
      return `${first.id}.${salt}${iv.toString('base64url')}.${body}`;
    },
    open(value, context) {
      const [keyId = '', nonce = '', body = '', ...rest] = value.split('.');
      const key = openingKey(keyId, nonce.slice(0, SALT_CHARACTERS));
      const iv = Buffer.from(nonce.slice(SALT_CHARACTERS), 'base64url');
      const bytes = Buffer.from(body, 'base64url');
      if (key === undefined || rest.length > 0 || bytes.length < TAG_BYTES) throw broken(context);
      try {
        return decrypt(key, iv, bytes, context);
      } catch (cause) {
        throw broken(context, cause);
      }
    },
  };
}

function subkey(key: Buffer, salt: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, salt, 'senid/seal/1', 32)));
}

function decrypt(key: KeyObject, iv: Buffer, bytes: Buffer, context: string): string {
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function broken(context: string, cause?: unknown): SealBroken {
  return new SealBroken(`the sealed value of ${context} does not open`, { cause });
}
