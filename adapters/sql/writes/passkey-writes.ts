import type { Passkey } from '../../../accounts/passkey-store.ts';
import { Conflict } from '../../../errors.ts';
import { passkeyToRow, sealPasskeyName } from '../passkey-store.ts';
import { changes, does, type Keep, type Step, type Writers } from './step.ts';

/** What holders do with their passkeys. */
export function passkeyWrites({ sealer }: Keep): Writers<'passkey_added' | 'passkey_renamed'> {
  return {
    passkey_added({ passkey, most, signedOutAt }) {
      const row = passkeyToRow(passkey, sealer);
      return [
        freePlace(passkey.accountId, { most, signedOutAt }),
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

/**
 * The account is held until the transaction ends: of several that see the last free place, one takes it. It counts as a
 * change of the account, so that who decides on the passkeys there are is not overtaken by one more.
 */
function freePlace(
  accountId: Passkey['accountId'],
  { most, signedOutAt }: { readonly most: number; readonly signedOutAt: number | undefined },
): Step {
  return {
    taken: 'too_many',
    async run(transaction) {
      const held = await transaction
        .updateTable('accounts')
        .set((row) => ({ version: row('version', '+', 1) }))
        .where('id', '=', accountId)
        .where('signed_out_at', signedOutAt === undefined ? 'is' : '=', signedOutAt ?? null)
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
