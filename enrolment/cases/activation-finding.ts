import { normaliseIdentifier, type Account } from '../../accounts/account.ts';
import { ageOn } from '../../accounts/age.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { AGE_OF_OWN_USE, ruleInForce } from '../../accounts/legal-rules.ts';
import { placeOf } from '../../accounts/throttle.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { Audit } from '../../audit/events.ts';
import type { Case } from '../case.ts';
import { isActivationCode } from './activation-code.ts';
import { summaryOf, type CaseSummary } from './case-summary.ts';
import type { Activation, ActivationRefused } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { asGiven } from './issue-account.ts';

/**
 * Wrong codes for one number in a day from one place. There is no limit from everywhere: with 49 random bits in a code
 * and a one-time code behind it nobody guesses it, and whoever has many networks would keep the true holder out until
 * the code has run out.
 */
const WRONG_CODES_PER_NUMBER_AND_PLACE = 10;
const DAY_SECONDS = 24 * 60 * 60;
/** Applications of one person that wait to be activated. */
const MOST_WAITING = 10;

export interface ActivationDependencies extends CasesDependencies {
  readonly ephemerals: Pick<EphemeralStore, 'increment' | 'decrement'>;
  readonly audit: Pick<Audit, 'activationRefused'>;
}

export interface Found {
  readonly kind: 'found';
  readonly seen: Case;
  readonly summary: CaseSummary;
  readonly account: Account;
  /** The same, reached as the holder was seen. */
  readonly given: Account;
  readonly needs: readonly ('password' | 'passkey')[];
}

/** The case whose code this is, as it stands. */
export async function findWaiting(
  dependencies: ActivationDependencies,
  { number: typed, code, address }: Parameters<Activation['check']>[0],
): Promise<Found | ActivationRefused> {
  const { ephemerals, clock, audit } = dependencies;
  const number = normaliseIdentifier(typed);
  const key = `activation/${number}/${placeOf(address)}`;
  const limits = [{ key, limit: WRONG_CODES_PER_NUMBER_AND_PLACE }];
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
    const given = asGiven(account, seen.kind, summary, dateInVietNam(clock()));
    return { kind: 'found', seen, summary, account, given, needs };
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
  // Of a recovery that is not activated yet the password is still the one from before, whichever code is used first.
  const isAnew = kind === 'recovery' || account.activatedAt === undefined || hash === undefined;
  const password = isAnew ? (['password'] as const) : [];
  const passkey = held.length === 0 ? (['passkey'] as const) : [];
  return [...password, ...passkey];
}
