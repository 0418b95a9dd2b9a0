import { accountState } from '../../accounts/account-state.ts';
import { reachableLevel } from '../../accounts/reachable-level.ts';
import type { AccountId } from '../../ids.ts';
import type { Case, CaseActor } from '../case.ts';
import type { CaseSummary } from './case-summary.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import type { ActorFacts } from './judge-step.ts';

/** Whom a case is about. */
export interface Concerned {
  readonly accountId: AccountId | undefined;
  readonly guardianId: AccountId | undefined;
  /** Identification numbers of the applicant, and of all who may act for them. */
  readonly numbers: readonly string[];
}

const NOBODY: Concerned = { accountId: undefined, guardianId: undefined, numbers: [] };

export function concernedBy(
  { accountId, guardianId }: Pick<Case, 'accountId' | 'guardianId'>,
  { person, asked, guardian }: CaseSummary,
): Concerned {
  const numbers = [person?.number, asked.number, asked.guardianNumber, guardian?.number];
  const known = numbers.filter((number) => number !== undefined);
  return { accountId, guardianId, numbers: [...known, ...(person?.guardians ?? [])] };
}

/**
 * Read anew each time: whoever works nowhere any more, or whose own account cannot be used as one of level 2, takes no
 * step, and nobody deals with a case of their own.
 */
export async function loadActorFacts(
  { staff, accounts, guardianships, clock }: CasesDependencies,
  actor: CaseActor,
  concerned: Concerned = NOBODY,
): Promise<ActorFacts> {
  if (actor.kind === 'applicant' || actor.kind === 'system') {
    return { kind: actor.kind, accountId: undefined, works: undefined, related: false };
  }
  const { accountId } = actor;
  const isOne = [concerned.accountId, concerned.guardianId].includes(accountId);
  if (actor.kind === 'holder') {
    return { kind: 'holder', accountId, works: undefined, related: isOne };
  }
  const member = await staff.findMember(actor.staffId);
  const stillThere =
    member?.accountId === accountId &&
    member.endedAt === undefined &&
    (await mayWork(accounts, accountId, clock()));
  const office = stillThere ? await staff.findOffice(member.officeId) : undefined;
  if (!stillThere || office === undefined || office.closedAt !== undefined) {
    return { kind: 'staff', accountId, works: undefined, related: isOne };
  }
  const related = isOne || (await isRelative({ accounts, guardianships }, accountId, concerned));
  const { officeId, roles } = member;
  return { kind: 'staff', accountId, works: { officeId, roles, office: office.kind }, related };
}

async function mayWork(
  accounts: CasesDependencies['accounts'],
  accountId: AccountId,
  now: number,
): Promise<boolean> {
  const [own, locks] = await Promise.all([
    accounts.findById(accountId),
    accounts.openLocks(accountId),
  ]);
  if (own === undefined || accountState(own, locks, now).kind !== 'active') return false;
  return reachableLevel(own, now) === 2;
}

async function isRelative(
  { accounts, guardianships }: Pick<CasesDependencies, 'accounts' | 'guardianships'>,
  officer: AccountId,
  { accountId, numbers }: Concerned,
): Promise<boolean> {
  if (numbers.length === 0) return false;
  const own = await accounts.findById(officer);
  if (own !== undefined && numbers.includes(own.identifier)) return true;
  if (accountId === undefined) return false;
  const [wards, guardians] = await Promise.all([
    guardianships.ofGuardian(officer),
    guardianships.ofWard(officer),
  ]);
  return (
    wards.some(({ wardId }) => wardId === accountId) ||
    guardians.some(({ guardianId }) => guardianId === accountId)
  );
}
