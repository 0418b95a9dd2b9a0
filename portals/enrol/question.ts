import type { Context } from 'koa';
import type { VNode } from 'preact';

import type { Form } from '../../web/forms.ts';
import type { Application } from './application-state.ts';
import type { QuestionProps } from './pages/question-frame.tsx';
import type { Desks, EnrolServices } from './enrol-services.ts';
import type { Visit } from './visit.ts';

/** What the page of a question is given; it never reaches for more. */
export interface QuestionInput {
  readonly ctx: Context;
  readonly services: EnrolServices;
  readonly desks: Desks;
  readonly visit: Visit<Application>;
  readonly props: QuestionProps;
}

/** What came of an answer: which question is next is told by the answers alone. */
export type Answered =
  | { readonly kind: 'answered' }
  /** To a page that is no question. */
  | { readonly kind: 'go'; readonly href: string }
  | {
      readonly kind: 'again';
      readonly page: VNode;
      readonly status: 200 | 413 | 422 | 429 | 503;
      readonly retryAfterSeconds?: number;
    };

/** One question and what its form does. */
export interface QuestionStep {
  show(input: QuestionInput): VNode | Promise<VNode>;
  answer(input: QuestionInput, form: AnswerForm): Promise<Answered>;
}

export interface AnswerForm extends Form {
  readonly file?: Uint8Array | undefined;
}

export const answered: Answered = { kind: 'answered' };

export function again(page: VNode): Answered {
  return { kind: 'again', page, status: 422 };
}

export function tooSoon(page: VNode, retryAfterSeconds: number): Answered {
  return { kind: 'again', page, status: 429, retryAfterSeconds };
}
