import type { Case, CaseActor } from '../case.ts';
import { makeActivationCode } from './activation-code.ts';
import { askApplicant, type ApplicantFound } from './applicant-asked.ts';
import { summaryOf, type CasePerson, type CaseSummary } from './case-summary.ts';
import type { Cases } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { judgeStep } from './judge-step.ts';
import { kindDefinition, stepDefinition } from './kinds.ts';
import type { Asked } from './people-asked.ts';
import { write } from './take-step.ts';
import type { RefusalReason } from './vocabulary.ts';

/** A register that did not answer is asked again after so long. */
const AGAIN_AFTER_MS = 2 * 60 * 1000;
const PROGRAM: CaseActor = { kind: 'system' };

type GoneOn = Awaited<ReturnType<Cases['goOn']>>;

/**
 * Decides an application for level 1: what was declared against the register, and what the matcher said of the face.
 * Whoever is not who they declare learns that it did not match, and not what there is.
 */
export async function goOn(dependencies: CasesDependencies, seen: Case): Promise<GoneOn> {
  const definition = kindDefinition(seen.kind);
  const summary = summaryOf(seen);
  if (definition.level !== 1 || seen.status !== 'running') {
    return putOff(dependencies, seen, undefined, 'nothing_to_do');
  }
  const verdict = await decide(dependencies, seen, summary);
  if (verdict.kind === 'unknown') {
    return putOff(dependencies, seen, dependencies.clock() + AGAIN_AFTER_MS, 'waiting');
  }
  return settle(dependencies, seen, summary, verdict);
}

type Verdict =
  | { readonly kind: 'approved'; readonly applicant: ApplicantFound }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'unknown' };

async function decide(
  dependencies: CasesDependencies,
  seen: Case,
  summary: CaseSummary,
): Promise<Verdict> {
  const { asked, biometrics } = summary;
  const definition = kindDefinition(seen.kind);
  const answer: Asked<ApplicantFound> = await askApplicant(dependencies, definition, asked, {
    isOpening: false,
    isThem: (person) => biometrics.face === 'match' && isDeclared(person, asked),
  });
  switch (answer.kind) {
    case 'found':
      return { kind: 'approved', applicant: answer.value };
    case 'not_eligible':
      return { kind: 'refused', reason: answer.refusal.reason };
    case 'unknown_for_now':
      return { kind: 'unknown' };
    default:
      return { kind: 'refused', reason: 'data_not_matched' };
  }
}

/** Names as they are written, whatever their case; a birth date of which the register knows the year by its year. */
function isDeclared(person: CasePerson, asked: CaseSummary['asked']): boolean {
  const { name = '', birthdate = '', sex, nationality } = asked;
  const sameDay = birthdate.slice(0, person.birthdate.length) === person.birthdate;
  return (
    folded(name) === folded(person.name) &&
    sameDay &&
    (sex === undefined || sex === person.sex) &&
    (nationality === undefined || person.nationalities.includes(nationality))
  );
}

function folded(name: string): string {
  return name.normalize('NFC').toLocaleUpperCase('vi').replaceAll(/\s+/g, ' ').trim();
}

async function settle(
  dependencies: CasesDependencies,
  seen: Case,
  summary: CaseSummary,
  verdict: Exclude<Verdict, { kind: 'unknown' }>,
): Promise<GoneOn> {
  const definition = stepDefinition(seen.kind, verdict.kind);
  const facts = { kind: 'system', accountId: undefined, works: undefined, related: false } as const;
  if (definition === undefined || !judgeStep(definition, seen, summary, facts).allowed) {
    return putOff(dependencies, seen, undefined, 'nothing_to_do');
  }
  const request = { caseId: seen.id, seenVersion: seen.version, actor: PROGRAM };
  const approved = verdict.kind === 'approved';
  const values = approved ? {} : { refusal_reason: verdict.reason };
  const outcome = await write(
    dependencies,
    { seen, summary, definition, request },
    {
      input: { values, sample: undefined, reason: undefined },
      authority: undefined,
      captured: undefined,
      applicant: approved ? verdict.applicant : undefined,
      activation: approved ? makeActivationCode(seen.id, dependencies.clock()) : undefined,
    },
  );
  if (outcome === 'changed_beside') return 'waiting';
  if (outcome.kind === 'not_eligible' && approved) {
    const reason = outcome.refusal.reason;
    return settle(dependencies, seen, summary, { kind: 'refused', reason });
  }
  return outcome.kind === 'taken' ? 'taken' : 'outdated';
}

async function putOff(
  { writer }: CasesDependencies,
  seen: Case,
  nextAt: number | undefined,
  otherwise: 'waiting' | 'nothing_to_do',
): Promise<GoneOn> {
  if (seen.nextAt === nextAt) return otherwise;
  const { kind } = await writer.apply([{ kind: 'case_next', seen, nextAt }]);
  return kind === 'written' ? otherwise : 'outdated';
}
