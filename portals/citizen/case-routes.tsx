import type Router from '@koa/router';
import type { Context } from 'koa';

import type { CaseActor } from '../../enrolment/case.ts';
import type { CaseOverview, CaseView } from '../../enrolment/cases/case-view.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import { isId } from '../../ids.ts';
import { readForm } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { isRenewedTooOften } from '../renewal-limit.ts';
import { seeOther } from '../see-other.ts';
import { HOME, type CitizenServices } from './citizen-site.ts';
import { signedIn, type Holder } from './fresh-proof.ts';
import { pageAt } from './page-parts.ts';
import { OwnCasePage, type OwnCaseProps } from './pages/own-case-page.tsx';
import { WithdrawPage } from '../withdraw-page.tsx';

const CASES = `${HOME}/applications`;
const OPEN = ['collecting', 'running', 'paused', 'approved'] as const;
const MOST = 50;

/**
 * What is under way and theirs to know of: about themselves, or made for a ward. What an agency has asked for is not
 * (`maySee`).
 */
export async function openCasesOf(
  { session: { accountId } }: Pick<Holder, 'session'>,
  { applications }: Pick<CitizenServices, 'applications'>,
): Promise<readonly CaseOverview[]> {
  const viewer = { kind: 'holder', accountId } as const;
  const open = { statuses: OPEN, limit: MOST };
  const [own, made] = await Promise.all([
    applications.list({ ...open, accountId }, viewer),
    applications.list({ ...open, guardianId: accountId }, viewer),
  ]);
  return [...own, ...made.filter(({ id }) => own.every((each) => each.id !== id))];
}

/** Where a case of one's own stands, for who is signed in: without reference and code. */
export function addCases(router: Router, services: CitizenServices): void {
  const { frame } = services;

  router.get(`${CASES}/:id`, async (ctx) => {
    const found = await caseOf(ctx, services);
    if (found !== undefined) show(ctx, found, services);
  });

  router.post(`${CASES}/:id`, async (ctx) => {
    const form = await readForm(ctx);
    const found = await caseOf(ctx, services);
    if (found === undefined) return;
    frame.verify(ctx, found.holder.session, form);
    if (form.has('withdraw')) return seeOther(ctx, `${CASES}/${found.view.id}/withdraw`);
    if (!form.has('renew')) return show(ctx, found, services);
    const isTooOften = await isRenewedTooOften(found.view.id, services);
    if (isTooOften) return show(ctx, found, services, 'too-often');
    await take(ctx, found, 'activation_renewed', services);
  });

  router.get(`${CASES}/:id/withdraw`, async (ctx) => {
    const found = await caseOf(ctx, services);
    if (found === undefined) return;
    const { id, steps } = found.view;
    const path = `${CASES}/${id}`;
    if (!steps.some(({ name, allowed }) => name === 'withdrawn' && allowed)) {
      return seeOther(ctx, path);
    }
    const target = frame.target(found.holder.session, `${path}/withdraw`);
    const page = pageAt(ctx, services.sandbox, `${path}/withdraw`);
    sendPage(ctx, <WithdrawPage ctx={page} target={target} backHref={path} />);
  });

  router.post(`${CASES}/:id/withdraw`, async (ctx) => {
    const form = await readForm(ctx);
    const found = await caseOf(ctx, services);
    if (found === undefined) return;
    frame.verify(ctx, found.holder.session, form);
    await take(ctx, found, 'withdrawn', services);
  });
}

interface FoundCase {
  readonly holder: Holder;
  readonly view: CaseView;
}

/** Undefined when the answer has been made: nobody is here, or it is nobody's of theirs. */
async function caseOf(ctx: Context, services: CitizenServices): Promise<FoundCase | undefined> {
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return undefined;
  const id = (ctx.params as Readonly<Record<string, unknown>>)['id'];
  const view = isId('case', id) ? await services.applications.view(id, actorOf(holder)) : undefined;
  if (view !== undefined) return { holder, view };
  seeOther(ctx, HOME);
  return undefined;
}

function actorOf({ session: { accountId } }: Holder): CaseActor {
  return { kind: 'holder', accountId };
}

/** What came of it is told above the case as it then stands. */
async function take(
  ctx: Context,
  { holder, view }: FoundCase,
  step: Extract<StepName, 'activation_renewed' | 'withdrawn'>,
  services: CitizenServices,
): Promise<void> {
  const actor = actorOf(holder);
  const request = { caseId: view.id, seenVersion: view.version, step, actor, data: {} };
  const { kind } = await services.applications.take(request);
  const now = (await services.applications.view(view.id, actor)) ?? view;
  const done = step === 'withdrawn' ? 'withdrawn' : 'renewed';
  const told = kind === 'taken' ? done : kind === 'outdated' ? 'outdated' : 'not-now';
  show(ctx, { holder, view: now }, services, told);
}

function show(
  ctx: Context,
  { holder: { session }, view }: FoundCase,
  { frame, sandbox }: CitizenServices,
  told?: OwnCaseProps['told'],
): void {
  const path = `${CASES}/${view.id}`;
  const isForWard = view.guardian?.accountId === session.accountId;
  // Made by themselves, and the picture is still missing.
  const goesOn = isForWard && view.status === 'collecting' && view.form === undefined;
  sendPage(
    ctx,
    <OwnCasePage
      ctx={pageAt(ctx, sandbox, path)}
      target={frame.target(session, path)}
      view={view}
      forWard={isForWard}
      goOnHref={goesOn ? `${HOME}/wards/apply/${view.id}` : undefined}
      told={told}
    />,
  );
}
