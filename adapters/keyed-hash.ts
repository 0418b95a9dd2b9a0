import { createHmac, createSecretKey } from 'node:crypto';

/** HMAC-SHA256 over (kind, value): finds a value again without holding it. Kinds never collide. */
export type KeyedHash = (kind: string, value: string) => Buffer;

export function createKeyedHash(secret: Buffer): KeyedHash {
  const key = createSecretKey(secret);
  // The length in front keeps ("a", "bc") and ("ab", "c") apart.
  return (kind, value) =>
    createHmac('sha256', key).update(`${kind.length}:${kind}${value}`).digest();
}
