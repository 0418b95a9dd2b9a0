import type { Account } from '../../accounts/account.ts';
import { auditRecord } from '../../audit/events.ts';
import type { RegisterEventData } from '../../audit/register-events.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { personWritten } from '../notices/plain-words.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { Tie } from './known-person.ts';

export type EndReason = RegisterEventData['guardianshipEnded']['reason'];

/**
 * A guardianship ends, and those of both who can still be told are. What becomes of the ward's own account is
 * `wardAfter()`. Pure.
 */
export function endGuardianship(
  { guardianship, ward, guardian, nextGuardian }: Tie,
  { reason, gone }: { readonly reason: EndReason; readonly gone?: 'guardian' | 'ward' },
  now: number,
): readonly RegisterWrite[] {
  const guardianshipId = guardianship.id;
  const context = { accountId: ward.id, actorId: guardian.id };
  const once = guardianshipId;
  const [wardName, guardianName] = [personWritten(ward.name), personWritten(guardian.name)];
  const guardianTold =
    gone === 'guardian'
      ? []
      : noticeWrites(
          'guardianship_ended',
          { as: 'guardian', otherName: wardName },
          { account: guardian, now, once },
        );
  const wardTold =
    gone === 'ward'
      ? []
      : noticeWrites(
          'guardianship_ended',
          { as: 'ward', otherName: guardianName },
          { account: ward, guardian: nextGuardian, now, once },
        );
  return [
    { kind: 'guardianship_ended', guardianship, at: now },
    {
      kind: 'audit',
      record: auditRecord('guardianshipEnded', context, { guardianshipId, reason }, now),
    },
    ...guardianTold,
    ...wardTold,
  ];
}

/** The ward's account once the guardianship is over: it is reached through another guardian, or through none. Pure. */
export function wardAfter({ ward, guardian, nextGuardian }: Tie): Account {
  return ward.guardianId === guardian.id ? { ...ward, guardianId: nextGuardian?.id } : ward;
}

/** Where there is something to change. Pure. */
export function accountChange(seen: Account, account: Account): readonly RegisterWrite[] {
  return account === seen ? [] : [{ kind: 'account_changed', seen, account }];
}
