import { z } from 'zod';

import { auditRecord, type EventContext } from '../../audit/events.ts';
import type { Case, CaseActor, CaseStep } from '../case.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { StepFacts } from './after-step.ts';
import type { StepTaken } from './case-view.ts';
import type { CaseSummary } from './case-summary.ts';
import { kindDefinition } from './kinds.ts';
import { STEP_NAMES, type StepName } from './vocabulary.ts';

const stepData = z.object({
  values: z.record(z.string(), z.string()),
  reason: z.string().optional(),
  requestId: z.string().optional(),
  outcome: z.enum(['match', 'no_match', 'enrolled', 'duplicate', 'not_held']).optional(),
  evidenceId: z.string().optional(),
});

/** A step and its audit, as they are written with whatever else it brings about. */
export function stepWrites(
  { row, summary }: { readonly row: Case; readonly summary: CaseSummary },
  name: StepName,
  { actor, now, input, captured, requestId }: StepFacts,
): readonly RegisterWrite[] {
  const { values, reason } = input;
  const { outcome, evidenceId } = captured ?? {};
  const step: CaseStep = {
    sequence: row.version,
    name,
    actor,
    at: now,
    data: { values, reason, requestId, outcome, evidenceId },
  };
  const { kind, status, version: sequence } = row;
  const told = summary.refusal?.reason ?? (reason === undefined ? undefined : 'given');
  const data = {
    kind,
    step: name,
    sequence,
    status,
    reason: told,
    undid: name === 'undone' ? values.step : undefined,
    evidenceId,
  };
  const context = eventContext(row, actor);
  const opened: RegisterWrite = {
    kind: 'audit',
    record: auditRecord('caseOpened', context, { kind }, now),
  };
  return [
    { kind: 'case_step', row, step, openKey: openKeyOf(row, summary, requestId) },
    ...(name === 'opened' ? [opened] : []),
    { kind: 'audit', record: auditRecord('caseStepTaken', context, data, now) },
  ];
}

export function eventContext(
  { id: caseId, accountId }: Pick<Case, 'id' | 'accountId'>,
  actor: CaseActor,
): EventContext {
  const actorId = 'accountId' in actor ? actor.accountId : undefined;
  return { caseId, accountId, actorId };
}

/** Held while the case is open: a second one of its sort about the same person is refused. */
function openKeyOf(
  { kind, closedAt, version }: Case,
  { person }: CaseSummary,
  requestId: string | undefined,
): string | undefined {
  const { oneOpenOf } = kindDefinition(kind);
  // Of whoever may have several, one request opens one: until the next step, as long as answers get lost.
  if (oneOpenOf === undefined && version === 1) return requestId && `request ${kind} ${requestId}`;
  if (oneOpenOf === undefined || person === undefined || closedAt !== undefined) return undefined;
  return `${oneOpenOf} ${person.number}`;
}

export function stepTaken(step: CaseStep): StepTaken {
  const { reason, outcome, values } = stepData.parse(step.data);
  const { sequence, actor, at } = step;
  const undid = STEP_NAMES.find((known) => known === values['step']);
  return { sequence, name: nameOf(step), actor, at, reason, undid, outcome };
}

export function wasTakenUnder({ data }: CaseStep, requestId: string | undefined): boolean {
  return requestId !== undefined && stepData.parse(data).requestId === requestId;
}

export function nameOf({ name }: CaseStep): StepName {
  const known = STEP_NAMES.find((each) => each === name);
  if (known === undefined) throw new TypeError(`not a step: ${name}`);
  return known;
}
