import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

import { SenidError } from '../errors.ts';

const deriveKey = promisify(argon2);

const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Cost of one argon2id hash (RFC 9106). */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** 19 MiB, two passes: the OWASP minimum for argon2id that also fits a small server. */
export const PASSWORD_COST: PasswordCost = { memoryKib: 19_456, passes: 2, parallelism: 1 };

interface PasswordHash {
  readonly cost: PasswordCost;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

/** A stored password hash that is not an argon2id PHC string. */
export class PasswordHashUnreadable extends SenidError {
  readonly code = 'password_hash_unreadable';
}

/** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: Buffer, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format({ cost, salt, tag: await derive(password, cost, salt, TAG_BYTES) });
}

/** Costs as much as a real hash and matches no password. */
export function decoyHash(cost: PasswordCost): string {
  return format({ cost, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) });
}

/** Throws `PasswordHashUnreadable`. */
export async function matchesHash(password: Buffer, phc: string): Promise<boolean> {
  const { cost, salt, tag } = parse(phc);
  return timingSafeEqual(await derive(password, cost, salt, tag.length), tag);
}

export function hasCost(phc: string, cost: PasswordCost): boolean {
  const stored = parse(phc).cost;
  return (
    stored.memoryKib === cost.memoryKib &&
    stored.passes === cost.passes &&
    stored.parallelism === cost.parallelism
  );
}

function derive(
  message: Buffer,
  { memoryKib: memory, passes, parallelism }: PasswordCost,
  nonce: Buffer,
  tagLength: number,
): Promise<Buffer> {
  return deriveKey('argon2id', { message, nonce, memory, passes, parallelism, tagLength });
}

function format({ cost, salt, tag }: PasswordHash): string {
  const { memoryKib, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** The PHC string format wants standard base64 without padding. */
function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

const phcPattern =
  /^\$argon2id\$v=19\$m=(?<m>\d{1,8}),t=(?<t>\d{1,3}),p=(?<p>\d{1,2})\$(?<salt>[A-Za-z0-9+/]{11,64})\$(?<tag>[A-Za-z0-9+/]{22,86})$/;

function parse(phc: string): PasswordHash {
  const parts = phcPattern.exec(phc)?.groups;
  if (parts === undefined) throw new PasswordHashUnreadable('not an argon2id PHC string');
  return {
    cost: {
      memoryKib: Number(parts['m']),
      passes: Number(parts['t']),
      parallelism: Number(parts['p']),
    },
    salt: Buffer.from(parts['salt'] ?? '', 'base64'),
    tag: Buffer.from(parts['tag'] ?? '', 'base64'),
  };
}
