import type { Account } from '../../accounts/account.ts';
import type { Case } from '../case.ts';
import { loadKept } from '../keeping/carry-out.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { makeActivationCode } from './activation-code.ts';
import type { StepFacts } from './after-step.ts';
import { askApplicant } from './applicant-asked.ts';
import { counterRecoveryWrites, lockWrites, unlockWrites } from './carry-out.ts';
import type { CaseSummary } from './case-summary.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { refused } from './guardian-asked.ts';
import { issueAccount } from './issue-account.ts';
import { mayRecover } from '../keeping/recovery.ts';
import { kindDefinition } from './kinds.ts';
import { wasSeenInPerson } from './seen-in-person.ts';
import { found, type Asked } from './people-asked.ts';
import { eventContext } from './step-record.ts';

/** What a decision brings about, beside the step itself. */
export interface Effects {
  readonly account: Account | undefined;
  /** A lock and a recovery also end sessions and grants from before (`withEndings`). */
  readonly writes: readonly RegisterWrite[];
}

type Decided = Pick<StepFacts, 'applicant' | 'activation'>;

/** Everything a decision rests on is asked anew: a register that does not answer decides nothing. */
export async function askForDecision(
  dependencies: CasesDependencies,
  seen: Case,
  summary: CaseSummary,
): Promise<Asked<Decided>> {
  const definition = kindDefinition(seen.kind);
  const asked = await askApplicant(dependencies, definition, summary.asked, { isOpening: false });
  if (asked.kind !== 'found') return asked;
  const activates = definition.subject !== 'holder' || seen.kind === 'recovery';
  const activation = activates ? makeActivationCode(seen.id, dependencies.clock()) : undefined;
  return found({ applicant: asked.value, activation });
}

/** Of a step that was approved or carried out. */
export async function effectsOf(
  dependencies: CasesDependencies,
  { row, summary }: { readonly row: Case; readonly summary: CaseSummary },
  facts: StepFacts,
): Promise<Asked<Effects>> {
  const { applicant, actor, now, input } = facts;
  if (applicant === undefined) throw new TypeError('nothing is decided about nobody');
  if (kindDefinition(row.kind).subject !== 'holder') {
    return found(await issued(dependencies, { row, summary }, facts));
  }
  const { account } = applicant;
  if (account === undefined) return refused('no_account');
  const { accounts, passkeys, pendingChanges: changes } = dependencies;
  const kept = await loadKept({ accounts, passkeys, changes }, account.id);
  if (kept === undefined) return refused('no_account');
  const event = eventContext({ id: row.id, accountId: account.id }, actor);
  const request = { caseId: row.id, summary, kept, now, event };
  switch (row.kind) {
    case 'own_lock': {
      const reason = input.values.devices_held === 'yes' ? 'precaution' : 'device_lost';
      return found({ account, writes: lockWrites(request, { requester: 'holder', reason }) });
    }
    case 'agency_lock':
      return found({ account, writes: lockWrites(request, { requester: 'agency' }) });
    case 'own_unlock':
    case 'agency_unlock': {
      const writes = unlockWrites(request, row.kind === 'own_unlock' ? 'holder' : 'agency');
      return found({ account, writes });
    }
    default: {
      // In person only a lock that is not the holder's own stands in the way.
      if (mayRecover(kept, 'counter', now) !== undefined) {
        return refused('locked_for_other_reasons');
      }
      return found(counterRecoveryWrites(request));
    }
  }
}

async function issued(
  { accounts, guardianships, pendingChanges, cases }: CasesDependencies,
  { row, summary }: { readonly row: Case; readonly summary: CaseSummary },
  { applicant, actor, now }: StepFacts,
): Promise<Effects> {
  const { person, account: existing } = applicant ?? {};
  if (person === undefined) throw new TypeError('nothing is issued to nobody');
  const guardianId = summary.guardian?.accountId;
  const guardianship =
    existing && guardianId ? await guardianships.find(guardianId, existing.id) : undefined;
  const { phone } = summary.contact;
  const holder =
    phone !== undefined && summary.asked.takesPhone === true
      ? await accounts.findByPhone(phone)
      : undefined;
  const lets =
    holder !== undefined && holder.id !== existing?.id && !(await wasSeenInPerson(cases, holder))
      ? holder
      : undefined;
  return issueAccount({
    caseId: row.id,
    level: kindDefinition(row.kind).level,
    summary,
    person,
    existing,
    guardianship,
    phoneHolder: lets,
    changes: existing === undefined ? [] : await pendingChanges.waitingOf(existing.id),
    now,
    event: eventContext(row, actor),
  });
}
