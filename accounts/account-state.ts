import type { Account, DocumentType, Lock, LockGround } from './account.ts';
import { ageOn } from './age.ts';
import { endingDocument } from './ends-on.ts';
import { AGE_OF_OWN_USE, LOCK_GROUNDS, ruleInForce } from './legal-rules.ts';
import { dateInVietNam } from './vietnam-date.ts';

export type AccountState =
  | { readonly kind: 'active' }
  /** Gravest ground first. Told to nobody but the holder. */
  | { readonly kind: 'locked'; readonly grounds: readonly LockGround[] }
  | {
      readonly kind: 'document_expired';
      readonly document: DocumentType;
      /** `YYYY-MM-DD`, the last day it was valid. */
      readonly expiredOn: string;
    }
  | { readonly kind: 'not_activated' }
  | { readonly kind: 'too_young' }
  /** An organisation: nobody is one, somebody acts for it. */
  | { readonly kind: 'representative_only' }
  /** Somebody acts for another, and may not: not (any more) their guardian, or the ward has come of age. */
  | { readonly kind: 'may_not_act' }
  /** The account acted for cannot be used now; why is nobody's but its holder's. */
  | { readonly kind: 'ward_unusable' };

type AccountFacts = Pick<
  Account,
  'subjectType' | 'birthdate' | 'document' | 'residencePermit' | 'activatedAt'
>;

/**
 * Whether the holder may log in now; only `active` may. When several things stand in the way, the first of these is
 * told, because curing a later one would not help while it stands:
 *
 * 1. `locked`: somebody decided it, and nothing the holder renews or activates lifts it (LoID, Art. 34; D69, Art. 15).
 * 2. `document_expired`: an account cannot be activated on a document that no longer proves anything.
 * 3. `not_activated`.
 * 4. `representative_only`, `too_young`: nothing is wrong with the account, but only who represents an organisation, and
 *    only the guardian of a child, may use it (D69, Arts. 12 and 14(2)); `acting.ts` says when they may.
 */
export function accountState(
  account: AccountFacts,
  openLocks: readonly Pick<Lock, 'ground'>[],
  now: number,
): AccountState {
  const today = dateInVietNam(now);
  if (openLocks.length > 0) return { kind: 'locked', grounds: gravestFirst(openLocks, today) };
  const expired = firstExpired(account, today);
  if (expired !== undefined) return expired;
  if (account.activatedAt === undefined) return { kind: 'not_activated' };
  if (account.subjectType === 'organisation') return { kind: 'representative_only' };
  return usesAlone(account, today) ? { kind: 'active' } : { kind: 'too_young' };
}

function gravestFirst(
  locks: readonly Pick<Lock, 'ground'>[],
  today: string,
): readonly LockGround[] {
  const present = new Set(locks.map(({ ground }) => ground));
  return ruleInForce(LOCK_GROUNDS, today).filter((ground) => present.has(ground));
}

function firstExpired(account: AccountFacts, today: string): AccountState | undefined {
  const first = endingDocument(account, today);
  // The expiry is itself the last valid day.
  if (first === undefined || first.expiry >= today) return undefined;
  return { kind: 'document_expired', document: first.type, expiredOn: first.expiry };
}

/** Whether there is anybody who signs in to this account with means of their own. */
export function usesAlone(
  { subjectType, birthdate }: Pick<AccountFacts, 'subjectType' | 'birthdate'>,
  today: string,
): boolean {
  if (subjectType === 'organisation') return false;
  return ageOn(birthdate, today) >= ruleInForce(AGE_OF_OWN_USE, today);
}
