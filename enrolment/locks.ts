import type { Lock, LockDetails, LockGround, LockRequester } from '../accounts/account.ts';
import { ruleInForce } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { auditRecord, type EventContext } from '../audit/events.ts';
import { newId, type AccountId, type CaseId, type LockId } from '../ids.ts';
import { LOCK_RULES } from './lock-rules.ts';
import type { RegisterWrite } from './register-writes.ts';

/** What a request to lock or to unlock rests on. */
export interface LockDocument {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface LockRequest {
  readonly ground: LockGround;
  readonly requester: LockRequester;
  readonly document?: LockDocument | undefined;
  /** Which agency asks. */
  readonly agency?: string | undefined;
  readonly reason?: string | undefined;
  readonly caseId?: CaseId | undefined;
}

export interface LiftRequest {
  readonly lockId: LockId;
  readonly requester: LockRequester;
  readonly document?: LockDocument | undefined;
  readonly reason?: string | undefined;
}

export type LockRefusal =
  /** Whoever asks may not on this ground. */
  | 'not_entitled'
  /** It must be asked for in writing. */
  | 'document_missing'
  /** The same request was carried out before, and stands. */
  | 'locked_already';

export type LiftRefusal = 'not_entitled' | 'document_missing' | 'no_such_lock' | 'never_lifted';

/** Around a decision: when, and for whom it is recorded. */
export interface LockMoment {
  readonly now: number;
  readonly event: EventContext;
}

export type LockDecision =
  | { readonly kind: 'refused'; readonly reason: LockRefusal }
  | {
      readonly kind: 'locks';
      readonly lock: Lock;
      readonly writes: readonly RegisterWrite[];
      readonly tellHolder: boolean;
    };

export type LiftDecision =
  | { readonly kind: 'refused'; readonly reason: LiftRefusal }
  | {
      readonly kind: 'lifts';
      readonly writes: readonly RegisterWrite[];
      /** Locks that stand all the same: the account opens when there is none. */
      readonly left: readonly Lock[];
      readonly tellHolder: boolean;
    };

/** One more lock beside those that stand (LoID, Art. 34; D69, Art. 15). Pure. */
export function decideLock(
  accountId: AccountId,
  openLocks: readonly Lock[],
  request: LockRequest,
  { now, event }: LockMoment,
): LockDecision {
  const { ground, requester, document } = request;
  const rule = ruleInForce(LOCK_RULES, dateInVietNam(now))[ground];
  if (!rule.mayRequest.includes(requester)) return { kind: 'refused', reason: 'not_entitled' };
  if (rule.needsDocument && document === undefined) {
    return { kind: 'refused', reason: 'document_missing' };
  }
  if (openLocks.some((lock) => rests(lock, request))) {
    return { kind: 'refused', reason: 'locked_already' };
  }
  const lock: Lock = {
    id: newId('lock'),
    accountId,
    ground,
    lockedAt: now,
    liftedAt: undefined,
    requester,
    caseId: request.caseId,
    details: detailsOf(request),
  };
  const context = { ...event, accountId, caseId: request.caseId ?? event.caseId };
  const writes: readonly RegisterWrite[] = [
    { kind: 'lock_added', lock },
    { kind: 'audit', record: auditRecord('accountLocked', context, { lockId: lock.id }, now) },
  ];
  return { kind: 'locks', lock, writes, tellHolder: rule.tellHolder };
}

/** One ground goes, the others stay. Pure. */
export function decideLift(
  openLocks: readonly Lock[],
  { lockId, requester, document, reason }: LiftRequest,
  { now, event }: LockMoment,
): LiftDecision {
  const lock = openLocks.find(({ id }) => id === lockId);
  if (lock === undefined) return { kind: 'refused', reason: 'no_such_lock' };
  const rule = ruleInForce(LOCK_RULES, dateInVietNam(now))[lock.ground];
  if (rule.mayLift.length === 0) return { kind: 'refused', reason: 'never_lifted' };
  if (!rule.mayLift.includes(requester)) return { kind: 'refused', reason: 'not_entitled' };
  if (rule.needsDocument && document === undefined) {
    return { kind: 'refused', reason: 'document_missing' };
  }
  const details = withoutGaps({
    ...lock.details,
    liftedBy: requester,
    liftReason: reason,
    liftDocumentNumber: document?.number,
    liftDocumentDate: document?.date,
  });
  const context = { ...event, accountId: lock.accountId };
  return {
    kind: 'lifts',
    writes: [
      { kind: 'lock_lifted', lockId, at: now, details },
      { kind: 'audit', record: auditRecord('accountUnlocked', context, { lockId }, now) },
    ],
    left: openLocks.filter(({ id }) => id !== lockId),
    tellHolder: rule.tellHolder,
  };
}

/** The same ground on the same document: two agencies lock twice, one agency that asks again does not. */
function rests(lock: Lock, { ground, document, agency }: LockRequest): boolean {
  return (
    lock.ground === ground &&
    lock.details?.documentNumber === document?.number &&
    lock.details?.agency === agency
  );
}

function detailsOf({ document, agency, reason }: LockRequest): LockDetails | undefined {
  const details = withoutGaps({
    documentNumber: document?.number,
    documentDate: document?.date,
    agency,
    reason,
  });
  return Object.keys(details).length === 0 ? undefined : details;
}

function withoutGaps(details: LockDetails): LockDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
