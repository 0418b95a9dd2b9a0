import { deliveryToRow } from '../delivery-store.ts';
import { noticeToRow } from '../notice-store.ts';
import { SealedChange } from '../pending-change-store.ts';
import { changes, does, type Keep, type Writers } from './step.ts';

/** What waits for its time, and what people and relying parties are told. */
export function messageWrites({
  sealer,
  hash,
}: Keep): Writers<'change_requested' | 'change_settled' | 'notice' | 'delivery'> {
  const pending = new SealedChange(sealer, hash);
  return {
    change_requested({ change, cancelCode }) {
      const row = pending.toRow(change, cancelCode);
      return [
        does(
          (transaction) => transaction.insertInto('pending_changes').values(row),
          'pending_change',
        ),
      ];
    },
    change_settled: ({ id, state, at }) => [
      changes((transaction) =>
        transaction
          .updateTable('pending_changes')
          .set({ state, settled_at: at, open_key: null })
          .where('id', '=', id)
          .where('state', '=', 'waiting'),
      ),
    ],

    notice({ notice, onceKey }) {
      const row = noticeToRow(notice, onceKey, sealer);
      return [
        does((transaction) =>
          transaction
            .insertInto('notices')
            .values(row)
            .onConflict((conflict) => conflict.column('once_key').doNothing()),
        ),
      ];
    },
    delivery({ delivery, onceKey }) {
      const row = deliveryToRow(delivery, onceKey, sealer);
      return [
        does((transaction) =>
          transaction
            .insertInto('deliveries')
            .values(row)
            .onConflict((conflict) => conflict.column('once_key').doNothing()),
        ),
      ];
    },
  };
}
