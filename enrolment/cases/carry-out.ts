import type { Account, LockRequester } from '../../accounts/account.ts';
import { isChild } from '../../accounts/contact.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { EventContext } from '../../audit/events.ts';
import type { CaseId } from '../../ids.ts';
import type { KeptAccount } from '../keeping/facts.ts';
import { recoveryWrites } from '../keeping/recovery.ts';
import { decideLift, decideLock, type LockRequest } from '../locks.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { OwnLockReason } from '../unlock-ways.ts';
import type { CaseSummary } from './case-summary.ts';

interface Request {
  readonly caseId: CaseId;
  readonly summary: CaseSummary;
  readonly kept: KeptAccount;
  readonly now: number;
  readonly event: EventContext;
}

/** Who asks for a lock; the holder says what for. */
export type LockAsked =
  | { readonly requester: 'agency' }
  | { readonly requester: 'holder'; readonly reason: OwnLockReason };

/** A lock with ground, requester and document; nothing more where the same stands already. Pure. */
export function lockWrites(
  { caseId, summary, kept, now, event }: Request,
  asked: LockAsked,
): readonly RegisterWrite[] {
  const { account, locks } = kept;
  const request: LockRequest =
    asked.requester === 'holder'
      ? { ground: 'own_request', ...asked, caseId }
      : { ground: 'authority_request', ...asked, ...agencyAsked(summary), caseId };
  // One for another reason is another lock: what a passkey opens does not stand for what it may not.
  const standing = locks.filter(({ details }) => details?.reason === request.reason);
  const decision = decideLock(account.id, standing, request, { now, event });
  const isTold = decision.kind === 'refused' || decision.tellHolder;
  return [
    ...(decision.kind === 'locks' ? decision.writes : []),
    ...(isTold ? noticeWrites('account_locked', {}, recipientOf(kept, caseId, now)) : []),
  ];
}

/** Lifts one ground: all of the holder's own, or the one lock of the agency; others stand. Pure. */
export function unlockWrites(
  { caseId, summary, kept, now, event }: Request,
  requester: Extract<LockRequester, 'holder' | 'agency'>,
): readonly RegisterWrite[] {
  const { locks } = kept;
  const { chosen } = summary.locks ?? {};
  const meant = locks.filter(({ id, ground }) =>
    requester === 'holder' ? ground === 'own_request' : id === chosen,
  );
  const { document } = agencyAsked(summary);
  const request =
    requester === 'holder' ? { requester, reason: 'counter' } : { requester, document };
  const lifts = meant.map(({ id: lockId }) =>
    decideLift(locks, { lockId, ...request }, { now, event: { ...event, caseId } }),
  );
  const lifted = lifts.filter((decision) => decision.kind === 'lifts');
  const kind = lifted.length < locks.length ? 'account_still_locked' : 'account_unlocked';
  return [
    ...lifted.flatMap(({ writes }) => writes),
    ...noticeWrites(kind, {}, recipientOf(kept, caseId, now)),
  ];
}

/** Only what the form of such a request demands in full. */
function agencyAsked({ asked }: CaseSummary): Pick<LockRequest, 'agency' | 'document'> {
  const { agency, documentNumber: number, documentDate: date } = asked;
  const document = number === undefined || date === undefined ? undefined : { number, date };
  return { agency, document };
}

/**
 * What the holder had before opens nothing any more; the account is activated anew, with the contacts given at the
 * counter. Pure.
 */
export function counterRecoveryWrites({ summary, kept, now, event }: Request): {
  readonly account: Account;
  readonly writes: readonly RegisterWrite[];
} {
  const { account: seen } = kept;
  const { phone, email } = summary.contact;
  // As given in person: a phone or mail box that is not named any more may be in other hands.
  const own = isChild(seen, dateInVietNam(now)) ? {} : { phone, email };
  const decided = { way: 'counter', passwordHash: undefined } as const;
  const written = recoveryWrites(kept, decided, { now, event, alarm: undefined });
  const changed = written.find((write) => write.kind === 'account_changed');
  const account: Account = { ...(changed?.account ?? seen), ...own, activatedAt: undefined };
  const rest = written.filter((write) => write.kind !== 'account_changed');
  return { account, writes: [{ kind: 'account_changed', seen, account }, ...rest] };
}

function recipientOf({ account, guardian }: KeptAccount, caseId: CaseId, now: number) {
  return { account, guardian, caseId, now };
}
