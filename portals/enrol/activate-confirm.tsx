import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import { accountState } from '../../accounts/account-state.ts';
import { reachableLevel } from '../../accounts/reachable-level.ts';
import type { AccountId, PasskeyId } from '../../ids.ts';
import type { PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import {
  accountOf,
  goOn,
  targetOf,
  type Activating,
  type ActivationParts,
  usedForOther,
} from './activation-parts.ts';
import { ConfirmPage, type ConfirmProblem } from './pages/confirm-page.tsx';

/**
 * There is an account with a password already, or a guardian uses it: whoever is at the browser proves to be its holder,
 * or the guardian, with the highest factor they have.
 */
export async function showConfirm(
  ctx: Context,
  visit: Activating,
  parts: ActivationParts,
  problem?: ConfirmProblem,
): Promise<void> {
  const account = await accountOf(visit, parts);
  if (account === undefined) return goOn(ctx, parts);
  const whose = whoConfirms(account);
  const withPasskey = await hasPasskey(whose, parts);
  if (problem?.kind === 'throttled') ctx.set('Retry-After', String(problem.waitSeconds));
  sendPage(
    ctx,
    <ConfirmPage
      ctx={plainPage(ctx, parts.services.sandbox)}
      target={targetOf(parts, visit, 'confirm')}
      usedFor={usedForOther(account)}
      passkeyOptions={
        withPasskey
          ? await parts.services.passkeys.authenticationOptions({
              journeyId: visit.id,
              accountId: whose,
            })
          : undefined
      }
      problem={problem}
    />,
    problem === undefined ? 200 : problem.kind === 'throttled' ? 429 : 422,
  );
}

export type Confirmation =
  | { readonly kind: 'not_confirmed'; readonly problem: ConfirmProblem }
  /** `with`: undefined for a password. */
  | { readonly kind: 'confirmed'; readonly with: PasskeyId | undefined };

export async function confirmedBy(
  ctx: Context,
  visit: Activating,
  form: Form,
  parts: ActivationParts,
): Promise<Confirmation> {
  const account = await accountOf(visit, parts);
  if (account === undefined) return refused({ kind: 'password-wrong' });
  const whose = whoConfirms(account);
  if (whose !== account.id && !(await isGuardianUsable(whose, parts))) {
    return refused({ kind: 'guardian-not-usable' });
  }
  return (await hasPasskey(whose, parts))
    ? byPasskey(ctx, visit, form, { whose, parts })
    : byPassword(ctx, form, whose, parts);
}

/** With the guardian's own level-2 account (D69, Arts. 10, 11 and 14(2)), as far as it may be used now. */
async function isGuardianUsable(id: AccountId, { services }: ActivationParts): Promise<boolean> {
  const { accounts, clock } = services;
  const [guardian, locks] = await Promise.all([accounts.findById(id), accounts.openLocks(id)]);
  if (guardian === undefined) return false;
  const now = clock();
  return (
    accountState(guardian, locks, now).kind === 'active' && reachableLevel(guardian, now) === 2
  );
}

function refused(problem: ConfirmProblem): Confirmation {
  return { kind: 'not_confirmed', problem };
}

function whoConfirms({ id, guardianId }: Account): AccountId {
  return guardianId ?? id;
}

async function hasPasskey(accountId: AccountId, { services }: ActivationParts): Promise<boolean> {
  return (await services.passkeyRecords.listByAccount(accountId)).length > 0;
}

async function byPasskey(
  ctx: Context,
  visit: Activating,
  form: Form,
  { whose, parts }: { readonly whose: AccountId; readonly parts: ActivationParts },
): Promise<Confirmation> {
  const response = form.text('passkey_response') ?? '';
  if (response === '') return refused(passkey('unsupported'));
  const { services } = parts;
  const answer = { journeyId: visit.id, accountId: whose, response };
  const result = await services.passkeys.authenticate(answer);
  const event = { requestId: ctx.state.requestId, accountId: whose, caseId: visit.state.caseId };
  if (result.kind === 'refused' || result.accountId !== whose) {
    const reason = result.kind === 'refused' ? result.reason : 'other_account';
    await services.audit.factorRefused(event, { method: 'passkey', reason });
    return refused(passkey(reason === 'not_verified' ? 'not-verified' : 'failed'));
  }
  const { passkey: used, deviceBound } = result;
  const factor = { method: 'passkey', passkeyId: used.id, deviceBound } as const;
  await services.audit.factorVerified(event, factor);
  return { kind: 'confirmed', with: used.id };
}

function passkey(problem: PasskeyProblem): ConfirmProblem {
  return { kind: 'passkey', problem };
}

/** Guesses count as guesses at the sign-in page do, from the same windows. */
async function byPassword(
  ctx: Context,
  form: Form,
  whose: AccountId,
  { services }: ActivationParts,
): Promise<Confirmation> {
  const account = await services.accounts.findById(whose);
  const attempt = { identifier: account?.identifier ?? '', address: ctx.ip };
  const decision = await services.signInThrottle.attempt(attempt);
  if (!decision.allowed) {
    return refused({ kind: 'throttled', waitSeconds: decision.retryAfterSeconds });
  }
  const { kind } = await services.passwords.verify(account?.id, form.text('password') ?? '');
  const event = { requestId: ctx.state.requestId, accountId: whose };
  switch (kind) {
    case 'busy':
      await services.signInThrottle.giveBack(attempt);
      return refused({ kind: 'busy' });
    case 'wrong':
      await services.audit.signInRefused(event, { reason: 'wrong_credentials' });
      return refused({ kind: 'password-wrong' });
    case 'verified':
      await services.signInThrottle.succeeded(attempt);
      await services.audit.factorVerified(event, {
        method: 'pwd',
        passkeyId: undefined,
        deviceBound: undefined,
      });
      return { kind: 'confirmed', with: undefined };
    default:
      return kind satisfies never;
  }
}
