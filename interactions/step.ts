import type { Context } from 'koa';
import type { VNode } from 'preact';

import type { Form } from '../web/forms.ts';
import type { FormTarget, PageContext } from '../web/page-context.ts';
import type { Subject } from '../accounts/subject.ts';
import type { JourneyFacts } from './journey-facts.ts';
import type { JourneyServices } from './journey-services.ts';

/** What a step is given; it never reaches for more. */
export interface StepInput {
  readonly ctx: Context;
  readonly page: PageContext;
  readonly target: FormTarget;
  readonly facts: JourneyFacts;
  readonly services: JourneyServices;
}

/** What came of a form: the dispatcher alone decides what is next. */
export type StepOutcome =
  /** Something was proven or answered; look at the facts again. */
  | { readonly kind: 'advance' }
  /** The same page, with what was wrong. `status` is a 4xx, or 503. */
  | {
      readonly kind: 'again';
      readonly page: VNode;
      readonly status: 409 | 422 | 429 | 503;
      readonly retryAfterSeconds?: number;
    }
  /** The journey ends at the relying party with an error. */
  | {
      readonly kind: 'leave';
      readonly error: 'access_denied' | 'unmet_authentication_requirements';
      readonly description: string;
    };

/** One page of the journey and what its form does. A step never calls another step (design, section 3). */
export interface Step {
  show(input: StepInput): Promise<VNode> | VNode;
  submit(input: StepInput, form: Form): Promise<StepOutcome>;
  /** Said to the relying party when the person presses `cancel` here. */
  readonly onCancel: Extract<StepOutcome, { kind: 'leave' }>;
}

export const advance: StepOutcome = { kind: 'advance' };

export const personCancelled: Step['onCancel'] = {
  kind: 'leave',
  error: 'access_denied',
  description: 'the person went back without logging in',
};

/** For steps the dispatcher shows only to somebody known. */
export function knownSubject({ subject }: JourneyFacts): Subject {
  if (subject === undefined) throw new TypeError('this step needs a person');
  return subject;
}
