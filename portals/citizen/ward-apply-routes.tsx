import type Router from '@koa/router';
import type { Context } from 'koa';

import { maskedDestination } from '../../accounts/contact.ts';
import type { ApplicationAttempt } from '../../enrolment/application-throttle.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import type { CaseView } from '../../enrolment/cases/case-view.ts';
import { MOST_PICTURE_BYTES, readPicture } from '../../enrolment/picture.ts';
import { isId, randomText } from '../../ids.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { readFileForm } from '../../web/multipart.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { submitPicture, type Submission } from '../submit-picture.ts';
import { HOME, type CitizenServices } from './citizen-site.ts';
import { signedIn, type Holder } from './fresh-proof.ts';
import { pageAt } from './page-parts.ts';
import {
  WardDetailsPage,
  WardPhotoPage,
  type WardDetailsProps,
  type WardPhotoProblem,
} from './pages/ward-apply-pages.tsx';
import { WardResultPage } from './pages/ward-result-page.tsx';

const APPLY = `${HOME}/wards/apply`;

/** Level 1 for a child or ward, declared by the guardian with the guardian's own account (D69, Arts. 10 and 11). */
export function addWardApplications(router: Router, services: CitizenServices): void {
  const { frame, applications } = services;

  router.get(APPLY, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const typed = await frame.takeDraft(ctx, APPLY);
    ask(ctx, holder, services, { typed: typed ?? {}, restored: typed !== undefined });
  });

  router.post(APPLY, async (ctx) => {
    const form = await readForm(ctx);
    const holder = await signedIn(ctx, services, { path: APPLY, fields: typedIn(form) });
    if (holder === undefined) return;
    frame.verify(ctx, holder.session, form);
    await open(ctx, holder, form, services);
  });

  router.get(`${APPLY}/:id`, async (ctx) => {
    const holder = await signedIn(ctx, services);
    const view = holder && (await viewOf(ctx, holder, services));
    if (holder === undefined) return;
    if (view === undefined) return seeOther(ctx, HOME);
    show(ctx, holder, view, services);
  });

  router.post(`${APPLY}/:id`, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const form = await readFileForm(ctx, 'face', MOST_PICTURE_BYTES);
    frame.verify(ctx, holder.session, form);
    const view = await viewOf(ctx, holder, services);
    if (view?.status !== 'collecting') {
      return seeOther(ctx, view === undefined ? HOME : `${APPLY}/${view.id}`);
    }
    const reading = readPicture(form.file ?? new Uint8Array());
    if (reading.kind === 'refused') return photo(ctx, holder, view, services, reading.problem);
    const face = { kind: 'face', mediaType: reading.mediaType, bytes: form.file } as const;
    if (face.bytes === undefined) return photo(ctx, holder, view, services, 'empty');
    const { account } = holder.kept;
    const { number = '' } = view.applicant;
    const attempt = { number, contact: account.phone ?? account.id, address: ctx.ip };
    const decision = await services.applicationThrottle.attempt(attempt);
    if (!decision.allowed) return photo(ctx, holder, view, services, 'throttled');
    const actor = actorOf(holder);
    const picture = { caseId: view.id, actor, face: { ...face, bytes: face.bytes } };
    const submission = await submitPicture(
      { ...picture, requestId: `ward/${view.id}` },
      { cases: applications, caseRecords: services.caseRecords },
    );
    if (submission.kind === 'submitted') return seeOther(ctx, `${APPLY}/${view.id}`);
    await uncounted(submission, attempt, services);
    photo(ctx, holder, view, services, problemOf(submission));
  });
}

/** What was never compared is no guess at a face. */
async function uncounted(
  { kind }: Submission,
  attempt: ApplicationAttempt,
  { applicationThrottle }: CitizenServices,
): Promise<void> {
  if (kind === 'poor_sample') await applicationThrottle.poorPicture(attempt);
  if (kind === 'unknown' || kind === 'busy') await applicationThrottle.giveBack(attempt);
}

