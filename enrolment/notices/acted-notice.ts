import type { AccountStore } from '../../accounts/account.ts';
import type { GuardianshipStore } from '../../accounts/guardianship.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { AccountId } from '../../ids.ts';
import type { RegisterWriter } from '../register-writes.ts';
import { noticeWrites } from './notice-writes.ts';
import { personWritten } from './plain-words.ts';
import { contactsOf } from './recipients.ts';

/** Somebody signed in for somebody else. */
export interface Acted {
  readonly accountId: AccountId;
  readonly actorId: AccountId;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Tells the holder and everybody else who may act for them, the first time a day and person who acts: a child's other
 * parent hears of it as well. Who acts for nobody comes past nothing of this.
 */
export function createActedNotice({
  accounts,
  guardianships,
  writer,
}: {
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly guardianships: Pick<GuardianshipStore, 'ofWard'>;
  readonly writer: Pick<RegisterWriter, 'apply'>;
}): (acted: Acted) => Promise<void> {
  return async ({ accountId, actorId, at: now }) => {
    const [account, ties] = await Promise.all([
      accounts.findById(accountId),
      guardianships.ofWard(accountId),
    ]);
    const guardians = await Promise.all(ties.map((tie) => accounts.findById(tie.guardianId)));
    const actor = guardians.find((each) => each?.id === actorId);
    if (account === undefined || actor === undefined) return;
    const [wardName, actorName] = [personWritten(account.name), personWritten(actor.name)];
    const facts = { wardName, actorName, at: now };
    await writer.apply(
      noticeWrites('signed_in_on_behalf', facts, {
        account,
        guardian: guardians.find((each) => each?.id === account.guardianId),
        contacts: guardians.flatMap((each) => (each === undefined ? [] : contactsOf(each))),
        now,
        once: `${actorId} ${dateInVietNam(now)}`,
      }),
    );
  };
}
