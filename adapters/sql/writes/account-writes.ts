import type { Account } from '../../../accounts/account.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { SealedPerson, sealPassword } from '../sealed-person.ts';
import { changes, does, type Keep, type Step, type Writers } from './step.ts';

/** People: what they are, their number, their factors. */
export function accountWrites({
  sealer,
  hash,
}: Keep): Writers<
  'account_added' | 'account_changed' | 'language_chosen' | 'password_set' | 'passkey_removed'
> {
  const people = new SealedPerson(sealer, hash);
  return {
    account_added: ({ account }) => addAccount(people, account),

    account_changed({ seen, account }) {
      const version = seen.version ?? 0;
      const changed = { ...people.toChange({ ...account, id: seen.id }), version: version + 1 };
      const update = changes(
        (transaction) =>
          transaction
            .updateTable('accounts')
            .set(changed)
            .where('id', '=', seen.id)
            .where('version', '=', version),
        'identifier',
      );
      const [before, after] = [people.heldPhone(seen), people.heldPhone(account)];
      if (before === after) return [update];
      return [
        update,
        ...(before === undefined ? [] : [releasePhone(before, seen)]),
        ...(after === undefined ? [] : [claimPhone(after, seen)]),
      ];
    },

    language_chosen({ accountId, locale }) {
      return [
        does((transaction) =>
          transaction.updateTable('accounts').set({ locale }).where('id', '=', accountId),
        ),
      ];
    },

    password_set({ accountId, hash: phc, only }) {
      const sealed = sealPassword(accountId, phc, sealer);
      return [
        changes((transaction) => {
          const update = transaction
            .updateTable('accounts')
            .set({ sealed_password: sealed })
            .where('id', '=', accountId);
          return only === 'first' ? update.where('sealed_password', 'is', null) : update;
        }),
      ];
    },

    passkey_removed({ accountId, passkeyId, at }) {
      const remove = (transaction: RegisterDatabase) =>
        transaction
          .updateTable('passkeys')
          .set({ removed_at: at })
          .where('account_id', '=', accountId)
          .where('removed_at', 'is', null);
      // With `all`, having none is fine.
      if (passkeyId === 'all') return [does(remove)];
      return [changes((transaction) => remove(transaction).where('id', '=', passkeyId))];
    },
  };
}

/** Also for who adds an account and nothing else. */
export function addAccount(people: SealedPerson, account: Account): readonly Step[] {
  const row = people.toRow(account);
  const phone = people.heldPhone(account);
  const add = does((transaction) => transaction.insertInto('accounts').values(row), 'identifier');
  return phone === undefined ? [add] : [add, claimPhone(phone, account)];
}

function claimPhone(index: string, { id, createdAt }: Account): Step {
  const row = { phone_index: index, account_id: id, since: createdAt };
  return does((transaction) => transaction.insertInto('phone_holders').values(row), 'phone');
}

function releasePhone(index: string, { id }: Account): Step {
  return does((transaction) =>
    transaction
      .deleteFrom('phone_holders')
      .where('phone_index', '=', index)
      .where('account_id', '=', id),
  );
}
