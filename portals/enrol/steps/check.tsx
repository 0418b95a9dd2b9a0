import { randomText } from '../../../ids.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { answered, type QuestionStep } from '../question.ts';

/** Silence is no consent (domain, section 4.2): nothing but the button agrees. */
export const check: QuestionStep = {
  show: ({ props, visit }) => <CheckPage {...props} application={visit.state} />,

  async answer({ desks, services, visit }, form) {
    if (!form.has('continue')) return answered;
    const agreedAt = services.clock();
    await desks.applying.update(visit, (before) => ({
      ...before,
      agreedAt,
      // Agreed to twice, in two tabs, it is one application.
      requestId: before.requestId ?? randomText(18),
    }));
    return answered;
  },
};
