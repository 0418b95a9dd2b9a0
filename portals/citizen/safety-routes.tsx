import type Router from '@koa/router';
import type { Context } from 'koa';

import { StoreUnavailable } from '../../errors.ts';
import { randomText } from '../../ids.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { sendPage } from '../../web/send-page.ts';
import { waitText } from '../../web/wait-text.ts';
import { signedIn } from './fresh-proof.ts';
import { pageAt, pageOnce } from './page-parts.ts';
import {
  DonePage,
  LockPage,
  NotMePage,
  NotMeSignedInPage,
  UnlockPage,
} from './pages/safety-pages.tsx';
import { HOME, type CitizenServices } from './citizen-site.ts';

const NOT_ME = '/not-me';
const LOCK = `${HOME}/lock`;
const UNLOCK = `${HOME}/unlock`;
const DAY_MS = 24 * 60 * 60 * 1000;
const nobody = { uid: 'not-me', person: '' } as const;

/** "It was not me", the lock by one's own wish, and the way out of that. */
export function addSafety(router: Router, services: CitizenServices): void {
  router.get(NOT_ME, (ctx) => askCode(ctx, services));
  router.post(NOT_ME, (ctx) => takeCode(ctx, services));
  addNotMeSignedIn(router, services);
  addLock(router, services);
  router.get(UNLOCK, (ctx) => askUnlock(ctx, services));
  router.post(UNLOCK, (ctx) => takeUnlock(ctx, services));
}

function askCode(
  ctx: Context,
  { csrf, sandbox }: CitizenServices,
  problem?: { readonly text: string; readonly status: number },
): void {
  const target = { action: NOT_ME, csrf: csrf.tokenFor(nobody) };
  const page = pageAt(ctx, sandbox, NOT_ME);
  const shown = <NotMePage ctx={page} target={target} problem={problem?.text} />;
  sendPage(ctx, shown, problem?.status ?? 200);
}

async function takeCode(ctx: Context, services: CitizenServices): Promise<void> {
  const { csrf, alarms, keeping } = services;
  const form = await readForm(ctx);
  csrf.verify(ctx, nobody, form);
  const typed = form.text('code') ?? '';
  const spent = await alarms.spend({ typed, address: ctx.ip });
  if (spent.kind === 'limited') return refuseCode(ctx, services, spent.retryAfterSeconds);
  if (spent.kind === 'unknown') return refuseCode(ctx, services);
  const { alarm } = spent;
  const whose = { accountId: alarm.accountId, event: { requestId: ctx.state.requestId } };
  try {
    const outcome = await keeping.notMe(whose, { since: alarm.since, by: 'code' });
    if (outcome.kind !== 'done') throw new StoreUnavailable('the account is being written');
    if (outcome.result === 'too_old') return await refuseCode(ctx, services);
  } catch (error) {
    // Nobody is left without the code because the register was away.
    await alarms.giveBack(typed, alarm);
    throw error;
  }
  secured(ctx, services);
}

async function refuseCode(ctx: Context, services: CitizenServices, wait = 0): Promise<void> {
  const words = translator(localeOf(ctx));
  const reason = wait === 0 ? 'unknown' : 'throttled';
  await services.audit.alarmCodeRefused({ requestId: ctx.state.requestId }, { reason });
  if (wait > 0) ctx.set('Retry-After', String(wait));
  const key = wait === 0 ? 'not-me.unknown' : 'not-me.limited';
  const text = words.t(key, { wait: waitText(words, wait) });
  askCode(ctx, services, { text, status: wait === 0 ? 422 : 429 });
}

function addNotMeSignedIn(router: Router, services: CitizenServices): void {
  const { frame, sandbox, keeping, clock } = services;
  const path = `${HOME}/not-me`;
  router.get(path, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const target = frame.target(holder.session, path);
    sendPage(ctx, <NotMeSignedInPage ctx={pageAt(ctx, sandbox, path)} target={target} />);
  });
  router.post(path, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const form = await readForm(ctx);
    frame.verify(ctx, holder.session, form);
    const since = clock() - (form.text('since') === 'week' ? 7 : 1) * DAY_MS;
    const whose = {
      accountId: holder.session.accountId,
      event: { requestId: ctx.state.requestId },
    };
    const outcome = await keeping.notMe(whose, { since, by: 'session' });
    if (outcome.kind !== 'done') throw new StoreUnavailable('the account is being written');
    secured(ctx, services);
  });
}

