import type { Account } from '../../accounts/account.ts';
import { accountState } from '../../accounts/account-state.ts';
import { GUARDIANSHIP } from '../../accounts/guardianship-rules.ts';
import type { GuardianshipBasis } from '../../accounts/guardianship.ts';
import { ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { refusalFor } from '../eligibility.ts';
import type { CaseGuardian } from './case-summary.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { found, type Asked } from './people-asked.ts';
import type { RefusalReason } from './vocabulary.ts';

export interface GuardianFound {
  readonly guardian: CaseGuardian;
  /** Everybody the register has as one: none of them deals with the case as an officer. */
  readonly all: string[];
}

/**
 * The guardian answers for the applicant with an active level-2 account and its phone, and the civil-status register
 * knows them as guardian (D69, Arts. 10 and 11).
 */
export async function askGuardian(
  { registers, accounts, clock }: CasesDependencies,
  wardNumber: string,
  guardianNumber: string | undefined,
): Promise<Asked<GuardianFound>> {
  if (guardianNumber === undefined) return refused('guardian_needed');
  const answer = await registers.civilStatus.guardiansOf(wardNumber);
  if (answer.kind === 'unknown') return { kind: 'unknown_for_now', system: 'civil_status' };
  const known = answer.kind === 'found' ? answer.value : [];
  const relation = known.find(({ number }) => number === guardianNumber);
  if (relation === undefined) return refused('guardian_not_related');
  const account = await accounts.findByIdentifier(guardianNumber);
  if (!(await mayAnswer(accounts, account, relation.basis, clock()))) {
    return refused('guardian_without_level_2');
  }
  if (account?.phone === undefined) return refused('guardian_without_phone');
  const { id: accountId, name } = account;
  return found({
    guardian: { accountId, number: guardianNumber, name, basis: relation.basis },
    all: known.map(({ number }) => number),
  });
}

/** The legal representative, whom the business register names. */
export async function askRepresentative(
  { accounts, clock }: CasesDependencies,
  number: string,
): Promise<Asked<CaseGuardian>> {
  const basis = 'legal_representative_of_organisation';
  const account = await accounts.findByIdentifier(number);
  if (account === undefined || !(await mayAnswer(accounts, account, basis, clock()))) {
    return refused('representative_without_level_2');
  }
  const { id: accountId, name } = account;
  return found({ accountId, number, name, basis });
}

async function mayAnswer(
  accounts: CasesDependencies['accounts'],
  account: Account | undefined,
  basis: GuardianshipBasis,
  now: number,
): Promise<boolean> {
  const { actorLevel } = ruleInForce(GUARDIANSHIP, dateInVietNam(now))[basis];
  if (account === undefined || account.level < actorLevel) return false;
  return accountState(account, await accounts.openLocks(account.id), now).kind === 'active';
}

export function refused(reason: RefusalReason): {
  readonly kind: 'not_eligible';
  readonly refusal: ReturnType<typeof refusalFor>;
} {
  return { kind: 'not_eligible', refusal: refusalFor(reason) };
}
