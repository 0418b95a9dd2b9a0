import { Conflict } from '../../errors.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { Case } from '../case.ts';
import { decidingOffice } from '../office-roles.ts';
import type { WriteOutcome } from '../register-writes.ts';
import { concernedBy, loadActorFacts } from './actor-facts.ts';
import { afterStep, goesToAuthority, type StepFacts } from './after-step.ts';
import { makeActivationCode } from './activation-code.ts';
import { capture } from './capture.ts';
import { askForDecision, effectsOf, type Effects } from './case-decision.ts';
import { caseNotices } from './case-notices.ts';
import { summaryOf, type CaseSummary } from './case-summary.ts';
import type { StepOutcome, StepRequest } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { refused } from './guardian-asked.ts';
import { judgeStep, undoableSteps } from './judge-step.ts';
import { stepDefinition } from './kinds.ts';
import { found, type Asked } from './people-asked.ts';
import type { StepDefinition } from './step-definition.ts';
import { readStepInput } from './step-input.ts';
import { stepWrites } from './step-record.ts';
import { reachedBy } from './reached-by.ts';
import type { CaseField, FieldName } from './vocabulary.ts';
import { whoWasQuicker } from './who-was-quicker.ts';
import { maySee } from './who-sees.ts';
import { daysAround } from './days-around.ts';

type Prepared = Omit<StepFacts, 'now' | 'days' | 'actor' | 'requestId'>;

/** Times something beside the case may have changed under a step before it is given up. */
const TRIES = 3;

/** Loads what is known, judges, asks outside, and writes all of it or nothing. Rejects with `Conflict`. */
export async function takeStep(
  dependencies: CasesDependencies,
  request: StepRequest,
): Promise<StepOutcome> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await tryStep(dependencies, request);
    if (outcome !== 'changed_beside') return outcome;
  }
  throw new Conflict('what a step rests on changes faster than the step can be taken');
}

async function tryStep(
  dependencies: CasesDependencies,
  request: StepRequest,
): Promise<StepOutcome | 'changed_beside'> {
  const { caseId, seenVersion, step, actor } = request;
  const seen = await dependencies.cases.find(caseId);
  if (seen === undefined) return { kind: 'not_found' };
  const summary = summaryOf(seen);
  const facts = await loadActorFacts(dependencies, actor, concernedBy(seen, summary));
  if (facts.kind === 'staff' && facts.works === undefined) {
    return { kind: 'not_allowed', whyNot: 'no_longer_staff' };
  }
  if (!maySee(seen, summary, facts)) return { kind: 'not_found' };
  if (seen.version !== seenVersion) return whoWasQuicker(dependencies, request);
  const definition = stepDefinition(seen.kind, step);
  if (definition === undefined) return { kind: 'not_allowed', whyNot: 'not_this_kind' };
  // A code and a one-time code open that one: `Activation`.
  if (step === 'activated') return { kind: 'not_allowed', whyNot: 'not_your_part' };
  const judgement = judgeStep(definition, seen, summary, facts);
  if (!judgement.allowed) return { kind: 'not_allowed', whyNot: judgement.whyNot };
  const prepared = await prepare(dependencies, seen, summary, definition, request);
  // Registers and the matcher may have taken their time: who was suspended or locked meanwhile takes no step.
  const still = await loadActorFacts(dependencies, actor, concernedBy(seen, summary));
  const judgedAgain = judgeStep(definition, seen, summary, still);
  if (!judgedAgain.allowed) return { kind: 'not_allowed', whyNot: judgedAgain.whyNot };
  const outcome =
    prepared.kind === 'found'
      ? await write(dependencies, { seen, summary, definition, request }, prepared.value)
      : prepared;
  if (outcome === 'changed_beside' || outcome.kind !== 'not_eligible') return outcome;
  // What stands in the way may be the very step of who was quicker.
  const quicker = await whoWasQuicker(dependencies, request);
  return quicker === 'changed_beside' ? outcome : quicker;
}

const CONTACTS: ReadonlySet<FieldName> = new Set(['phone', 'email']);

/** The fields of a step as they can be filled in now. `today` is `YYYY-MM-DD`. */
export function fieldsOf(
  { name, fields }: StepDefinition,
  seen: Pick<Case, 'kind'>,
  summary: CaseSummary,
  today: string,
): readonly CaseField[] {
  const options = name === 'undone' ? undoableSteps(seen, summary) : (summary.locks?.open ?? []);
  const reached = name === 'form_filled' ? reachedBy(summary, today) : undefined;
  // What would not count is not asked.
  const asked =
    reached === 'guardian' ? fields.filter(({ name: field }) => !CONTACTS.has(field)) : fields;
  return asked.map((field) => {
    if (field.name === 'phone' && reached === 'phone') return { ...field, required: true };
    return field.name === 'step' || field.name === 'lock_id' ? { ...field, options } : field;
  });
}

