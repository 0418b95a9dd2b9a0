import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { countedAs } from '../accounts/contact.ts';
import { networkOf, placeOf, type ThrottleDecision } from '../accounts/throttle.ts';
import { countEvent } from '../accounts/window-limits.ts';
import type { Clock } from '../clock.ts';

const WINDOW_SECONDS = 24 * 60 * 60;

/** Applications that may be submitted in a day. */
export interface ApplicationLimits {
  readonly perNumberAndContact: number;
  readonly perContact: number;
  readonly perAddress: number;
  readonly perNumberAndAddress: number;
  readonly perNumber: number;
}

/**
 * Each picture that is compared is a guess at somebody's face. The limit of a number is far above that of one phone, so
 * that one phone, or one network with any number of mail boxes, cannot keep the true holder of the number out; whoever
 * finds it used up has the counter.
 */
const APPLICATION_LIMITS: ApplicationLimits = {
  perNumberAndContact: 4,
  perContact: 6,
  perAddress: 300,
  perNumberAndAddress: 12,
  perNumber: 40,
};

export interface ApplicationAttempt {
  /** Identification or passport number. */
  readonly number: string;
  /** The phone or mail address that was proven. */
  readonly contact: string;
  readonly address: string;
}

/** Slows who submits one application after the other. Whether anybody has the number makes no difference. */
export interface ApplicationThrottle {
  /** Counts the attempt; ask before anything is compared. */
  attempt(attempt: ApplicationAttempt): Promise<ThrottleDecision>;
  /** Nothing was compared: the attempt does not count. */
  giveBack(attempt: ApplicationAttempt): Promise<void>;
}

export function createApplicationThrottle({
  ephemeral,
  clock,
  limits = APPLICATION_LIMITS,
}: {
  readonly ephemeral: Pick<EphemeralStore, 'increment' | 'decrement'>;
  readonly clock: Clock;
  readonly limits?: ApplicationLimits;
}): ApplicationThrottle {
  return {
    async attempt(attempt) {
      const { pair, contact, address, near, number } = keysOf(attempt);
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [
          { key: pair, limit: limits.perNumberAndContact },
          { key: contact, limit: limits.perContact },
          { key: address, limit: limits.perAddress },
          { key: near, limit: limits.perNumberAndAddress },
          { key: number, limit: limits.perNumber },
        ],
        now: clock(),
      });
      return retryAfterSeconds === undefined
        ? { allowed: true }
        : { allowed: false, retryAfterSeconds };
    },

    async giveBack(attempt) {
      await Promise.all(
        Object.values(keysOf(attempt)).map((key) => ephemeral.decrement('throttle', key)),
      );
    },
  };
}

function keysOf({ number, contact, address }: ApplicationAttempt) {
  const [box, network] = [countedAs(contact), networkOf(address)];
  return {
    pair: `application/pair/${number}/${box}`,
    contact: `application/contact/${box}`,
    address: `application/address/${network}`,
    near: `application/near/${number}/${placeOf(address)}`,
    number: `application/number/${number}`,
  };
}
