import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { countedAs } from '../accounts/contact.ts';
import { networkOf, placeOf, type ThrottleDecision } from '../accounts/throttle.ts';
import { countEvent } from '../accounts/window-limits.ts';
import type { Clock } from '../clock.ts';

const WINDOW_SECONDS = 24 * 60 * 60;

/** Pictures that may be compared in a day, and that may be sent, whether or not they could be compared. */
export interface ApplicationLimits {
  readonly sentPerNumberAndContact: number;
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
 *
 * A picture too poor to be compared told nobody anything: it counts as sent, and as no guess.
 */
export const APPLICATION_LIMITS: ApplicationLimits = {
  sentPerNumberAndContact: 20,
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
  /** The picture was too poor to be compared: it was sent, and is no guess. */
  poorPicture(attempt: ApplicationAttempt): Promise<void>;
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
      const { sent, address, guesses } = keysOf(attempt);
      const { pair, contact, near, number } = guesses;
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [
          { key: sent, limit: limits.sentPerNumberAndContact },
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

    async poorPicture(attempt) {
      await giveBack(ephemeral, Object.values(keysOf(attempt).guesses));
    },

    async giveBack(attempt) {
      const { sent, address, guesses } = keysOf(attempt);
      await giveBack(ephemeral, [sent, address, ...Object.values(guesses)]);
    },
  };
}

async function giveBack(
  ephemeral: Pick<EphemeralStore, 'decrement'>,
  keys: readonly string[],
): Promise<void> {
  await Promise.all(keys.map((key) => ephemeral.decrement('throttle', key)));
}

function keysOf({ number, contact, address }: ApplicationAttempt) {
  const [box, network] = [countedAs(contact), networkOf(address)];
  return {
    sent: `application/sent/${number}/${box}`,
    address: `application/address/${network}`,
    guesses: {
      pair: `application/pair/${number}/${box}`,
      contact: `application/contact/${box}`,
      near: `application/near/${number}/${placeOf(address)}`,
      number: `application/number/${number}`,
    },
  };
}
