import type { Account } from '../../../accounts/account.ts';
import { Conflict } from '../../../errors.ts';
import { passkeyToRow, sealPasskeyName } from '../passkey-store.ts';
import { changes, does, type Keep, type Step, type Writers } from './step.ts';

/** What holders do with their passkeys. */
export function passkeyWrites({ sealer }: Keep): Writers<'passkey_added' | 'passkey_renamed'> {
  return {
    passkey_added({ passkey, most }) {
      const row = passkeyToRow(passkey, sealer);
      return [
        freePlace(passkey.accountId, most),
        does((transaction) => transaction.insertInto('passkeys').values(row), 'identifier'),
      ];
    },

    passkey_renamed: ({ accountId, passkeyId, name }) => [
      changes((transaction) =>
        transaction
          .updateTable('passkeys')
          .set({ sealed_name: sealPasskeyName(passkeyId, name, sealer) })
          .where('id', '=', passkeyId)
          .where('account_id', '=', accountId)
          .where('removed_at', 'is', null),
      ),
    ],
  };
}

/** The account is held until the transaction ends: of several that see the last free place, one takes it. */
function freePlace(accountId: Account['id'], most: number): Step {
  return {
    taken: 'too_many',
    async run(transaction) {
      const held = await transaction
        .updateTable('accounts')
        .set({ id: accountId })
        .where('id', '=', accountId)
        .executeTakeFirst();
      if (held.numUpdatedRows === 0n) return false;
      const rows = await transaction
        .selectFrom('passkeys')
        .select('id')
        .where('account_id', '=', accountId)
        .where('removed_at', 'is', null)
        .limit(most)
        .execute();
      if (rows.length >= most) throw new Conflict('no place is left for a passkey');
      return true;
    },
  };
}
