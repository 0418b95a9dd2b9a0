import type { Account } from '../../accounts/account.ts';
import { accountState } from '../../accounts/account-state.ts';
import { joinedFields } from '../notices/kinds.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { accountChange, endGuardianship, wardAfter, type EndReason } from './end-guardianship.ts';
import { followRecord, type Followed, type RecordedPerson } from './follow-record.ts';
import type { Consequence, KnownPerson } from './known-person.ts';
import { liftRegisterLocks, registerLock } from './register-locks.ts';

/** Everything a record read anew changes about an account. Read twice, it changes nothing the second time. Pure. */
export function personConsequence(
  known: KnownPerson,
  recorded: RecordedPerson,
  now: number,
): Consequence {
  const followed = followRecord(known.account, recorded);
  if (!recorded.isAlive) return deathConsequence(known, followed, now);
  const locked = cardConsequence(known, followed.account, { ...recorded, now });
  return {
    writes: [
      ...accountChange(known.account, followed.account),
      ...changeNotices(known, followed, now),
      ...locked.writes,
    ],
    effects: [...followed.fields, ...followed.replaced, ...locked.effects],
    endsSessionsOf: hasExpired(followed.account, now) ? [known.account.id] : locked.endsSessionsOf,
  };
}

/** The number is nobody's any more (naturalised, or given up): the account is closed for good. Pure. */
export function cancelledConsequence(known: KnownPerson, now: number): Consequence {
  const { account, guardian } = known;
  const locks = registerLock(known, 'number_cancelled', now);
  const ended = endAllTies(known, account, 'number_cancelled', now);
  const told = noticeWrites('account_closed', {}, { account, guardian, now, once: account.id });
  return {
    writes: [...accountChange(account, ended.account), ...locks, ...ended.writes, ...told],
    effects: [...(locks.length > 0 ? ['locked'] : []), ...ended.effects],
    endsSessionsOf: ended.endsSessionsOf,
  };
}

/** Nobody tells the holder (LoID, Art. 34(1)(d)). */
function deathConsequence(known: KnownPerson, followed: Followed, now: number): Consequence {
  const locks = registerLock(known, 'death', now);
  const ended = endAllTies(known, followed.account, 'death', now);
  return {
    writes: [...accountChange(known.account, ended.account), ...locks, ...ended.writes],
    effects: [
      ...followed.fields,
      ...followed.replaced,
      ...(locks.length > 0 ? ['locked'] : []),
      ...ended.effects,
    ],
    endsSessionsOf: ended.endsSessionsOf,
  };
}

/** Whoever is gone guards nobody, and needs nobody who acts for them. */
function endAllTies(
  { guardians, wards }: KnownPerson,
  account: Account,
  reason: EndReason,
  now: number,
): Consequence & { readonly account: Account } {
  const own = guardians.flatMap((tie) => endGuardianship(tie, { reason, gone: 'ward' }, now));
  const others = wards.flatMap((tie) => [
    ...endGuardianship(tie, { reason, gone: 'guardian' }, now),
    ...accountChange(tie.ward, wardAfter(tie)),
  ]);
  const isWard = guardians.length > 0 && account.guardianId !== undefined;
  return {
    account: isWard ? { ...account, guardianId: undefined } : account,
    writes: [...own, ...others],
    effects: guardians.length + wards.length > 0 ? ['guardianship_ended'] : [],
    endsSessionsOf: [account.id],
  };
}

/** LoID, Art. 34(1)(c): locked by itself, opened by itself when the document is returned. */
function cardConsequence(
  known: KnownPerson,
  account: Account,
  { documentTaken, now }: Pick<RecordedPerson, 'documentTaken'> & { readonly now: number },
): Consequence {
  const to = { account, guardian: known.guardian, now };
  if (documentTaken) {
    const writes = registerLock(known, 'card_revoked_or_retained', now);
    if (writes.length === 0) return { writes, effects: [], endsSessionsOf: [] };
    const told = noticeWrites('account_locked', {}, to);
    return { writes: [...writes, ...told], effects: ['locked'], endsSessionsOf: [account.id] };
  }
  const { writes, left } = liftRegisterLocks(known, 'card_revoked_or_retained', now);
  if (writes.length === 0) return { writes, effects: [], endsSessionsOf: [] };
  const isOpen = left.length === 0 && !hasExpired(account, now);
  const told = noticeWrites(isOpen ? 'account_unlocked' : 'account_still_locked', {}, to);
  return { writes: [...writes, ...told], effects: ['unlocked'], endsSessionsOf: [] };
}

function changeNotices(
  { guardian }: KnownPerson,
  { account, fields, renewed }: Followed,
  now: number,
): readonly RegisterWrite[] {
  const to = { account, guardian, now };
  return [
    ...(fields.length === 0
      ? []
      : noticeWrites('core_data_changed', { fields: joinedFields(fields) }, to)),
    ...renewed.flatMap(({ type, expiry }) =>
      noticeWrites(
        'document_renewed',
        { document: type, validUntil: expiry },
        { ...to, once: `${type} ${expiry}` },
      ),
    ),
  ];
}

function hasExpired(account: Account, now: number): boolean {
  return accountState(account, [], now).kind === 'document_expired';
}
