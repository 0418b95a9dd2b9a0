import type { Account, Lock, LockRequester } from '../../accounts/account.ts';
import { auditRecord, type EventContext } from '../../audit/events.ts';
import { newId, type CaseId } from '../../ids.ts';
import type { KeptAccount } from '../keeping/facts.ts';
import { recoveryWrites } from '../keeping/recovery.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { CaseSummary } from './case-summary.ts';

interface Request {
  readonly caseId: CaseId;
  readonly summary: CaseSummary;
  readonly kept: KeptAccount;
  readonly now: number;
  readonly event: EventContext;
}

/** A lock with ground, requester and document. Pure. */
export function lockWrites(
  { caseId, summary, kept, now, event }: Request,
  requester: Extract<LockRequester, 'holder' | 'agency'>,
): readonly RegisterWrite[] {
  const { account } = kept;
  const { agency, documentNumber, documentDate } = summary.asked;
  const lock: Lock = {
    id: newId('lock'),
    accountId: account.id,
    ground: requester === 'holder' ? 'own_request' : 'authority_request',
    lockedAt: now,
    liftedAt: undefined,
    requester,
    caseId,
    details: { agency, documentNumber, documentDate, ...(agency ? {} : { reason: 'counter' }) },
  };
  const data = { lockId: lock.id };
  return [
    { kind: 'lock_added', lock },
    { kind: 'audit', record: auditRecord('accountLocked', event, data, now) },
    ...noticeWrites('account_locked', {}, recipientOf(kept, caseId, now)),
  ];
}

/** Lifts one ground: all of the holder's own, or the one lock of the agency; others stand. Pure. */
export function unlockWrites(
  { caseId, summary, kept, now, event }: Request,
  requester: Extract<LockRequester, 'holder' | 'agency'>,
): readonly RegisterWrite[] {
  const { chosen } = summary.locks ?? {};
  const meant = ({ id, ground }: Lock) =>
    requester === 'holder' ? ground === 'own_request' : id === chosen;
  const lifted = kept.locks.filter(meant);
  const left = kept.locks.length - lifted.length;
  const liftReason = summary.asked.documentNumber ?? 'counter';
  return [
    ...lifted.flatMap(({ id: lockId, details }): readonly RegisterWrite[] => [
      {
        kind: 'lock_lifted',
        lockId,
        at: now,
        details: { ...details, liftedBy: requester, liftReason },
      },
      { kind: 'audit', record: auditRecord('accountUnlocked', event, { lockId }, now) },
    ]),
    ...noticeWrites(
      left > 0 ? 'account_still_locked' : 'account_unlocked',
      {},
      recipientOf(kept, caseId, now),
    ),
  ];
}

/**
 * What the holder had before opens nothing any more; the account is activated anew, with the contacts given at the
 * counter. Pure.
 */
export function counterRecoveryWrites({ summary, kept, now, event }: Request): {
  readonly account: Account;
  readonly writes: readonly RegisterWrite[];
} {
  const { account: seen, guardian } = kept;
  const { phone, email } = summary.contact;
  const own =
    guardian === undefined ? { phone: phone ?? seen.phone, email: email ?? seen.email } : {};
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
