import type { Account, AccountStore } from '../../accounts/account.ts';
import { endsOn } from '../../accounts/ends-on.ts';
import { endsByAge } from '../../accounts/guardianship-rules.ts';
import type { Guardianship, GuardianshipStore } from '../../accounts/guardianship.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import { isId } from '../../ids.ts';
import type { RegisterWrite, RegisterWriter } from '../register-writes.ts';
import type { DayOutcome } from './document-round.ts';

const CURSOR = 'once/older-accounts';
const DONE = 'done';
const ACCOUNTS_AT_ONCE = 100;

export interface OlderAccountsSources {
  readonly accounts: Pick<AccountStore, 'withoutEnd'>;
  readonly guardianships: Pick<GuardianshipStore, 'find'>;
  readonly writer: RegisterWriter;
  readonly clock: Clock;
}

/**
 * Once in the life of a register: accounts that a SenID made which knew neither the day a document ends them nor why
 * somebody is their guardian. Only the program can tell, because people are sealed. One page; as `goThroughDocuments()`.
 */
export async function goThroughOlderAccounts(sources: OlderAccountsSources): Promise<DayOutcome> {
  const { accounts, writer, clock } = sources;
  const from = await writer.cursor(CURSOR);
  if (from?.position === DONE) return 'done';
  const after = isId('acc', from?.position) ? from.position : undefined;
  const page = await accounts.withoutEnd(after, ACCOUNTS_AT_ONCE);
  const now = clock();
  const writes = await Promise.all(page.map((account) => missingOf(sources, account, now)));
  const last = page.length < ACCOUNTS_AT_ONCE ? undefined : page.at(-1)?.id;
  const outcome = await writer.apply([
    { kind: 'cursor', name: CURSOR, from, position: last ?? DONE, at: now },
    ...writes.flat(),
  ]);
  return outcome.kind === 'written' ? 'more' : 'outdated';
}

async function missingOf(
  { guardianships }: OlderAccountsSources,
  account: Account,
  now: number,
): Promise<readonly RegisterWrite[]> {
  // Written again as it is: the day comes with whatever is written of an account.
  const ends: readonly RegisterWrite[] =
    endsOn(account) === undefined ? [] : [{ kind: 'account_changed', seen: account, account }];
  const { guardianId } = account;
  const noted = guardianId && noteOf(account, guardianId);
  if (!noted || endsByAge(noted, account, dateInVietNam(now))) return ends;
  if ((await guardianships.find(noted.guardianId, account.id)) !== undefined) return ends;
  const context = { accountId: account.id, actorId: guardianId };
  const data = { guardianshipId: noted.id, basis: noted.basis };
  return [
    ...ends,
    { kind: 'guardianship_added', guardianship: noted },
    { kind: 'audit', record: auditRecord('guardianshipAdded', context, data, now) },
  ];
}

/**
 * Only who was a child, or is an organisation, had a guardian for a reason that needs no paper; an adult's is for the
 * civil-status register to tell.
 */
function noteOf(
  { id: wardId, subjectType, createdAt }: Account,
  guardianId: Guardianship['guardianId'],
): Guardianship {
  const fromDate = dateInVietNam(createdAt);
  return {
    id: `grd_${wardId.slice('acc_'.length)}`,
    guardianId,
    wardId,
    basis: subjectType === 'organisation' ? 'legal_representative_of_organisation' : 'parent',
    fromDate,
    untilDate: undefined,
    caseId: undefined,
    createdAt,
    endedAt: undefined,
  };
}
