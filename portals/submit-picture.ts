import type { CaseActor, CaseStore } from '../enrolment/case.ts';
import type { Cases, NotTaken, StepData } from '../enrolment/cases/cases.ts';
import type { Refusal } from '../enrolment/cases/case-view.ts';
import type { StepName } from '../enrolment/cases/vocabulary.ts';
import type { BiometricSample } from '../enrolment/registers.ts';
import type { CaseId } from '../ids.ts';

export type Submission =
  | { readonly kind: 'submitted'; readonly caseId: CaseId }
  | { readonly kind: 'poor_sample' }
  /** Neither yes nor no: nothing was decided, and the picture is gone. */
  | { readonly kind: 'unknown'; readonly system: 'matcher' | 'register' }
  | { readonly kind: 'not_eligible'; readonly refusal: Refusal }
  /** Somebody is at the same application elsewhere. */
  | { readonly kind: 'busy' };

interface SubmitServices {
  readonly cases: Cases;
  readonly caseRecords: Pick<CaseStore, 'find'>;
}

interface Picture {
  readonly caseId: CaseId;
  readonly actor: CaseActor;
  readonly face: BiometricSample;
  /** Of the application: each step has one that follows from it. */
  readonly requestId: string;
}

const MOST_ATTEMPTS = 4;

/**
 * The rest of an application of level 1 at once: contact confirmed, picture compared, submitted, and decided if the
 * registers answer. Whatever was lost on the way is done once, however often it is sent. The picture is handed on and
 * kept nowhere.
 */
export async function submitPicture(
  { caseId, actor, face, requestId }: Picture,
  services: SubmitServices,
): Promise<Submission> {
  for (const [step, data] of [
    ['contact_confirmed', {}],
    ['face_captured', { face }],
    ['submitted', { consent: 'yes' }],
  ] as const) {
    const request = { caseId, step, data, actor, requestId: `${requestId}/${step}` };
    const refused = await takeOnce(request, services);
    if (refused !== undefined) return refused;
  }
  await decideNow(caseId, services);
  return { kind: 'submitted', caseId };
}

/** Undefined once it is taken, by this request or another one of the same application. */
async function takeOnce(
  request: {
    readonly caseId: CaseId;
    readonly step: StepName;
    readonly data: StepData;
    readonly actor: CaseActor;
    readonly requestId: string;
  },
  { cases }: SubmitServices,
): Promise<Submission | undefined> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const view = await cases.view(request.caseId, request.actor);
    if (view === undefined || view.history.some(({ name }) => name === request.step)) {
      return undefined;
    }
    const outcome = await cases.take({ ...request, seenVersion: view.version });
    if (outcome.kind === 'taken') return undefined;
    if (outcome.kind !== 'outdated' && outcome.kind !== 'not_allowed') return notTaken(outcome);
  }
  return { kind: 'busy' };
}

/** The program's own step, without waiting for its round. */
async function decideNow(caseId: CaseId, { cases, caseRecords }: SubmitServices): Promise<void> {
  const found = await caseRecords.find(caseId);
  if (found?.status === 'running') await cases.goOn(found);
}

export function notTaken(outcome: NotTaken): Submission {
  switch (outcome.kind) {
    case 'not_eligible':
      return { kind: 'not_eligible', refusal: outcome.refusal };
    case 'unknown_for_now':
      return { kind: 'unknown', system: outcome.system === 'matcher' ? 'matcher' : 'register' };
    case 'invalid':
      if (outcome.fields.face !== undefined) return { kind: 'poor_sample' };
      throw new TypeError(
        `declared what no page lets through: ${Object.keys(outcome.fields).join()}`,
      );
    case 'not_allowed':
    case 'not_found':
      return { kind: 'busy' };
    default:
      return outcome satisfies never;
  }
}
