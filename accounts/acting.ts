import type { Account, AccountLevel } from './account.ts';
import { accountState, type AccountState } from './account-state.ts';
import type { Consent } from './consent.ts';
import { mayActAtAll, mayActFor, needsAssent } from './guardianship-rules.ts';
import type { GuardianshipStore } from './guardianship.ts';
import type { Persons } from './principal.ts';
import { reachableLevel } from './reachable-level.ts';
import type { Standing, StandingStore } from './standing.ts';
import { dateInVietNam } from './vietnam-date.ts';
import type { AuthenticationEventId } from '../ids.ts';

export interface ActingStores {
  readonly standings: StandingStore;
  readonly guardianships: Pick<GuardianshipStore, 'find'>;
}

/**
 * What is on record about the persons of a request. Who acts for nobody is read in one round trip, as ever; who acts
 * costs two more beside it: the account acted for tells who it is and what was agreed, who acts has the factors.
 */
export async function loadStanding(
  { standings, guardianships }: ActingStores,
  { accountId, actorId }: Persons,
  clientId: string,
  authenticationId?: AuthenticationEventId,
): Promise<Standing | undefined> {
  if (actorId === undefined) {
    const own = await standings.load(accountId, clientId, authenticationId);
    return own && ofActor(own, undefined);
  }
  const [ward, prover, guardianship] = await Promise.all([
    standings.load(accountId, clientId, authenticationId),
    standings.load(actorId, clientId),
    guardianships.find(actorId, accountId),
  ]);
  if (ward === undefined || prover === undefined) return undefined;
  const { account, locks, passkeys } = prover;
  const actor = { account, locks, guardianship };
  return { ...ofActor(ward, actorId), passkeys, hasWards: false, actor };
}

/** What somebody proved for another is no evidence of what they, or the other, prove for themselves. */
function ofActor(standing: Standing, actorId: Persons['actorId']): Standing {
  const { authentication } = standing;
  if (authentication === undefined || authentication.actorId === actorId) return standing;
  return { ...standing, authentication: undefined };
}

/** Who proves: the person themself, or who acts for them. */
export function proverAccount({ account, actor }: Pick<Standing, 'account' | 'actor'>): Account {
  return actor?.account ?? account;
}

/**
 * Whether this account may be used by this person now; only `active` may. What is wrong with the account of who acts
 * is told first, and told to them; of the account acted for they learn that it cannot be used, not why.
 */
export function stateOf(
  { account, locks, actor }: Pick<Standing, 'account' | 'locks' | 'actor'>,
  now: number,
): AccountState {
  if (actor === undefined) return accountState(account, locks, now);
  const own = accountState(actor.account, actor.locks, now);
  if (own.kind !== 'active') return own;
  const { guardianship } = actor;
  const persons = { ward: account, actor: actor.account };
  if (guardianship === undefined || !mayActFor(guardianship, persons, dateInVietNam(now))) {
    return { kind: 'may_not_act' };
  }
  const { kind } = accountState(account, locks, now);
  const usable = kind === 'active' || kind === 'too_young' || kind === 'representative_only';
  return usable ? { kind: 'active' } : { kind: 'ward_unusable' };
}

/**
 * The account level that counts: of two accounts the lower one. An organisation's account has no level (D69, Art. 7), so
 * for it that of its representative counts alone.
 */
export function levelOf(
  { account, actor }: Pick<Standing, 'account' | 'actor'>,
  now: number,
): AccountLevel {
  const level = reachableLevel(account, now);
  if (actor === undefined) return level;
  const actorLevel = reachableLevel(actor.account, now);
  if (account.subjectType === 'organisation') return actorLevel;
  return level < actorLevel ? level : actorLevel;
}

/** From when more of the level there is counts again (epoch ms); undefined where nothing cools down. */
export function levelBackAt(
  standing: Pick<Standing, 'account' | 'actor'>,
  now: number,
): number | undefined {
  const { account, actor } = standing;
  if (levelOf(standing, now) === levelOf(standing, Number.POSITIVE_INFINITY)) return undefined;
  return Math.max(account.coolDownUntil ?? 0, actor?.account.coolDownUntil ?? 0);
}

/**
 * The consent that counts for this request: what somebody agreed to for another does not bind the other once they act
 * for themselves, and what is shared about a child of 7 and more rests on the child's own yes as well.
 */
export function consentThatCounts(
  { account, actor, consent }: Pick<Standing, 'account' | 'actor' | 'consent'>,
  now: number,
): Consent | undefined {
  if (consent === undefined || consent.kind === 'withdrawn') return consent;
  if (actor === undefined) return consent.actorId === undefined ? consent : undefined;
  const lacksAssent = consent.actorId !== undefined && consent.assent !== 'given';
  return lacksAssent && needsAssent(account, dateInVietNam(now)) ? undefined : consent;
}

/** Whether somebody is asked for whom they act at a relying party that takes this: who has wards, and may act at all. */
export function mayHaveToChoose({ account, actor, hasWards }: Standing, now: number): boolean {
  return actor === undefined && hasWards && mayActAtAll(account, dateInVietNam(now));
}
