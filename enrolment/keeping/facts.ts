import type { Account, Lock } from '../../accounts/account.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import type { EventContext } from '../../audit/events.ts';
import type { PendingChange } from '../pending-change.ts';
import type { Tell } from './telling.ts';

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

/** Around a decision: when, for whom it is recorded, and how people are told. */
export interface KeepingMoment {
  readonly now: number;
  readonly event: EventContext;
  readonly tell: Tell;
  /** For the notices of what is decided; undefined where nothing is to be called off. */
  readonly alarmCode?: string | undefined;
}

export function isCoolingDown({ coolDownUntil }: Account, now: number): boolean {
  return coolDownUntil !== undefined && coolDownUntil > now;
}
