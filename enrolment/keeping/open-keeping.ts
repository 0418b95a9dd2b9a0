import type { AccountStore } from '../../accounts/account.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { PasskeyStore } from '../../accounts/passkey-store.ts';
import type { Clock } from '../../clock.ts';
import type { AccountId } from '../../ids.ts';
import type { PendingChangeStore } from '../pending-change.ts';
import type { RegisterWriter } from '../register-writes.ts';
import { createAlarms, type Alarms } from './alarms.ts';
import { loadKept } from './carry-out.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { settleDueChanges } from './settle.ts';

export interface OpenKeeping {
  readonly keeping: Keeping;
  readonly alarms: Alarms;
  /** For the rounds: gives effect to what is due, and returns how much of it was settled here. */
  settleDue(limit: number): Promise<number>;
}

/** `notMeUri`: of the page where the code of a notice is typed. */
export function openKeeping({
  stores,
  clock,
  notMeUri,
}: {
  readonly stores: {
    readonly accounts: AccountStore;
    readonly passkeys: PasskeyStore;
    readonly pendingChanges: PendingChangeStore;
    readonly writer: RegisterWriter;
    readonly ephemerals: EphemeralStore;
  };
  readonly clock: Clock;
  readonly notMeUri: string;
}): OpenKeeping {
  const { accounts, passkeys, pendingChanges: changes, writer, ephemerals: ephemeral } = stores;
  const alarms = createAlarms({ ephemeral, changes, clock, notMeUri });
  const sources = { accounts, passkeys, changes, writer, alarms, clock };
  const load = (accountId: AccountId) => loadKept(sources, accountId);
  return {
    keeping: createKeeping(sources),
    alarms,
    settleDue: (limit) => settleDueChanges({ changes, writer, alarms, clock, load }, limit),
  };
}
