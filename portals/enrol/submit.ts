import type { CaseActor } from '../../enrolment/case.ts';
import type { NotTaken, StepData } from '../../enrolment/cases/cases.ts';
import type { Refusal } from '../../enrolment/cases/case-view.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import type { CaseId } from '../../ids.ts';
import type { Application } from './application-state.ts';
import type { EnrolServices } from './enrol-services.ts';
import type { Visit, Visits } from './visit.ts';

export type Submission =
  | { readonly kind: 'submitted'; readonly caseId: CaseId }
  | { readonly kind: 'poor_sample' }
  /** Neither yes nor no: nothing was decided, and the picture is gone. */
  | { readonly kind: 'unknown'; readonly system: 'matcher' | 'register' }
  | { readonly kind: 'not_eligible'; readonly refusal: Refusal }
  /** Somebody is at the same application elsewhere. */
  | { readonly kind: 'busy' };

const APPLICANT: CaseActor = { kind: 'applicant' };
const MOST_ATTEMPTS = 4;

/**
 * The whole application at once: opened, contact confirmed, picture compared, submitted, and decided if the registers
 * answer. Each step has a request id that follows from the application's own, so whatever was lost on the way is done
 * once, however often it is sent. The picture is handed on and kept nowhere.
 */
export async function submitApplication(
  visit: Visit<Application>,
  face: BiometricSample,
  { services, applying }: SubmitParts,
): Promise<Submission> {
  const { requestId } = visit.state;
  const opened = await openOnce(visit, services, applying);
  if (opened.kind !== 'opened') return opened;
  const { caseId } = opened;
  for (const [step, data] of [
    ['contact_confirmed', {}],
    ['face_captured', { face }],
    ['submitted', { consent: 'yes' }],
  ] as const) {
    const refused = await takeOnce(
      { caseId, step, data, requestId: `${requestId}/${step}` },
      services,
    );
    if (refused !== undefined) return refused;
  }
  await decideNow(caseId, services);
  return { kind: 'submitted', caseId };
}

interface SubmitParts {
  readonly services: Pick<EnrolServices, 'cases' | 'caseRecords'>;
  readonly applying: Visits<Application>;
}

/** Of two forms at once the first one's case is the case: what the other opened is never submitted. */
async function openOnce(
  visit: Visit<Application>,
  { cases }: Pick<EnrolServices, 'cases'>,
  applying: Visits<Application>,
): Promise<Submission | { readonly kind: 'opened'; readonly caseId: CaseId }> {
  const { who, requestId, draftId } = visit.state;
  if (who === undefined || requestId === undefined) throw new TypeError('not agreed to');
  if (draftId !== undefined) return { kind: 'opened', caseId: draftId };
  const data = declared(visit.state);
  const opened = await cases.open(`${who}_level_1`, { actor: APPLICANT, data, requestId });
  if (opened.kind !== 'opened') return notTaken(opened);
  const { state } = await applying.update(visit, (before) =>
    before.requestId === requestId && before.draftId === undefined
      ? { ...before, draftId: opened.caseId }
      : before,
  );
  return state.requestId === requestId && state.draftId !== undefined
    ? { kind: 'opened', caseId: state.draftId }
    : { kind: 'busy' };
}

/** Undefined once it is taken, by this request or another one of the same application. */
async function takeOnce(
  request: {
    readonly caseId: CaseId;
    readonly step: StepName;
    readonly data: StepData;
    readonly requestId: string;
  },
  { cases }: Pick<EnrolServices, 'cases'>,
): Promise<Submission | undefined> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const view = await cases.view(request.caseId, APPLICANT);
    if (view === undefined || view.history.some(({ name }) => name === request.step)) {
      return undefined;
    }
    const outcome = await cases.take({ ...request, seenVersion: view.version, actor: APPLICANT });
    if (outcome.kind === 'taken') return undefined;
    if (outcome.kind !== 'outdated' && outcome.kind !== 'not_allowed') return notTaken(outcome);
  }
  return { kind: 'busy' };
}

/** The program's own step, without waiting for its round. */
async function decideNow(
  caseId: CaseId,
  { cases, caseRecords }: Pick<EnrolServices, 'cases' | 'caseRecords'>,
): Promise<void> {
  const found = await caseRecords.find(caseId);
  if (found?.status === 'running') await cases.goOn(found);
}

function declared({ number, phone, phoneHeld, email, details }: Application): StepData {
  const contact = (given: Application['phone']) =>
    given === undefined || given === 'none' ? undefined : given.destination;
  const [phoneNumber, mail] = [contact(phone), contact(email)];
  return {
    ...(number === undefined
      ? {}
      : number.kind === 'passport'
        ? { passport: number.value }
        : { number: number.value }),
    ...(details === undefined
      ? {}
      : { name: details.name, birthdate: details.birthdate, sex: details.sex }),
    ...(details?.nationality === undefined ? {} : { nationality: details.nationality }),
    ...(phoneNumber === undefined ? {} : { phone: phoneNumber }),
    ...(phoneHeld === 'takes' ? { takes_phone: 'yes' } : {}),
    ...(mail === undefined ? {} : { email: mail }),
  };
}

function notTaken(outcome: NotTaken): Submission {
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
