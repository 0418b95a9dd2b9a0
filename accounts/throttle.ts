import type { Clock } from '../clock.ts';
import { normaliseIdentifier } from './account.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { countEvent } from './window-limits.ts';

const WINDOW_SECONDS = 15 * 60;

export interface SignInAttempt {
  /** As typed. */
  readonly identifier: string;
  /** Client address. */
  readonly address: string;
}

/** Attempts that may be made in 15 minutes. */
export interface SignInLimits {
  readonly perIdentifierAndAddress: number;
  readonly perAddress: number;
  readonly perIdentifier: number;
}

export const SIGN_IN_LIMITS: SignInLimits = {
  perIdentifierAndAddress: 5,
  perAddress: 100,
  perIdentifier: 20,
};

export type ThrottleDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * Slows the guessing of passwords. Only the password path asks it: nobody can lock another person's passkey out.
 * Whether the identifier belongs to anybody makes no difference.
 */
export interface SignInThrottle {
  /** Counts the attempt. Ask before the password is looked at, so that parallel guesses are counted too. */
  attempt(attempt: SignInAttempt): Promise<ThrottleDecision>;
  /**
   * The password was right. The attempts of this identifier from this address are forgotten; of the two wider limits only
   * this one attempt is given back, so that an attacker cannot wash the address clean with an account of their own.
   */
  succeeded(attempt: SignInAttempt): Promise<void>;
  /** Nothing was looked at: the attempt does not count. */
  giveBack(attempt: SignInAttempt): Promise<void>;
}

export function createSignInThrottle({
  ephemeral,
  clock,
  limits = SIGN_IN_LIMITS,
}: {
  readonly ephemeral: Pick<EphemeralStore, 'increment' | 'decrement' | 'remove'>;
  readonly clock: Clock;
  readonly limits?: SignInLimits;
}): SignInThrottle {
  return {
    async attempt(attempt) {
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        // In this order: hammering one identifier from one address uses up neither what the identifier is allowed from
        // elsewhere, nor what others behind the same address are allowed.
        limits: [
          { key: pairKey(attempt), limit: limits.perIdentifierAndAddress },
          { key: addressKey(attempt), limit: limits.perAddress },
          { key: identifierKey(attempt), limit: limits.perIdentifier },
        ],
        now: clock(),
      });
      return retryAfterSeconds === undefined
        ? { allowed: true }
        : { allowed: false, retryAfterSeconds };
    },

    async succeeded(attempt) {
      await Promise.all([
        ephemeral.remove('throttle', pairKey(attempt)),
        ephemeral.decrement('throttle', addressKey(attempt)),
        ephemeral.decrement('throttle', identifierKey(attempt)),
      ]);
    },

    async giveBack(attempt) {
      const keys = [pairKey(attempt), addressKey(attempt), identifierKey(attempt)];
      await Promise.all(keys.map((key) => ephemeral.decrement('throttle', key)));
    },
  };
}

const addressKey = ({ address }: SignInAttempt) => `address/${networkOf(address)}`;
const identifierKey = ({ identifier }: SignInAttempt) =>
  `identifier/${normaliseIdentifier(identifier)}`;
const pairKey = (attempt: SignInAttempt) =>
  `${identifierKey(attempt)}/address/${placeOf(attempt.address)}`;

/**
 * For limits of one identifier from one place, which keep one place from using up what everybody else may: a site may
 * hold a whole /48 of IPv6, 65536 networks (RFC 6177).
 */
export function placeOf(address: string): string {
  const network = networkOf(address);
  return network.includes('.') ? network : network.split(':').slice(0, 3).join(':');
}

/** Who is given one IPv6 address is given 2^64 of them: what counts is the /64 (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
