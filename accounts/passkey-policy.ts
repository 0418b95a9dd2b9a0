import type { PasskeyId } from '../ids.ts';
import type { Factor } from './factors.ts';
import type { Passkey } from './passkey-store.ts';

/** How fresh a proof must be to change the factors of an account. */
const FRESH_MS = 15 * 60 * 1000;

type LivePasskeys = readonly Pick<Passkey, 'id' | 'backupEligible'>[];

export type PasskeyAddition =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly missing: readonly ('pwd' | 'otp' | 'passkey')[] };

export type PasskeyRemoval =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason: 'not_registered' | 'passkey_needed' | 'this_passkey_needed';
    };

/**
 * Who holds no passkey yet proves everything else there is; who holds one proves the highest kind still registered: a
 * device-bound one where there is one (design, section 2, rule 7). Pure.
 */
export function mayAddPasskey(
  factors: readonly Factor[],
  passkeys: LivePasskeys,
  now: number,
): PasskeyAddition {
  const fresh = factors.filter((factor) => isFresh(factor, now));
  const needed = passkeys.length === 0 ? (['pwd', 'otp'] as const) : (['passkey'] as const);
  const missing = needed.filter((method) =>
    method === 'passkey'
      ? !provesHighest(fresh, passkeys)
      : !fresh.some((factor) => factor.method === method),
  );
  return missing.length === 0 ? { allowed: true } : { allowed: false, missing };
}

/**
 * A lost passkey is removed with another one that is as high as any. The last one only with itself: whoever lost it,
 * and whoever stole the password, go through the proofing of the account again. Pure.
 */
export function mayRemovePasskey(
  passkeyId: PasskeyId,
  factors: readonly Factor[],
  passkeys: LivePasskeys,
  now: number,
): PasskeyRemoval {
  if (!passkeys.some(({ id }) => id === passkeyId)) {
    return { allowed: false, reason: 'not_registered' };
  }
  const fresh = factors.filter((factor) => isFresh(factor, now));
  if (provesHighest(fresh, passkeys)) return { allowed: true };
  return {
    allowed: false,
    reason: passkeys.length === 1 ? 'this_passkey_needed' : 'passkey_needed',
  };
}

function isFresh(factor: Factor, now: number): boolean {
  return now - factor.at <= FRESH_MS;
}

function provesHighest(factors: readonly Factor[], passkeys: LivePasskeys): boolean {
  const deviceBound = passkeys.filter(({ backupEligible }) => !backupEligible);
  const highest = deviceBound.length > 0 ? deviceBound : passkeys;
  const ids = new Set(highest.map(({ id }) => id));
  return factors.some((factor) => factor.method === 'passkey' && ids.has(factor.passkeyId));
}
