import type { Lock } from '../../../accounts/account.ts';
import type { AccountId } from '../../../ids.ts';
import type { Sealer } from '../../sealing.ts';
import { guardianshipToRow } from '../guardianship-store.ts';
import { lockToRow, sealLockDetails } from '../sealed-lock.ts';
import { memberToRow, officeToRow } from '../staff-store.ts';
import { changes, does, type Keep, type Step, type Writers } from './step.ts';

type Kinds =
  | 'lock_added'
  | 'lock_lifted'
  | 'signed_out'
  | 'guardianship_added'
  | 'guardianship_ended'
  | 'acting_ended'
  | 'office'
  | 'staff_added'
  | 'staff_ended';

/** What stands between people and their accounts, each other, and offices: begun once, ended once. */
export function relationWrites({ sealer }: Keep): Writers<Kinds> {
  return {
    lock_added: ({ lock }) => addLock(lock, sealer),
    signed_out: ({ accountId, at }) => [signOut(accountId, at)],
    lock_lifted({ lockId, at, details }) {
      const lifted = { lifted_at: at, sealed_details: sealLockDetails(lockId, details, sealer) };
      return [
        changes((transaction) =>
          transaction
            .updateTable('account_locks')
            .set(lifted)
            .where('id', '=', lockId)
            .where('lifted_at', 'is', null),
        ),
      ];
    },

    guardianship_added({ guardianship }) {
      const row = guardianshipToRow(guardianship);
      return [does((transaction) => transaction.insertInto('guardianships').values(row))];
    },
    acting_ended: () => [],
    guardianship_ended: ({ guardianship: { id }, at }) => [
      changes((transaction) =>
        transaction
          .updateTable('guardianships')
          .set({ ended_at: at, open_key: null })
          .where('id', '=', id)
          .where('ended_at', 'is', null),
      ),
    ],

    office({ office }) {
      const { id, created_at, ...rest } = officeToRow(office);
      return [
        does((transaction) =>
          transaction
            .insertInto('offices')
            .values({ id, created_at, ...rest })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(rest)),
        ),
      ];
    },
    staff_added({ member }) {
      const row = memberToRow(member);
      return [does((transaction) => transaction.insertInto('staff').values(row))];
    },
    staff_ended: ({ id, at }) => [
      changes((transaction) =>
        transaction
          .updateTable('staff')
          .set({ ended_at: at, open_key: null })
          .where('id', '=', id)
          .where('ended_at', 'is', null),
      ),
    ],
  };
}

/** Also for who adds a lock and nothing else. */
export function addLock(lock: Lock, sealer: Sealer): readonly Step[] {
  const row = lockToRow(lock, sealer);
  return [
    signOut(lock.accountId, lock.lockedAt),
    does((transaction) => transaction.insertInto('account_locks').values(row)),
  ];
}

/** Never back to an earlier time. */
function signOut(accountId: AccountId, at: number): Step {
  return does((transaction) =>
    transaction
      .updateTable('accounts')
      .set({ signed_out_at: at })
      .where('id', '=', accountId)
      .where((row) => row.or([row('signed_out_at', 'is', null), row('signed_out_at', '<', at)])),
  );
}
