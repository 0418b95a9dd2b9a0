import type Router from '@koa/router';
import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import { usesAlone } from '../../accounts/account-state.ts';
import { endsByAge } from '../../accounts/guardianship-rules.ts';
import { passwordProblem } from '../../accounts/password-policy.ts';
import { reachableLevel } from '../../accounts/reachable-level.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { isId } from '../../ids.ts';
import { readForm } from '../../web/forms.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { sendPage } from '../../web/send-page.ts';
import { passwordProblemText } from '../new-password-field.tsx';
import { seeOther } from '../see-other.ts';
import { isProvenLately, provenLately, signedIn, type Holder } from './fresh-proof.ts';
import { pageAt, pageOnce } from './page-parts.ts';
import { RecoverWardPage } from './pages/recover-password-pages.tsx';
import { DonePage } from './pages/safety-pages.tsx';
import { HOME, type CitizenServices } from './citizen-site.ts';

/** A guardian's way to recover a ward's account, with the guardian's own factors (D69, Arts. 10, 11 and 14(2)). */
export function addWards(router: Router, services: CitizenServices): void {
  const { frame, clock } = services;
  const path = `${HOME}/wards/:id/recover`;

  router.get(path, async (ctx) => {
    const holder = await provenLately(ctx, services, ctx.path);
    const ward = holder && (await wardOf(ctx, holder, services));
    if (holder === undefined) return;
    if (ward === undefined) return seeOther(ctx, HOME);
    ask(ctx, holder, ward, services);
  });

  router.post(path, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const form = await readForm(ctx);
    frame.verify(ctx, holder.session, form);
    if (!isProvenLately(holder, clock())) return seeOther(ctx, ctx.path);
    const ward = await wardOf(ctx, holder, services);
    if (ward === undefined) return seeOther(ctx, HOME);
    await recover(ctx, { holder, ward, password: form.text('password') ?? '' }, services);
  });
}

/**
 * Only while the guardianship stands, and of who signs in alone: a child under 14 has nothing of its own to lose (D69,
 * Art. 14(2)). Somebody else's ward is as if there were none.
 */
async function wardOf(
  ctx: Context,
  { session, kept }: Holder,
  { guardianships, accounts, clock }: CitizenServices,
): Promise<Account | undefined> {
  const id = (ctx.params as Readonly<Record<string, unknown>>)['id'];
  // Level 2 as it is reached now: whoever has just recovered their own account waits with those of others.
  if (!isId('acc', id) || reachableLevel(kept.account, clock()) !== 2) return undefined;
  const held = await guardianships.find(session.accountId, id);
  const ward = await accounts.findById(id);
  const today = dateInVietNam(clock());
  const isHeld =
    held !== undefined &&
    ward !== undefined &&
    // Used with the representative's own account: it has no password to lose.
    ward.subjectType !== 'organisation' &&
    // Of age today, whether or not the birthday was looked at already.
    !endsByAge(held, ward, today) &&
    held.fromDate <= today &&
    (held.untilDate === undefined || today <= held.untilDate);
  return isHeld && usesAlone(ward, today) ? ward : undefined;
}

function ask(
  ctx: Context,
  { session }: Holder,
  ward: Account,
  { frame, sandbox }: CitizenServices,
  problem?: string,
): void {
  const path = `${HOME}/wards/${ward.id}/recover`;
  const target = frame.target(session, path);
  const page = pageAt(ctx, sandbox, path);
  const problems = problem === undefined ? [] : [{ text: problem, field: 'password' }];
  const shown = { ctx: page, target, problems, name: ward.name };
  sendPage(ctx, <RecoverWardPage {...shown} />, problem === undefined ? 200 : 422);
}

async function recover(
  ctx: Context,
  { holder, ward, password }: { holder: Holder; ward: Account; password: string },
  services: CitizenServices,
): Promise<void> {
  const { keeping, passwords, sandbox } = services;
  const words = translator(localeOf(ctx));
  const { t } = words;
  const again = (text: string) => ask(ctx, holder, ward, services, text);
  const problem = passwordProblem(password, ward);
  if (problem !== undefined) return again(passwordProblemText(words, problem));
  const hashed = await passwords.hash(password);
  if (hashed.kind !== 'hashed') return again(passwordProblemText(words, hashed.kind));
  const event = { requestId: ctx.state.requestId, actorId: holder.session.accountId };
  const outcome = await keeping.recover(
    { accountId: ward.id, event },
    { way: 'guardian', passwordHash: hashed.hash },
  );
  if (outcome.kind !== 'done') return again(t('account.outdated'));
  if (outcome.result.kind === 'refused') {
    return again(t(`recover.refused-${outcome.result.reason}`));
  }
  const title = t('recover.ward-done', { name: ward.name });
  const back = { href: HOME, text: t('account.back') };
  const page = pageOnce(ctx, sandbox);
  sendPage(
    ctx,
    <DonePage {...{ ctx: page, title, back }} text={t('recover.done-next')} symbol="check" />,
  );
}
