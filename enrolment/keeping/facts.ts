import type { Account, Lock } from '../../accounts/account.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import type { EventContext } from '../../audit/events.ts';
import type { PendingChange } from '../pending-change.ts';

/** Everything on record that keeping an account rests on, as of one moment. */
export interface KeptAccount {
  readonly account: Account;
  /** Who is reached in the holder's place, where that is so. */
  readonly guardian: Account | undefined;
  /** Not removed. */
  readonly passkeys: readonly Passkey[];
  /** Not lifted. */
  readonly locks: readonly Lock[];
  /** Waiting. */
  readonly changes: readonly PendingChange[];
}

/** By which whoever is told says that it was not them. */
export interface AlarmSent {
  readonly code: string;
  /** For mails: the page where the code is typed, with the code where no server sees it. */
  readonly link: string;
}

/** Around a decision: when, and for whom it is recorded. */
export interface KeepingMoment {
  readonly now: number;
  readonly event: EventContext;
  /** For the notices of what is decided; undefined where nothing is to be called off. */
  readonly alarm: AlarmSent | undefined;
}
