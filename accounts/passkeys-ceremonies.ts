import type { EventContext } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import type { PasskeyChallenges } from './passkey-challenges.ts';
import type { Passkey, PasskeyStore } from './passkey-store.ts';

/** ES256 and RS256. Pinned: left alone, the library offers algorithms first that not every host can verify. */
export const SUPPORTED_ALGORITHMS: number[] = [-7, -257];

/**
 * Writes a new passkey down together with its audit and whatever its holder is told, unless there are too many by then:
 * of any number of parallel ones no more than the last free places are kept.
 */
export type KeepPasskey = (
  passkey: Passkey,
  event: EventContext,
  /** Of the account when its holder was let in: `ended` when everything of it was since. */
  signedOutAt: number | undefined,
) => Promise<'kept' | 'too_many' | 'already_registered' | 'ended'>;

/** What both ceremonies rest on. */
export interface PasskeyCeremonies {
  readonly passkeys: Omit<PasskeyStore, 'insert'>;
  readonly keep: KeepPasskey;
  readonly challenges: PasskeyChallenges;
  readonly clock: Clock;
  /** Of the issuer, never of a request. */
  readonly origin: string;
  /** The issuer's host. */
  readonly rpId: string;
}
