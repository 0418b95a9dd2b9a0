/** ms. A record that would never vanish is a mistake of the caller. */
export function timeToLive(ttlSeconds: number): number {
  return expiryAfter(0, ttlSeconds);
}

/** Epoch ms. */
export function expiryAfter(now: number, ttlSeconds: number): number {
  const expiresAt = Math.round(now + ttlSeconds * 1_000);
  if (!Number.isSafeInteger(expiresAt))
    throw new RangeError('a record needs a finite time to live');
  return expiresAt;
}