/** The registers say whether this is the guardian; nothing is told of the child before it was compared. */
async function open(ctx: Context, holder: Holder, form: Form, services: CitizenServices) {
  const typed = typedIn(form);
  const data = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
  const kind = /^F\d{11}$/i.test(typed.number) ? 'foreigner_level_1' : 'citizen_level_1';
  const given = form.text('request_id') ?? '';
  const requestId = /^[\w-]{20,40}$/.test(given) ? given : randomText(18);
  const outcome = await services.applications.open(kind, {
    actor: actorOf(holder),
    data,
    requestId,
  });
  switch (outcome.kind) {
    case 'opened':
      return seeOther(ctx, `${APPLY}/${outcome.caseId}`);
    case 'invalid':
      return ask(ctx, holder, services, { typed, faults: outcome.fields, status: 422 });
    case 'not_eligible':
      return ask(ctx, holder, services, { typed, refusal: outcome.refusal, status: 422 });
    case 'unknown_for_now':
      ctx.set('Retry-After', '60');
      return ask(ctx, holder, services, { typed, silent: outcome.system, status: 503 });
    default:
      return seeOther(ctx, HOME);
  }
}

function typedIn(form: Form) {
  const text = (name: string) => (form.text(name) ?? '').trim().slice(0, 120);
  const [year, month, day] = ['year', 'month', 'day'].map((part) => text(`birthdate_${part}`));
  const dated = [year ?? '', (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')];
  const birthdate = year === '' ? '' : dated.join('-');
  return { number: text('number'), name: text('name'), birthdate, sex: text('sex') };
}

function actorOf({ session }: Holder): CaseActor {
  return { kind: 'holder', accountId: session.accountId };
}

async function viewOf(
  ctx: Context,
  holder: Holder,
  { applications }: CitizenServices,
): Promise<CaseView | undefined> {
  const id = (ctx.params as Readonly<Record<string, unknown>>)['id'];
  return isId('case', id) ? applications.view(id, actorOf(holder)) : undefined;
}

function ask(
  ctx: Context,
  { session }: Holder,
  { frame, sandbox }: CitizenServices,
  {
    status = 200,
    ...shown
  }: Omit<WardDetailsProps, 'ctx' | 'target' | 'requestId'> & {
    readonly status?: number;
  },
): void {
  const page = pageAt(ctx, sandbox, APPLY);
  const target = frame.target(session, APPLY);
  sendPage(
    ctx,
    <WardDetailsPage ctx={page} target={target} requestId={randomText(18)} {...shown} />,
    status,
  );
}

function show(ctx: Context, holder: Holder, view: CaseView, services: CitizenServices): void {
  if (view.status === 'collecting') return photo(ctx, holder, view, services);
  const page = pageAt(ctx, services.sandbox, `${APPLY}/${view.id}`);
  const { phone } = holder.kept.account;
  const masked = phone && maskedDestination({ channel: 'sms', destination: phone });
  sendPage(ctx, <WardResultPage ctx={page} view={view} maskedPhone={masked} again={APPLY} />);
}

function photo(
  ctx: Context,
  { session }: Holder,
  view: CaseView,
  { frame, sandbox }: CitizenServices,
  problem?: WardPhotoProblem,
): void {
  const path = `${APPLY}/${view.id}`;
  const target = frame.target(session, path);
  const shown = { ctx: pageAt(ctx, sandbox, path), target, name: view.applicantName, problem };
  const status = problem === undefined ? 200 : problem === 'unknown' ? 503 : 422;
  if (status === 503) ctx.set('Retry-After', '60');
  sendPage(ctx, <WardPhotoPage {...shown} />, problem === 'throttled' ? 429 : status);
}

function problemOf({ kind }: Exclude<Submission, { kind: 'submitted' }>): WardPhotoProblem {
  return kind === 'poor_sample' ? 'poor_sample' : 'unknown';
}
