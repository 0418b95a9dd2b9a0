import { normaliseIdentifier, type Account } from '../../accounts/account.ts';
import { ageOn } from '../../accounts/age.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { AGE_OF_OWN_USE, ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import { auditRecord, type Audit } from '../../audit/events.ts';
import type { Case, CaseActor } from '../case.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { isActivationCode } from './activation-code.ts';
import { afterStep, type StepFacts } from './after-step.ts';
import { summaryOf, type CaseSummary } from './case-summary.ts';
import type { Activation, ActivationOutcome, ActivationRefused } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { kindDefinition, stepDefinition } from './kinds.ts';
import { eventContext, stepWrites } from './step-record.ts';
import { daysAround } from './days-around.ts';

/** Wrong codes for one number in a day, whoever types them. */
const WRONG_CODES_A_DAY = 10;
const DAY_SECONDS = 24 * 60 * 60;
/** Applications of one person that wait to be activated. */
const MOST_WAITING = 10;

export interface ActivationDependencies extends CasesDependencies {
  readonly ephemerals: Pick<EphemeralStore, 'increment' | 'decrement'>;
  readonly audit: Pick<Audit, 'activationRefused'>;
}

interface Found {
  readonly kind: 'found';
  readonly seen: Case;
  readonly summary: CaseSummary;
  readonly account: Account;
  readonly needs: readonly ('password' | 'passkey')[];
}

export function createActivation(dependencies: ActivationDependencies): Activation {
  return {
    async check({ number, code }) {
      const found = await find(dependencies, number, code);
      if (found.kind !== 'found') return found;
      const { seen, account, needs } = found;
      return { kind: 'accepted', caseId: seen.id, accountId: account.id, needs };
    },

    async activate({ number, code, passwordHash }) {
      const found = await find(dependencies, number, code);
      if (found.kind !== 'found') return found;
      if (found.needs.includes('password') && passwordHash === undefined) {
        throw new TypeError('this activation needs a password');
      }
      return activate(dependencies, found, passwordHash);
    },
  };
}

async function find(
  dependencies: ActivationDependencies,
  typed: string,
  code: string,
): Promise<Found | ActivationRefused> {
  const { ephemerals, clock, audit } = dependencies;
  const number = normaliseIdentifier(typed);
  const key = `activation/${number}`;
  const limits = [{ key, limit: WRONG_CODES_A_DAY }];
  const window = { kind: 'throttle', seconds: DAY_SECONDS, limits, now: clock() } as const;
  // Counted before it is looked at, so that many at once are not more than one after the other.
  const retryAfterSeconds = await countEvent(ephemerals, window);
  if (retryAfterSeconds !== undefined) {
    await audit.activationRefused({}, { reason: 'throttled' });
    return { kind: 'throttled', retryAfterSeconds };
  }
  for (const seen of await waitingUnder(dependencies, number)) {
    const summary = summaryOf(seen);
    const { activation } = summary;
    if (activation === undefined || !isActivationCode(seen.id, code, activation.codeHash)) continue;
    // Who has the code is not guessing.
    await ephemerals.decrement('throttle', key);
    const account = seen.accountId && (await dependencies.accounts.findById(seen.accountId));
    if (activation.until < clock() || account === undefined) {
      await audit.activationRefused({ caseId: seen.id }, { reason: 'expired' });
      return { kind: 'expired' };
    }
    const needs = await needsOf(dependencies, seen, account);
    return { kind: 'found', seen, summary, account, needs };
  }
  await audit.activationRefused({}, { reason: 'wrong' });
  return { kind: 'wrong' };
}

/** Foreigners may type the number of the passport they applied with. */
async function waitingUnder(
  { cases, accounts }: CasesDependencies,
  number: string,
): Promise<readonly Case[]> {
  const common = { statuses: ['approved'], limit: MOST_WAITING } as const;
  const account = await accounts.findByIdentifier(number);
  const [applied, held] = await Promise.all([
    cases.list({ ...common, applicantNumber: number }),
    account === undefined ? [] : cases.list({ ...common, accountId: account.id }),
  ]);
  return [...new Map([...applied, ...held].map((seen) => [seen.id, seen])).values()];
}

/** A child's account is the guardian's to use, with the guardian's own factors (D69, Art. 14(2)). */
async function needsOf(
  { accounts, passkeys, clock }: CasesDependencies,
  { kind }: Case,
  account: Account,
): Promise<Found['needs']> {
  const today = dateInVietNam(clock());
  const isOrganisation = account.subjectType === 'organisation';
  const isChild = ageOn(account.birthdate, today) < ruleInForce(AGE_OF_OWN_USE, today);
  // An organisation acts through its representative.
  if (isOrganisation || isChild) return [];
  const [hash, held] = await Promise.all([
    accounts.passwordHash(account.id),
    passkeys.listByAccount(account.id),
  ]);
  const password = kind === 'recovery' || hash === undefined ? (['password'] as const) : [];
  const passkey = held.length === 0 ? (['passkey'] as const) : [];
  return [...password, ...passkey];
}

/** The code is spent with the step it takes: the version of the case lets one of many through. */
async function activate(
  dependencies: ActivationDependencies,
  { seen, summary: before, account, needs }: Found,
  passwordHash: string | undefined,
): Promise<ActivationOutcome> {
  const definition = stepDefinition(seen.kind, 'activated');
  if (definition === undefined || before.done.activated !== undefined) return { kind: 'wrong' };
  const now = dependencies.clock();
  const actor: CaseActor = { kind: 'holder', accountId: account.id };
  const facts: StepFacts = {
    now,
    days: await daysAround(dependencies, now),
    actor,
    input: { values: {}, sample: undefined, reason: undefined },
    authority: undefined,
    captured: undefined,
    applicant: undefined,
    activation: undefined,
    requestId: undefined,
  };
  const after = afterStep(seen, before, definition, facts);
  const { activation: _spent, ...summary } = after.summary;
  const row = { ...after.row, summary };
  const level = kindDefinition(seen.kind).level === 2 ? 2 : account.level;
  const activated: Account = { ...account, level, activatedAt: account.activatedAt ?? now };
  const setsPassword = needs.includes('password') && passwordHash !== undefined;
  const password: RegisterWrite[] = setsPassword
    ? [{ kind: 'password_set', accountId: account.id, hash: passwordHash, only: 'any' }]
    : [];
  const guardian = account.guardianId && (await dependencies.accounts.findById(account.guardianId));
  const { kind } = await dependencies.writer.apply([
    ...stepWrites({ row, summary }, 'activated', facts),
    { kind: 'account_changed', seen: account, account: activated },
    ...password,
    ...noticeWrites(
      'account_activated',
      { level },
      { account: activated, guardian, caseId: seen.id, now },
    ),
    {
      kind: 'audit',
      record: auditRecord('accountActivated', eventContext(row, actor), { level }, now),
    },
  ]);
  if (kind !== 'written') return { kind: 'outdated' };
  return { kind: 'activated', caseId: seen.id, accountId: account.id };
}
