import type { AccountId, OfficeId } from '../../ids.ts';
import type { Case, CaseActor, CaseStatus } from '../case.ts';
import type { Office, StaffMember } from '../staff.ts';
import type { CaseSummary } from './case-summary.ts';
import { kindDefinition } from './kinds.ts';
import type { StepCondition, StepDefinition } from './step-definition.ts';
import type { StepName, WhyNotStep } from './vocabulary.ts';

/** Who wants to take a step, as far as it matters for whether they may. */
export interface ActorFacts {
  readonly kind: CaseActor['kind'];
  readonly accountId: AccountId | undefined;
  /** Of staff: where they work now; undefined for who works nowhere (any more). */
  readonly works:
    | (Pick<StaffMember, 'officeId' | 'roles'> & { readonly office: Office['kind'] })
    | undefined;
  /** The case is about them, or about somebody they answer for or who answers for them. */
  readonly related: boolean;
}

export type StandingCase = Pick<Case, 'kind' | 'status' | 'officeId'> & {
  readonly officeId: OfficeId | undefined;
};

export type Judgement =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly whyNot: WhyNotStep;
      /** Of `needs_earlier_step`. */
      readonly waitsFor: readonly StepName[];
    };

/** Nothing can happen to it any more. */
export const CLOSED: readonly CaseStatus[] = ['refused', 'withdrawn', 'done'];

/**
 * Whether this actor may take this step of this case now: the one function that decides it, for pages and for whoever
 * takes one. Pure.
 */
export function judgeStep(
  definition: StepDefinition,
  standing: StandingCase,
  summary: CaseSummary,
  actor: ActorFacts,
): Judgement {
  const person = whyNotThem(definition, standing, actor);
  if (person !== undefined) return no(person);
  if (CLOSED.includes(standing.status)) return no('closed');
  if (!applies(definition, summary)) return no('does_not_apply');
  if (!definition.statuses.includes(standing.status)) return no('not_in_this_status');
  if (!definition.again && summary.done[definition.name] !== undefined) return no('done_already');
  const waitsFor = missingSteps(definition, standing, summary);
  if (waitsFor.length > 0) return no('needs_earlier_step', waitsFor);
  if (definition.name === 'undone' && undoableSteps(standing, summary).length === 0) {
    return no('nothing_to_undo');
  }
  const { accountId } = actor;
  if (
    definition.anotherPerson &&
    accountId !== undefined &&
    summary.handledBy.includes(accountId)
  ) {
    return no('another_person_must_decide');
  }
  return { allowed: true };
}

/** Whether somebody may open a case of this kind: no case, no office of it, no applicant yet. */
export function judgeOpening(definition: StepDefinition, actor: ActorFacts): Judgement {
  const why = whyNotThem(definition, { officeId: actor.works?.officeId }, actor);
  return why === undefined ? { allowed: true } : no(why);
}

function whyNotThem(
  { by, roles, offices }: StepDefinition,
  { officeId }: Pick<StandingCase, 'officeId'>,
  { kind, works, related }: ActorFacts,
): WhyNotStep | undefined {
  if (!by.includes(kind)) return 'not_your_part';
  if (kind === 'holder') return related ? undefined : 'not_your_part';
  if (kind !== 'staff') return undefined;
  if (works === undefined) return 'no_longer_staff';
  if (related) return 'own_case';
  if (works.officeId !== officeId || !offices.includes(works.office)) return 'not_this_office';
  return roles.some((role) => works.roles.includes(role)) ? undefined : 'not_your_role';
}

export function applies({ conditions }: StepDefinition, summary: CaseSummary): boolean {
  return conditions.every((condition) => holds(condition, summary));
}

function holds(condition: StepCondition, { guardian, openedBy, forwarded }: CaseSummary): boolean {
  switch (condition) {
    case 'with_guardian':
      return guardian !== undefined;
    case 'at_counter':
      return openedBy === 'counter';
    case 'by_holder':
      return openedBy === 'holder';
    case 'not_forwarded':
      return !forwarded;
    case 'forwarded':
      return forwarded;
    default:
      return condition satisfies never;
  }
}

/** What does not apply to this case is not waited for; a capture counts when the matcher found what it should. */
function missingSteps(
  { needs }: StepDefinition,
  { kind }: StandingCase,
  summary: CaseSummary,
): readonly StepName[] {
  const { steps } = kindDefinition(kind);
  return needs.filter((name) => {
    const needed = steps.find((definition) => definition.name === name);
    if (needed === undefined) return false;
    const outOfPlay = needed.conditions
      .filter((condition) => condition === 'with_guardian' || condition === 'at_counter')
      .some((condition) => !holds(condition, summary));
    return !outOfPlay && summary.done[name] === undefined;
  });
}

/** Those that stand and can be taken back, in the order of the table. */
export function undoableSteps(
  { kind }: Pick<Case, 'kind'>,
  summary: CaseSummary,
): readonly StepName[] {
  return kindDefinition(kind)
    .steps.filter(({ name, undoable }) => undoable && summary.done[name] !== undefined)
    .map(({ name }) => name);
}

/** A step that is taken back, and all that stand on it. */
export function restingOn({ kind }: Pick<Case, 'kind'>, undone: StepName): ReadonlySet<StepName> {
  const gone = new Set<StepName>([undone]);
  const { steps } = kindDefinition(kind);
  for (let before = 0; before < gone.size;) {
    before = gone.size;
    for (const { name, needs, undoable } of steps) {
      if (undoable && needs.some((needed) => gone.has(needed))) gone.add(name);
    }
  }
  return gone;
}

function no(whyNot: WhyNotStep, waitsFor: readonly StepName[] = []): Judgement {
  return { allowed: false, whyNot, waitsFor };
}
