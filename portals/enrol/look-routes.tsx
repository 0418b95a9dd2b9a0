import Router from '@koa/router';
import type { Context, Middleware } from 'koa';

import { maskedDestination, type Contact } from '../../accounts/contact.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { CaseView } from '../../enrolment/cases/case-view.ts';
import { caseOfReference } from '../../enrolment/reference.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { APPLICATION } from './addresses.ts';
import { addCase } from './look-case.tsx';
import { CASE, formOf, targetOf, viewOf, type LookParts } from './look-parts.ts';
import type { Look } from './look-state.ts';
import type { CodeProblem } from './pages/contact-code-form.tsx';
import { ProvePhonePage } from './pages/prove-phone-page.tsx';
import { ReferencePage, type ReferenceProblem } from './pages/reference-page.tsx';
import type { Desks, EnrolServices } from './enrol-services.ts';
import type { Visit } from './visit.ts';

const PHONE = `${APPLICATION}/phone`;
/** From one address: a counter with a public terminal is within it. */
const MOST_REFERENCES_AN_HOUR = 60;

/** How is my application going: by its reference and a code to the phone that was given. */
export function lookRoutes(services: EnrolServices, desks: Desks): Middleware {
  const parts: LookParts = { services, desks };
  const router = new Router({ prefix: APPLICATION });

  router.get('/', async (ctx) => showReference(ctx, await desks.looking.of(ctx), parts, ''));
  router.post('/', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    await onReference(ctx, visit, form, parts);
  });

  router.get('/phone', async (ctx) => {
    const visit = await desks.looking.of(ctx);
    await showPhone(ctx, visit, parts, {});
  });
  router.post('/phone', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    await onCode(ctx, visit, form, parts);
  });
  addCase(router, parts);
  return router.routes() as Middleware;
}

function showReference(
  ctx: Context,
  visit: Visit<Look>,
  parts: LookParts,
  typed: string,
  problem?: ReferenceProblem,
): void {
  const status = problem === undefined ? 200 : problem.kind === 'too-soon' ? 429 : 422;
  sendPage(
    ctx,
    <ReferencePage
      ctx={plainPage(ctx, parts.services.sandbox)}
      target={targetOf(parts, visit, APPLICATION)}
      typed={typed}
      problem={problem}
    />,
    status,
  );
}

/**
 * That a reference is wrong may be said, and is what whoever mistyped it must know; slips are told by the reference
 * itself. Who goes on trying ones that could be is stopped: it has 55 random bits.
 */
async function onReference(ctx: Context, visit: Visit<Look>, form: Form, parts: LookParts) {
  const typed = form.text('reference')?.trim() ?? '';
  const refuse = (problem: ReferenceProblem) => showReference(ctx, visit, parts, typed, problem);
  if (typed === '') return refuse({ kind: 'reference-missing' });
  const id = caseOfReference(typed);
  if (id === undefined) return refuse({ kind: 'not-found' });
  const tried = await tooManyTried(ctx, parts);
  if (tried !== undefined) return refuse({ kind: 'too-soon', waitSeconds: tried });
  const view = await viewOf(id, parts);
  if (view === undefined) return refuse({ kind: 'not-found' });
  const contact = contactOf(view);
  if (contact === undefined) return refuse({ kind: 'no-contact' });
  const waitSeconds = await sendCode(ctx, visit, contact, parts);
  if (waitSeconds !== undefined) return refuse({ kind: 'too-soon', waitSeconds });
  await parts.desks.looking.update(visit, () => ({ caseId: view.id }));
  seeOther(ctx, PHONE);
}

/** Seconds to wait for who looks for more applications than anybody has. */
function tooManyTried(ctx: Context, { services }: LookParts): Promise<number | undefined> {
  return countEvent(services.ephemerals, {
    kind: 'throttle',
    seconds: 60 * 60,
    limits: [{ key: `application-reference/${ctx.ip}`, limit: MOST_REFERENCES_AN_HOUR }],
    now: services.clock(),
  });
}

/** Seconds to wait when too many were sent. */
async function sendCode(
  ctx: Context,
  visit: Visit<Look>,
  contact: Contact,
  { services }: LookParts,
): Promise<number | undefined> {
  const { locale } = plainPage(ctx, services.sandbox);
  const request = { journeyId: visit.id, contact, locale, address: ctx.ip };
  const sending = await services.contactCodes.send(request);
  if (sending.kind === 'limited') return sending.retryAfterSeconds;
  await services.audit.oneTimeCodeSent(
    { requestId: ctx.state.requestId, caseId: visit.state.caseId },
    { channel: contact.channel },
  );
  return undefined;
}

async function onCode(ctx: Context, visit: Visit<Look>, form: Form, parts: LookParts) {
  const contact = contactOf(await viewOf(visit.state.caseId, parts));
  if (contact === undefined) return seeOther(ctx, APPLICATION);
  if (form.has('resend')) {
    const waitSeconds = await sendCode(ctx, visit, contact, parts);
    return waitSeconds === undefined
      ? showPhone(ctx, visit, parts, { resent: true })
      : showPhone(ctx, visit, parts, { problem: { kind: 'too-soon', waitSeconds } });
  }
  const code = form.text('otp')?.trim() ?? '';
  if (code === '') return showPhone(ctx, visit, parts, { problem: { kind: 'missing' } });
  const answer = { journeyId: visit.id, contact, code };
  const verdict = await parts.services.contactCodes.verify(answer);
  if (verdict.kind !== 'ok') return showPhone(ctx, visit, parts, { problem: verdict });
  await parts.desks.looking.renew(ctx, visit, (before) => ({ ...before, proven: true }));
  seeOther(ctx, CASE);
}

async function showPhone(
  ctx: Context,
  visit: Visit<Look>,
  parts: LookParts,
  { problem, resent }: { readonly problem?: CodeProblem; readonly resent?: boolean },
): Promise<void> {
  const contact = contactOf(await viewOf(visit.state.caseId, parts));
  if (contact === undefined) return seeOther(ctx, APPLICATION);
  if (visit.state.proven === true) return seeOther(ctx, CASE);
  sendPage(
    ctx,
    <ProvePhonePage
      ctx={plainPage(ctx, parts.services.sandbox)}
      target={targetOf(parts, visit, PHONE)}
      channel={contact.channel}
      maskedDestination={maskedDestination(contact)}
      resent={resent}
      problem={problem}
      outboxHref={parts.services.outboxHref}
      backHref={APPLICATION}
    />,
    problem === undefined ? 200 : problem.kind === 'too-soon' ? 429 : 422,
  );
}

/** Where the applicant is told things: the phone first. */
function contactOf(view: CaseView | undefined): Contact | undefined {
  const { phone, email } = view?.contact ?? { phone: undefined, email: undefined };
  if (phone !== undefined) return { channel: 'sms', destination: phone };
  return email === undefined ? undefined : { channel: 'email', destination: email };
}
