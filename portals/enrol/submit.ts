import type { CaseActor } from '../../enrolment/case.ts';
import type { StepData } from '../../enrolment/cases/cases.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import type { CaseId } from '../../ids.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { notTaken, submitPicture, type Submission } from '../submit-picture.ts';
import type { Application } from './application-state.ts';
import type { EnrolServices } from './enrol-services.ts';
import type { Visit, Visits } from './visit.ts';

const APPLICANT: CaseActor = { kind: 'applicant' };

/**
 * The whole application at once: opened, contact confirmed, picture compared, submitted, and decided if the registers
 * answer. Each step has a request id that follows from the application's own, so whatever was lost on the way is done
 * once, however often it is sent. The picture is handed on and kept nowhere.
 */
export async function submitApplication(
  visit: Visit<Application>,
  face: BiometricSample,
  { services, applying, locale }: SubmitParts,
): Promise<Submission> {
  const { requestId } = visit.state;
  const opened = await openOnce(visit, { services, applying, locale });
  if (opened.kind !== 'opened') return opened;
  const { caseId } = opened;
  if (requestId === undefined) throw new TypeError('not agreed to');
  return submitPicture({ caseId, actor: APPLICANT, face, requestId }, services);
}

interface SubmitParts {
  readonly services: Pick<EnrolServices, 'cases' | 'caseRecords'>;
  readonly applying: Visits<Application>;
  /** Of the pages: the applicant is told what becomes of it in the same one. */
  readonly locale: Locale;
}

/** Of two forms at once the first one's case is the case: what the other opened is never submitted. */
async function openOnce(
  visit: Visit<Application>,
  { services: { cases }, applying, locale }: SubmitParts,
): Promise<Submission | { readonly kind: 'opened'; readonly caseId: CaseId }> {
  const { who, requestId, draftId } = visit.state;
  if (who === undefined || requestId === undefined) throw new TypeError('not agreed to');
  if (draftId !== undefined) return { kind: 'opened', caseId: draftId };
  const data = declared(visit.state);
  const request = { actor: APPLICANT, data, locale, requestId };
  const opened = await cases.open(`${who}_level_1`, request);
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
