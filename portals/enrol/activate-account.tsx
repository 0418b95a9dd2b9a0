import type Router from '@koa/router';
import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import type { PasskeyId } from '../../ids.ts';
import { passwordProblem, type PasswordProblem } from '../../accounts/password-policy.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { confirmedBy, showConfirm } from './activate-confirm.tsx';
import {
  accountOf,
  formOf,
  goOn,
  targetOf,
  type Activating,
  type ActivationParts,
} from './activation-parts.ts';
import { refuse } from './activate-refused.tsx';
import { activationStage } from './activation-state.ts';
import { NewPasswordPage } from './pages/new-password-page.tsx';

/** The last thing that is asked for, and the activation itself: the code is spent here, once. */
export function addActivate(router: Router, parts: ActivationParts): void {
  const { desks } = parts;
  router.get('/password', async (ctx) => {
    const visit = await desks.activating.of(ctx);
    if (activationStage(visit.state) !== 'password') return goOn(ctx, parts);
    showPassword(ctx, visit, parts);
  });
  router.post('/password', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    const account = await accountOf(visit, parts);
    if (activationStage(visit.state) !== 'password' || account === undefined) {
      return goOn(ctx, parts);
    }
    await onPassword(ctx, visit, account, { form, parts });
  });

  router.get('/confirm', async (ctx) => {
    const visit = await desks.activating.of(ctx);
    if (activationStage(visit.state) !== 'confirm') return goOn(ctx, parts);
    await showConfirm(ctx, visit, parts);
  });
  router.post('/confirm', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    if (activationStage(visit.state) !== 'confirm') return goOn(ctx, parts);
    const confirmed = await confirmedBy(ctx, visit, form, parts);
    if (confirmed.kind === 'not_confirmed')
      return showConfirm(ctx, visit, parts, confirmed.problem);
    await activateNow(ctx, visit, { confirmedWith: confirmed.with }, parts);
  });
}

async function onPassword(
  ctx: Context,
  visit: Activating,
  account: Account,
  { form, parts }: { readonly form: Form; readonly parts: ActivationParts },
): Promise<void> {
  const password = form.text('password') ?? '';
  const problem = passwordProblem(password, account);
  if (problem !== undefined) return showPassword(ctx, visit, parts, problem);
  const hashed = await parts.services.passwords.hash(password);
  if (hashed.kind !== 'hashed') return showPassword(ctx, visit, parts, hashed.kind);
  await activateNow(ctx, visit, { passwordHash: hashed.hash }, parts);
}

function showPassword(
  ctx: Context,
  visit: Activating,
  parts: ActivationParts,
  problem?: PasswordProblem | 'busy',
): void {
  const target = targetOf(parts, visit, 'password');
  const page = plainPage(ctx, parts.services.sandbox);
  const status = problem === undefined ? 200 : problem === 'busy' ? 503 : 422;
  if (problem === 'busy') ctx.set('Retry-After', '5');
  sendPage(ctx, <NewPasswordPage ctx={page} target={target} problem={problem} />, status);
}

async function activateNow(
  ctx: Context,
  visit: Activating,
  {
    passwordHash,
    confirmedWith,
  }: { readonly passwordHash?: string; readonly confirmedWith?: PasskeyId | undefined },
  parts: ActivationParts,
): Promise<void> {
  const { services, desks } = parts;
  const { number, code } = visit.state;
  if (number === undefined || code === undefined) return goOn(ctx, parts);
  const outcome = await services.activation.activate({
    number,
    code,
    address: ctx.ip,
    passwordHash,
    confirmedWith,
  });
  if (outcome.kind !== 'activated') return refuse(ctx, visit, outcome, parts);
  const activatedAt = services.clock();
  await desks.activating.renew(ctx, visit, (before) => ({ ...before, activatedAt }));
  // What was typed for it is needed no more.
  await desks.applying.forget(ctx, await desks.applying.of(ctx));
  await goOn(ctx, parts);
}
