import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** What Koa's cookie jar and the library ask of their keys (the `keygrip` interface), with one key. */
export interface CookieSignatures {
  sign(data: string): string;
  verify(data: string, digest: string): boolean;
  /** 0 when `digest` is ours, -1 otherwise. */
  index(data: string, digest: string): number;
}

/** HMAC-SHA256, once for each cookie: keygrip's own check takes three and a random key (LIBRARY, section 0.10). */
export function createCookieSignatures(secret: Buffer): CookieSignatures {
  const key = createSecretKey(secret);
  const sign = (data: string) => createHmac('sha256', key).update(data).digest('base64url');
  const verify = (data: string, digest: string) => {
    const given = Buffer.from(digest);
    const expected = Buffer.from(sign(data));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  return { sign, verify, index: (data, digest) => (verify(data, digest) ? 0 : -1) };
}
