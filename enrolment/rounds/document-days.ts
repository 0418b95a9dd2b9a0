import type { Account, Lock } from '../../accounts/account.ts';
import { endingDocument } from '../../accounts/ends-on.ts';
import { ruleInForce, type LegalRule } from '../../accounts/legal-rules.ts';
import { auditRecord } from '../../audit/events.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { dayAfter, daysBetween } from '../working-days.ts';

/** Days ahead at which a holder is warned that a document ends, the furthest first. */
export const WARNING_DAYS: LegalRule<readonly number[]> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'SenID (docs/adr/0035); D69, Art. 15 locks on the day and says nothing of warnings',
    value: [30, 7, 1],
  },
];

/** What a day's work goes through, in this order: warnings by days ahead, then what has ended. */
export type DocumentStep = number | 'ended';

export function documentSteps(today: string): readonly DocumentStep[] {
  return [...ruleInForce(WARNING_DAYS, today), 'ended'];
}

/** Last days of the documents a step looks at, when the days after `done` up to `day` are to be done; both included. */
export function endingRange(
  step: DocumentStep,
  { done, day }: { readonly done: string; readonly day: string },
): { readonly from: string; readonly to: string } {
  const ahead = step === 'ended' ? -1 : step;
  return { from: dayAfter(done, ahead + 1), to: dayAfter(day, ahead) };
}

export interface EndingAccount {
  readonly account: Account;
  readonly guardian: Account | undefined;
  /** Not lifted. */
  readonly locks: readonly Pick<Lock, 'ground'>[];
}

/**
 * What one account is told in one step, on `today`. A warning that a later step repeats in the same breath (days were
 * missed) is left to that one; the dead, and who has another number, are told nothing. Pure.
 */
export function endingWrites(
  { account, guardian, locks }: EndingAccount,
  step: DocumentStep,
  { today, now }: { readonly today: string; readonly now: number },
): readonly RegisterWrite[] {
  const document = endingDocument(account, today);
  if (document === undefined || locks.some(({ ground }) => isFinal(ground))) return [];
  const { type, expiry } = document;
  const days = daysBetween(today, expiry);
  const facts = { document: type, validUntil: expiry };
  const to = { account, guardian, now, once: `${type} ${expiry} ${step}` };
  if (step === 'ended') {
    if (days >= 0) return [];
    const context = { accountId: account.id };
    return [
      ...noticeWrites('document_expired', facts, to),
      { kind: 'signed_out', accountId: account.id, at: now },
      { kind: 'audit', record: auditRecord('documentExpired', context, { document: type }, now) },
    ];
  }
  const next = ruleInForce(WARNING_DAYS, today).find((ahead) => ahead < step) ?? -1;
  return days > next && days <= step
    ? noticeWrites('document_expiring', { ...facts, days }, to)
    : [];
}

function isFinal(ground: Lock['ground']): boolean {
  return ground === 'death' || ground === 'number_cancelled';
}
