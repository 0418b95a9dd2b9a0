import type { Account } from '../../accounts/account.ts';
import type { Guardianship } from '../../accounts/guardianship.ts';
import type { RegisterEventData } from '../../audit/register-events.ts';
import { auditRecord } from '../../audit/events.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { personWritten } from '../notices/plain-words.ts';
import type { RegisterWrite } from '../register-writes.ts';

export type EndReason = RegisterEventData['guardianshipEnded']['reason'];

/** Both ends of a guardianship, and who is reached for the ward once it is over. */
export interface Ending {
  readonly guardianship: Guardianship;
  readonly ward: Account;
  readonly guardian: Account;
  /** Of the guardians who stay. */
  readonly nextGuardian: Account | undefined;
}

/**
 * A guardianship ends: it is written, both are told (the dead are not), and a ward whose first guardian this was is
 * reached through the next one. Pure.
 */
export function endGuardianship(
  { guardianship, ward, guardian, nextGuardian }: Ending,
  reason: EndReason,
  now: number,
): readonly RegisterWrite[] {
  const { id: guardianshipId, basis } = guardianship;
  const isPerson = basis !== 'legal_representative_of_organisation';
  const moves = isPerson && ward.guardianId === guardian.id;
  const changed: Account = { ...ward, guardianId: nextGuardian?.id };
  const context = { accountId: ward.id, actorId: guardian.id };
  const once = guardianshipId;
  const [wardName, guardianName] = [personWritten(ward.name), personWritten(guardian.name)];
  return [
    { kind: 'guardianship_ended', id: guardianshipId, at: now },
    ...(moves ? [{ kind: 'account_changed', seen: ward, account: changed } as const] : []),
    {
      kind: 'audit',
      record: auditRecord('guardianshipEnded', context, { guardianshipId, reason }, now),
    },
    ...(reason === 'death'
      ? []
      : noticeWrites(
          'guardianship_ended',
          { as: 'guardian', otherName: wardName },
          { account: guardian, now, once },
        )),
    ...noticeWrites(
      'guardianship_ended',
      { as: 'ward', otherName: guardianName },
      { account: ward, guardian: nextGuardian, now, once },
    ),
  ];
}
