import type { Clock } from '../clock.ts';
import type { PasskeyChallenges } from './passkey-challenges.ts';
import type { PasskeyStore } from './passkey-store.ts';

/** ES256 and RS256. Pinned: left alone, the library offers algorithms first that not every host can verify. */
export const SUPPORTED_ALGORITHMS: number[] = [-7, -257];

/** What both ceremonies rest on. */
export interface PasskeyCeremonies {
  readonly passkeys: PasskeyStore;
  readonly challenges: PasskeyChallenges;
  readonly clock: Clock;
  /** Of the issuer, never of a request. */
  readonly origin: string;
  /** The issuer's host. */
  readonly rpId: string;
}
