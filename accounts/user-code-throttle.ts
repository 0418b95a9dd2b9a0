import type { Clock } from '../clock.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { networkOf, type ThrottleDecision } from './throttle.ts';
import { countEvent } from './window-limits.ts';

const WINDOW_SECONDS = 15 * 60;

/** Wrong codes that may be typed in 15 minutes. */
export interface UserCodeLimits {
  readonly perSession: number;
  readonly perAddress: number;
}

/**
 * RFC 8628, section 5.1: a code has 20^8 forms (34.5 bits) and lives for ten minutes. With these limits one address tries
 * 40 of them in that time: with a million codes waiting, it hits one in 640 such addresses.
 */
const USER_CODE_LIMITS: UserCodeLimits = { perSession: 10, perAddress: 40 };

export interface UserCodeAttempt {
  readonly session: string;
  readonly address: string;
}

/** Slows the guessing of user codes. */
export interface UserCodeThrottle {
  /** Counts the attempt; ask before the code is looked for, so that parallel guesses are counted too. */
  attempt(attempt: UserCodeAttempt): Promise<ThrottleDecision>;
  /** The code exists: the attempt does not count. */
  giveBack(attempt: UserCodeAttempt): Promise<void>;
}

export function createUserCodeThrottle({
  ephemeral,
  clock,
  limits = USER_CODE_LIMITS,
}: {
  readonly ephemeral: Pick<EphemeralStore, 'increment' | 'decrement'>;
  readonly clock: Clock;
  readonly limits?: UserCodeLimits;
}): UserCodeThrottle {
  return {
    async attempt(attempt) {
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [
          { key: sessionKey(attempt), limit: limits.perSession },
          { key: addressKey(attempt), limit: limits.perAddress },
        ],
        now: clock(),
      });
      return retryAfterSeconds === undefined
        ? { allowed: true }
        : { allowed: false, retryAfterSeconds };
    },

    async giveBack(attempt) {
      await ephemeral.decrement('throttle', sessionKey(attempt));
      await ephemeral.decrement('throttle', addressKey(attempt));
    },
  };
}

const sessionKey = ({ session }: UserCodeAttempt) => `user-code/session/${session}`;
const addressKey = ({ address }: UserCodeAttempt) => `user-code/address/${networkOf(address)}`;
