import type Router from '@koa/router';
import type { Context } from 'koa';

import { mayRemovePasskey } from '../../accounts/passkey-policy.ts';
import { MAX_PASSKEYS } from '../../accounts/passkeys-registration.ts';
import { isId } from '../../ids.ts';
import { readForm } from '../../web/forms.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { demandOf, isProvenLately, provenLately, signedIn, type Holder } from './fresh-proof.ts';
import { pageAt } from './page-parts.ts';
import { AddPasskeyPage } from './pages/add-passkey-page.tsx';
import { PASSKEY_NAME_LIMIT, PasskeysPage } from './pages/passkeys-page.tsx';
import { HOME, type CitizenServices } from './citizen-site.ts';

const KEYS = `${HOME}/passkeys`;
const ADD = `${KEYS}/add`;

/** The passkeys of an account: seen, added, renamed, removed. */
export function addPasskeys(router: Router, services: CitizenServices): void {
  router.get(KEYS, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder !== undefined) showKeys(ctx, holder, services, {});
  });
  router.get(ADD, async (ctx) => {
    const holder = await provenLately(ctx, services, ADD);
    if (holder !== undefined) await askPasskey(ctx, holder, services);
  });
  router.post(ADD, (ctx) => takePasskey(ctx, services));
  router.post(`${KEYS}/:id/rename`, (ctx) => rename(ctx, services));
  router.post(`${KEYS}/:id/remove`, (ctx) => remove(ctx, services));
  // Where somebody is led back to who had to prove more before removing one.
  router.get(`${KEYS}/:id/:what`, (ctx) => seeOther(ctx, KEYS));
}

interface Shown {
  readonly done?: string;
  readonly problem?: string;
}

function showKeys(
  ctx: Context,
  { session, kept }: Holder,
  { frame, sandbox }: CitizenServices,
  shown: Shown,
): void {
  const used = session.factors.find((factor) => factor.method === 'passkey');
  sendPage(
    ctx,
    <PasskeysPage
      ctx={pageAt(ctx, sandbox, KEYS)}
      passkeys={kept.passkeys}
      used={used?.passkeyId}
      most={MAX_PASSKEYS}
      target={(action) => frame.target(session, action)}
      {...shown}
    />,
    shown.problem === undefined ? 200 : 422,
  );
}

async function showAgain(
  ctx: Context,
  { session }: Holder,
  services: CitizenServices,
  shown: Shown,
): Promise<void> {
  const kept = await services.keeping.load(session.accountId);
  if (kept !== undefined) showKeys(ctx, { session, kept }, services, shown);
}

async function askPasskey(
  ctx: Context,
  { session, kept }: Holder,
  { frame, passkeys, sandbox }: CitizenServices,
  problem?: string,
): Promise<void> {
  const page = pageAt(ctx, sandbox, ADD);
  const { t } = translator(page.locale);
  const { account } = kept;
  const start = await passkeys.registrationOptions({ journeyId: session.formKey, account });
  const refused = start.kind === 'refused' ? t('keys.most', { count: MAX_PASSKEYS }) : undefined;
  sendPage(
    ctx,
    <AddPasskeyPage
      ctx={page}
      target={frame.target(session, ADD)}
      options={start.kind === 'options' ? start.options : undefined}
      problem={problem ?? refused}
    />,
    problem === undefined ? 200 : 422,
  );
}

async function takePasskey(ctx: Context, services: CitizenServices): Promise<void> {
  const { frame, passkeys, clock } = services;
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return;
  const { session, kept } = holder;
  const form = await readForm(ctx);
  frame.verify(ctx, session, form);
  if (!isProvenLately(holder, clock())) return seeOther(ctx, ADD);
  const { t } = translator(localeOf(ctx));
  const name = form.text('passkey_name')?.trim() ?? '';
  if (name.length > PASSKEY_NAME_LIMIT) {
    const problem = t('add-passkey.name-problem', { max: PASSKEY_NAME_LIMIT });
    return askPasskey(ctx, holder, services, problem);
  }
  const result = await passkeys.register({
    journeyId: session.formKey,
    account: kept.account,
    response: form.text('passkey_response') ?? '',
    name,
    event: { requestId: ctx.state.requestId },
  });
  if (result.kind === 'registered') {
    return showAgain(ctx, holder, services, { done: t('keys.added') });
  }
  const problem =
    result.reason === 'too_many'
      ? t('keys.most', { count: MAX_PASSKEYS })
      : t(result.reason === 'already_registered' ? 'passkey.already-registered' : 'passkey.failed');
  return askPasskey(ctx, holder, services, problem);
}

async function rename(ctx: Context, services: CitizenServices): Promise<void> {
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return;
  const { session } = holder;
  const form = await readForm(ctx);
  services.frame.verify(ctx, session, form);
  const { t } = translator(localeOf(ctx));
  const name = form.text('name')?.trim() ?? '';
  if (name === '' || name.length > PASSKEY_NAME_LIMIT) {
    const problem = t('keys.name-missing', { max: PASSKEY_NAME_LIMIT });
    return showKeys(ctx, holder, services, { problem });
  }
  const id = passkeyIdOf(ctx);
  const whose = { accountId: session.accountId, event: { requestId: ctx.state.requestId } };
  const outcome = id && (await services.keeping.renamePasskey(whose, id, name));
  const isDone = outcome?.kind === 'done' && outcome.result;
  await showAgain(
    ctx,
    holder,
    services,
    isDone ? { done: t('keys.renamed') } : { problem: t('account.outdated') },
  );
}

async function remove(ctx: Context, services: CitizenServices): Promise<void> {
  const { frame, keeping, clock } = services;
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return;
  const { session, kept } = holder;
  frame.verify(ctx, session, await readForm(ctx));
  const id = passkeyIdOf(ctx);
  const verdictFor = (passkeys: Holder['kept']['passkeys']) =>
    id && mayRemovePasskey(id, session.factors, passkeys, clock());
  const verdict = verdictFor(kept.passkeys);
  const { t } = translator(localeOf(ctx));
  if (id === undefined || verdict === undefined || isGone(verdict)) {
    return showKeys(ctx, holder, services, { problem: t('account.outdated') });
  }
  if (!verdict.allowed) {
    // Whoever can prove the passkey it takes is asked for it, and presses the button again.
    await frame.requireSession(ctx, { ...demandOf(kept), returnTo: KEYS });
    return;
  }
  const whose = { accountId: session.accountId, event: { requestId: ctx.state.requestId } };
  const outcome = await keeping.removePasskey(
    whose,
    id,
    (passkeys) => verdictFor(passkeys)?.allowed === true,
  );
  const isDone = outcome.kind === 'done' && outcome.result;
  await showAgain(
    ctx,
    holder,
    services,
    isDone ? { done: t('keys.removed') } : { problem: t('keys.removal-refused') },
  );
}

function isGone(verdict: ReturnType<typeof mayRemovePasskey>): boolean {
  return !verdict.allowed && verdict.reason === 'not_registered';
}

function passkeyIdOf(ctx: Context) {
  const id = (ctx.params as Readonly<Record<string, unknown>>)['id'];
  return isId('pk', id) ? id : undefined;
}