async function prepare(
  dependencies: CasesDependencies,
  seen: Case,
  summary: CaseSummary,
  definition: StepDefinition,
  { data, reason }: StepRequest,
): Promise<Asked<Prepared>> {
  const today = dateInVietNam(dependencies.clock());
  const fields = fieldsOf(definition, seen, summary, today);
  const reading = readStepInput(fields, data, { needed: definition.needsReason, given: reason });
  if (reading.kind === 'invalid') return reading;
  const { input } = reading;
  const { name } = definition;
  const { phone, email } = input.values;
  const isReached = (phone ?? email) !== undefined || reachedBy(summary, today) === 'guardian';
  if (name === 'form_filled' && !isReached) {
    return { kind: 'invalid', fields: { phone: 'missing' } };
  }
  const bare = { input, captured: undefined, applicant: undefined, activation: undefined };
  const nothing: Prepared = { ...bare, authority: undefined };
  if (input.sample !== undefined) {
    const { id: caseId, kind, version: seenVersion } = seen;
    const sample = {
      ...input.sample,
      kind: name === 'face_captured' ? 'face' : 'fingerprints',
    } as const;
    const compared = { caseId, kind, seenVersion, summary, sample };
    const captured = await capture(dependencies.registers, compared);
    if (captured.kind !== 'found') return captured;
    return found({ ...nothing, captured: captured.value });
  }
  if (name === 'approved' || name === 'carried_out') {
    const decided = await askForDecision(dependencies, seen, summary);
    return decided.kind === 'found' ? found({ ...nothing, ...decided.value }) : decided;
  }
  if (name === 'activation_renewed') {
    return found({ ...nothing, activation: makeActivationCode(seen.id, dependencies.clock()) });
  }
  if (!goesToAuthority(name, seen)) return found(nothing);
  const authority = decidingOffice(await dependencies.staff.officesOf('identification_authority'));
  // Without one it would be in nobody's hands.
  if (authority === undefined) return { kind: 'not_allowed', whyNot: 'no_authority' };
  return found({ ...nothing, authority: authority.id });
}

interface Taking {
  readonly seen: Case;
  readonly summary: CaseSummary;
  readonly definition: StepDefinition;
  readonly request: Pick<StepRequest, 'caseId' | 'seenVersion' | 'actor' | 'requestId'>;
}

/** Everything a step brings about, in one transaction. */
export async function write(
  dependencies: CasesDependencies,
  { seen, summary: before, definition, request }: Taking,
  prepared: Prepared,
): Promise<StepOutcome | 'changed_beside'> {
  const { name } = definition;
  const now = dependencies.clock();
  const { actor, requestId } = request;
  const days = await daysAround(dependencies, now);
  const facts: StepFacts = { ...prepared, now, days, actor, requestId };
  const after = afterStep(seen, before, definition, facts);
  const decides = name === 'approved' || name === 'carried_out';
  const effects = decides ? await effectsOf(dependencies, after, facts) : found(NO_EFFECTS);
  if (effects.kind !== 'found') return effects;
  const { account = await accountOf(dependencies, seen), writes } = effects.value;
  const row = { ...after.row, accountId: account?.id ?? seen.accountId };
  const guardianId = after.summary.guardian?.accountId;
  const guardian = guardianId && (await dependencies.accounts.findById(guardianId));
  const told = { ...after, row, account, guardian, activation: prepared.activation, now };
  const outcome = await dependencies.writer.apply([
    ...stepWrites({ ...after, row }, name, facts),
    ...writes,
    ...caseNotices(name, told),
  ]);
  if (outcome.kind !== 'written') return notWritten(dependencies, request, outcome);
  return { kind: 'taken', caseId: seen.id, version: row.version };
}

const NO_EFFECTS: Effects = { account: undefined, writes: [] };

async function accountOf({ accounts }: CasesDependencies, { accountId }: Case) {
  return accountId && accounts.findById(accountId);
}

async function notWritten(
  dependencies: CasesDependencies,
  request: Taking['request'],
  outcome: Exclude<WriteOutcome, { kind: 'written' }>,
): Promise<StepOutcome | 'changed_beside'> {
  if (outcome.kind === 'taken' && outcome.what === 'phone') return refused('phone_taken');
  if (outcome.kind === 'taken' && outcome.what === 'identifier') {
    return refused('already_has_account');
  }
  // A guardianship, a change that waits: what somebody wrote in between is looked at again.
  return whoWasQuicker(dependencies, request);
}
