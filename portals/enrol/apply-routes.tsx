import Router from '@koa/router';
import type { Context, Middleware } from 'koa';

import { MOST_PICTURE_BYTES } from '../../enrolment/picture.ts';
import { BadInput } from '../../errors.ts';
import { plainPage } from '../../web/error-answer.tsx';
import { readForm } from '../../web/forms.ts';
import { lastService } from '../../web/last-service.ts';
import { readFileForm } from '../../web/multipart.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { ENROL, questionHref } from './addresses.ts';
import {
  mayAsk,
  nextQuestion,
  questionBefore,
  QUESTIONS,
  type Application,
  type Question,
} from './application-state.ts';
import { HaveAccountPage } from './pages/have-account-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { WardPage } from './pages/ward-page.tsx';
import type { AnswerForm, Answered, QuestionInput } from './question.ts';
import { QUESTION_STEPS } from './question-steps.ts';
import { addResult } from './result.tsx';
import type { Desks, EnrolServices } from './enrol-services.ts';
import { photoTooLarge } from './steps/photo.tsx';
import type { Visit } from './visit.ts';

/** Level 1 by oneself: one question after the other, each at its own address, all of them a plain form. */
export function applyRoutes(services: EnrolServices, desks: Desks): Middleware {
  const router = new Router({ prefix: ENROL });
  const { csrf, sandbox } = services;

  router.get('/', async (ctx) => {
    const visit = await desks.applying.of(ctx);
    sendPage(
      ctx,
      <StartPage
        ctx={plainPage(ctx, sandbox)}
        target={targetOf(services, visit, ENROL)}
        underWay={visit.state.who !== undefined}
        questionHref={whereNow(visit.state)}
      />,
    );
  });

  router.post('/', async (ctx) => {
    const form = await readForm(ctx);
    const visit = await desks.applying.of(ctx);
    csrf.verify(ctx, subjectOf(visit), form);
    if (form.has('forget')) await desks.applying.forget(ctx, visit);
    seeOther(ctx, ENROL);
  });

  router.get('/ward', (ctx) => {
    sendPage(ctx, <WardPage ctx={plainPage(ctx, sandbox)} back={questionHref('who')} />);
  });
  router.get('/have-account', (ctx) => {
    sendPage(ctx, <HaveAccountPage ctx={plainPage(ctx, sandbox)} service={lastService(ctx)} />);
  });
  addResult(router, services, desks);

  router.get('/:question', async (ctx, next) => {
    const question = questionOf(ctx);
    if (question === undefined) return void (await next());
    const visit = await desks.applying.of(ctx);
    if (!isAskable(visit.state, question)) return seeOther(ctx, whereNow(visit.state));
    const input = inputOf(ctx, question, visit, { services, desks });
    sendPage(ctx, await QUESTION_STEPS[question].show(input));
  });

  router.post('/:question', async (ctx, next) => {
    const question = questionOf(ctx);
    if (question === undefined) return void (await next());
    const visit = await desks.applying.of(ctx);
    const input = inputOf(ctx, question, visit, { services, desks });
    const form = await readAnswer(ctx, question);
    if (form === 'too_large') {
      return isAskable(visit.state, question)
        ? answerWith(ctx, photoTooLarge(input), desks)
        : seeOther(ctx, whereNow(visit.state));
    }
    csrf.verify(ctx, subjectOf(visit), form);
    // A replay, a second tab or "back" shows where the application is, not where it was.
    if (!isAskable(visit.state, question)) return seeOther(ctx, whereNow(visit.state));
    await answerWith(ctx, await QUESTION_STEPS[question].answer(input, form), desks);
  });
  return router.routes() as Middleware;
}

/** What was submitted is asked no more. */
function isAskable(application: Application, question: Question): boolean {
  return application.caseId === undefined && mayAsk(application, question);
}

function whereNow(application: Application): string {
  return application.caseId === undefined
    ? questionHref(nextQuestion(application))
    : `${ENROL}/result`;
}

async function answerWith(ctx: Context, outcome: Answered, desks: Desks): Promise<void> {
  switch (outcome.kind) {
    case 'answered':
      return seeOther(ctx, whereNow((await desks.applying.of(ctx)).state));
    case 'go':
      return seeOther(ctx, outcome.href);
    case 'again':
      if (outcome.retryAfterSeconds !== undefined) {
        ctx.set('Retry-After', String(outcome.retryAfterSeconds));
      }
      return sendPage(ctx, outcome.page, outcome.status);
    default:
      return outcome satisfies never;
  }
}

async function readAnswer(ctx: Context, question: Question): Promise<AnswerForm | 'too_large'> {
  if (question !== 'photo') return readForm(ctx);
  try {
    return await readFileForm(ctx, 'face', MOST_PICTURE_BYTES);
  } catch (error) {
    if (error instanceof BadInput && error.status === 413) return 'too_large';
    throw error;
  }
}

function questionOf(ctx: Context & { readonly params?: unknown }): Question | undefined {
  const { question } = ctx.params as Readonly<Record<string, string | undefined>>;
  return QUESTIONS.find((each) => each === question);
}

function inputOf(
  ctx: Context,
  question: Question,
  visit: Visit<Application>,
  { services, desks }: { readonly services: EnrolServices; readonly desks: Desks },
): QuestionInput {
  const before = questionBefore(visit.state, question);
  return {
    ctx,
    services,
    desks,
    visit,
    props: {
      ctx: plainPage(ctx, services.sandbox),
      target: targetOf(services, visit, questionHref(question)),
      back: before === undefined ? ENROL : questionHref(before),
    },
  };
}

function subjectOf({ id }: Visit<unknown>) {
  return { uid: `enrol ${id}`, person: '' };
}

function targetOf({ csrf }: EnrolServices, visit: Visit<unknown>, action: string) {
  return { action, csrf: csrf.tokenFor(subjectOf(visit)) };
}
