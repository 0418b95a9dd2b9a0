import type Router from '@koa/router';
import type { Context } from 'koa';

import { contactOf } from '../../accounts/contact.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { AccountId } from '../../ids.ts';
import type { ActivationCheck } from '../../enrolment/cases/cases.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import {
  accountOf,
  formOf,
  goOn,
  targetOf,
  type Activating,
  type ActivationParts,
} from './activation-parts.ts';
import { activationStage } from './activation-state.ts';
import { ACTIVATE } from './addresses.ts';
import type { CodeProblem } from './pages/contact-code-form.tsx';
import { CannotActivatePage } from './pages/cannot-activate-page.tsx';
import { ProvePhonePage } from './pages/prove-phone-page.tsx';

/** A one-time code to what the account has on record; for a child it is the guardian's phone (D69, Arts. 10 and 11). */
export function addProvePhone(router: Router, parts: ActivationParts): void {
  router.get('/phone', async (ctx) => {
    const visit = await parts.desks.activating.of(ctx);
    if (activationStage(visit.state) !== 'phone') return goOn(ctx, parts);
    show(ctx, visit, parts, {});
  });
  router.post('/phone', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    if (activationStage(visit.state) !== 'phone') return goOn(ctx, parts);
    await onCode(ctx, visit, form, parts);
  });
}

type ReachedAt = Extract<ActivationCheck, { kind: 'accepted' }>['reachedAt'];

/** Whether what was proven in this browser a moment ago is where the code would go. */
export async function isProven(
  provenContact: string | undefined,
  { accountId, reachedAt }: { readonly accountId: AccountId; readonly reachedAt: ReachedAt },
  { services }: ActivationParts,
): Promise<boolean> {
  if (provenContact === undefined) return false;
  const { accounts, clock } = services;
  const account = await accounts.findById(accountId);
  if (account === undefined) return false;
  const guardian = account.guardianId && (await accounts.findById(account.guardianId));
  // Where a code would be sent: who reads the mails of somebody with a phone has proven nothing.
  const asked = contactOf({ ...account, ...reachedAt }, guardian, dateInVietNam(clock()));
  return asked?.destination === provenContact;
}

/** Seconds to wait when too many were sent. */
export async function sendCode(
  ctx: Context,
  visit: Activating,
  parts: ActivationParts,
): Promise<number | undefined> {
  const { services, desks } = parts;
  const known = await accountOf(visit, parts);
  if (known === undefined) return undefined;
  const account = { ...known, ...visit.state.reachedAt };
  const { locale } = plainPage(ctx, services.sandbox);
  const sending = await services.oneTimeCodes.send({ journeyId: visit.id, account, locale });
  if (sending.kind === 'limited') return sending.retryAfterSeconds;
  if (sending.kind === 'no_destination') return undefined;
  const { channel, maskedDestination: masked } = sending;
  await desks.activating.update(visit, (before) => ({ ...before, sent: { channel, masked } }));
  await services.audit.oneTimeCodeSent(
    { requestId: ctx.state.requestId, accountId: account.id, caseId: visit.state.caseId },
    { channel },
  );
  return undefined;
}

async function onCode(ctx: Context, visit: Activating, form: Form, parts: ActivationParts) {
  const { accountId } = visit.state;
  if (accountId === undefined) return goOn(ctx, parts);
  if (form.has('resend')) {
    const waitSeconds = await sendCode(ctx, visit, parts);
    const sent = await parts.desks.activating.of(ctx);
    return waitSeconds === undefined
      ? show(ctx, sent, parts, { resent: true })
      : show(ctx, sent, parts, { problem: { kind: 'too-soon', waitSeconds } });
  }
  const code = form.text('otp')?.trim() ?? '';
  if (code === '') return show(ctx, visit, parts, { problem: { kind: 'missing' } });
  const answer = { journeyId: visit.id, accountId, code };
  const verdict = await parts.services.oneTimeCodes.verify(answer);
  if (verdict.kind !== 'ok') return show(ctx, visit, parts, { problem: verdict });
  await parts.desks.activating.renew(ctx, visit, (before) => ({ ...before, phoneProven: true }));
  await goOn(ctx, parts);
}

function show(
  ctx: Context,
  visit: Activating,
  parts: ActivationParts,
  { problem, resent }: { readonly problem?: CodeProblem; readonly resent?: boolean },
): void {
  const { sandbox, outboxHref } = parts.services;
  const { sent } = visit.state;
  const page = plainPage(ctx, sandbox);
  if (sent === undefined) {
    return sendPage(ctx, <CannotActivatePage ctx={page} backHref={ACTIVATE} />, 422);
  }
  sendPage(
    ctx,
    <ProvePhonePage
      ctx={page}
      target={targetOf(parts, visit, 'phone')}
      channel={sent.channel}
      maskedDestination={sent.masked}
      resent={resent}
      problem={problem}
      outboxHref={outboxHref}
      backHref={ACTIVATE}
    />,
    problem === undefined ? 200 : problem.kind === 'too-soon' ? 429 : 422,
  );
}