function secured(ctx: Context, { sandbox }: CitizenServices): void {
  const page = pageOnce(ctx, sandbox);
  const { t } = translator(page.locale);
  sendPage(
    ctx,
    <DonePage
      ctx={page}
      title={t('not-me.done-title')}
      text={t('not-me.done')}
      symbol="shield"
      back={{ href: '/recover', text: t('recover.home') }}
    >
      <p>{t('not-me.done-next')}</p>
    </DonePage>,
  );
}

function addLock(router: Router, services: CitizenServices): void {
  const { frame, sandbox, keeping } = services;
  router.get(LOCK, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const target = frame.target(holder.session, LOCK);
    const hasPasskey = holder.kept.passkeys.length > 0;
    const page = pageAt(ctx, sandbox, LOCK);
    sendPage(ctx, <LockPage ctx={page} target={target} hasPasskey={hasPasskey} />);
  });
  router.post(LOCK, async (ctx) => {
    // At once, by whoever is signed in: whoever fears a thief is not asked to prove more first (LoID, Art. 34(1)a).
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const { session, kept } = holder;
    const form = await readForm(ctx);
    frame.verify(ctx, session, form);
    const reason = form.text('reason');
    const { t } = translator(localeOf(ctx));
    if (reason !== 'precaution' && reason !== 'device_lost') {
      const target = frame.target(session, LOCK);
      const hasPasskey = kept.passkeys.length > 0;
      const shown = { target, hasPasskey, problem: t('lock.choose') };
      return sendPage(ctx, <LockPage ctx={pageAt(ctx, sandbox, LOCK)} {...shown} />, 422);
    }
    const whose = { accountId: session.accountId, event: { requestId: ctx.state.requestId } };
    const outcome = await keeping.lock(whose, reason);
    if (outcome.kind !== 'done') throw new StoreUnavailable('the account is being written');
    const way = reason === 'precaution' && kept.passkeys.length > 0 ? 'unlock' : 'recover';
    locked(ctx, services, way);
  });
}

function locked(ctx: Context, { sandbox }: CitizenServices, way: 'unlock' | 'recover'): void {
  const page = pageOnce(ctx, sandbox);
  const { t } = translator(page.locale);
  const back =
    way === 'unlock'
      ? { href: UNLOCK, text: t('unlock.title') }
      : { href: '/recover', text: t('recover.home') };
  const done = { ctx: page, title: t('lock.done-title'), text: t('lock.done'), back };
  sendPage(ctx, <DonePage {...done} symbol="lock" />);
}

async function askUnlock(ctx: Context, services: CitizenServices, problem?: string): Promise<void> {
  const { passkeys, csrf, sandbox } = services;
  const ceremony = randomText(18);
  const journeyId = `unlock ${ceremony}`;
  const options = await passkeys.authenticationOptions({ journeyId, accountId: undefined });
  const target = { action: UNLOCK, csrf: csrf.tokenFor({ uid: journeyId, person: '' }) };
  const page = pageAt(ctx, sandbox, UNLOCK);
  const shown = { ctx: page, target, options, ceremony, problem };
  sendPage(ctx, <UnlockPage {...shown} />, problem === undefined ? 200 : 422);
}

/** No session is opened: whoever answers proves, by this one answer, that the lock is theirs to lift. */
async function takeUnlock(ctx: Context, services: CitizenServices): Promise<void> {
  const { passkeys, csrf, keeping, sandbox } = services;
  const form: Form = await readForm(ctx);
  const journeyId = `unlock ${form.text('ceremony') ?? ''}`;
  csrf.verify(ctx, { uid: journeyId, person: '' }, form);
  const { t } = translator(localeOf(ctx));
  const response = form.text('passkey_response') ?? '';
  const proof = await passkeys.authenticate({ journeyId, accountId: undefined, response });
  if (proof.kind === 'refused') return askUnlock(ctx, services, t('passkey.failed'));
  const whose = { accountId: proof.accountId, event: { requestId: ctx.state.requestId } };
  const outcome = await keeping.unlock(whose, proof.passkey);
  if (outcome.kind !== 'done' || outcome.result.kind === 'refused') {
    return askUnlock(ctx, services, t('unlock.refused'));
  }
  const page = pageOnce(ctx, sandbox);
  const text = t(outcome.result.locksLeft === 0 ? 'unlock.done' : 'unlock.still');
  const back = { href: HOME, text: t('account.back') };
  sendPage(
    ctx,
    <DonePage ctx={page} title={t('unlock.done-title')} text={text} symbol="check" back={back} />,
  );
}
