import type { VNode } from 'preact';

import { readPicture, type PictureProblem } from '../../../enrolment/picture.ts';
import type { BiometricSample } from '../../../enrolment/registers.ts';
import { contactOfApplicant } from '../application-state.ts';
import { PhotoPage, type PhotoProblem } from '../pages/photo-page.tsx';
import { RefusedPage } from '../pages/result-page.tsx';
import {
  again,
  answered,
  tooSoon,
  type Answered,
  type QuestionInput,
  type QuestionStep,
} from '../question.ts';
import type { Submission } from '../../submit-picture.ts';
import { submitApplication } from '../submit.ts';

/** The last question: the picture is compared while the form is answered, and is gone with it. */
export const photo: QuestionStep = {
  show: (input) => photoPage(input),

  async answer(input, form) {
    const bytes = form.file ?? new Uint8Array();
    const reading = readPicture(bytes);
    if (reading.kind === 'refused') {
      return again(photoPage(input, { kind: problemWord(reading.problem) }));
    }
    return submit(input, { kind: 'face', mediaType: reading.mediaType, bytes });
  },
};

/** Larger than is read at all: said on the page it was chosen on. */
export function photoTooLarge(input: QuestionInput): Answered {
  return { kind: 'again', page: photoPage(input, { kind: 'too-large' }), status: 413 };
}

async function submit(input: QuestionInput, face: BiometricSample): Promise<Answered> {
  const { ctx, services, desks, visit } = input;
  const { number } = visit.state;
  const contact = contactOfApplicant(visit.state);
  if (number === undefined || contact === undefined) throw new TypeError('nothing to submit');
  const attempt = { number: number.value, contact: contact.destination, address: ctx.ip };
  const decision = await services.applicationThrottle.attempt(attempt);
  if (!decision.allowed) {
    const { retryAfterSeconds } = decision;
    const problem = { kind: 'throttled', waitSeconds: retryAfterSeconds } as const;
    return tooSoon(photoPage(input, problem), retryAfterSeconds);
  }
  const { applying } = desks;
  const { locale } = input.props.ctx;
  const submission = await submitApplication(visit, face, { services, applying, locale });
  if (submission.kind === 'unknown' || submission.kind === 'busy') {
    await services.applicationThrottle.giveBack(attempt);
  }
  if (submission.kind === 'poor_sample') await services.applicationThrottle.poorPicture(attempt);
  if (submission.kind !== 'submitted') return notSubmitted(input, submission);
  const { caseId } = submission;
  await desks.applying.update(visit, (before) => ({ ...before, caseId }));
  return answered;
}

function notSubmitted(
  input: QuestionInput,
  submission: Exclude<Submission, { kind: 'submitted' }>,
): Answered {
  switch (submission.kind) {
    case 'poor_sample':
      return again(photoPage(input, { kind: 'poor-sample' }));
    case 'not_eligible':
      return again(<RefusedPage {...input.props} refusal={submission.refusal} />);
    case 'unknown':
      return later(
        photoPage(input, {
          kind: submission.system === 'matcher' ? 'unknown' : 'unknown-register',
        }),
      );
    case 'busy':
      return later(photoPage(input, { kind: 'unknown' }));
    default:
      return submission satisfies never;
  }
}

function later(page: VNode): Answered {
  return { kind: 'again', page, status: 503, retryAfterSeconds: 60 };
}

function problemWord(problem: PictureProblem) {
  switch (problem) {
    case 'too_large':
      return 'too-large';
    case 'too_small':
      return 'too-small';
    case 'not_a_picture':
      return 'not-a-picture';
    case 'empty':
    case 'damaged':
      return problem;
    default:
      return problem satisfies never;
  }
}

function photoPage({ props, visit }: QuestionInput, problem?: PhotoProblem) {
  return <PhotoPage {...props} who={visit.state.who ?? 'citizen'} problem={problem} />;
}
