import type Router from '@koa/router';
import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import type { GuardianshipBasis } from '../../accounts/guardianship.ts';
import { ageOn } from '../../accounts/age.ts';
import { AGE_OF_OWN_USE, ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { isCoolingDown } from '../../accounts/reachable-level.ts';
import { readForm } from '../../web/forms.ts';
import { translator } from '../../web/i18n/translator.ts';
import { sendPage } from '../../web/send-page.ts';
import { openCasesOf } from './case-routes.tsx';
import { signedIn, type Holder } from './fresh-proof.ts';
import { dataGroups, pageAt, pageOnce } from './page-parts.ts';
import { DataPage } from './pages/data-page.tsx';
import { HomePage, type HomePageProps, type WardLine } from './pages/home-page.tsx';
import { NoticesPage } from './pages/notices-page.tsx';
import { DonePage, SignOutEverywherePage } from './pages/safety-pages.tsx';
import { HOME, type CitizenServices } from './citizen-site.ts';

const MOST_LINES = 50;

/** The first page, what is known about oneself, and what one was told. */
export function addHome(router: Router, services: CitizenServices): void {
  const { frame, sandbox, notices, keeping, clock } = services;

  router.get(HOME, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder !== undefined) await showHome(ctx, holder, services, {});
  });

  router.get(`${HOME}/data`, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const page = pageAt(ctx, sandbox, `${HOME}/data`);
    sendPage(ctx, <DataPage ctx={page} groups={dataGroups(holder.kept.account, page.locale)} />);
  });

  router.get(`${HOME}/notices`, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const { accountId } = holder.session;
    const list = await notices.ofAccount(accountId, MOST_LINES);
    await notices.markRead(accountId, clock());
    sendPage(ctx, <NoticesPage ctx={pageAt(ctx, sandbox, `${HOME}/notices`)} notices={list} />);
  });

  router.post(`${HOME}/changes/:id`, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const { session } = holder;
    frame.verify(ctx, session, await readForm(ctx));
    const whose = { accountId: session.accountId, event: { requestId: ctx.state.requestId } };
    const outcome = await keeping.cancel(whose, ctx.params['id'] ?? '');
    const { t } = translator(pageAt(ctx, sandbox, HOME).locale);
    const isOff = outcome.kind === 'done' && outcome.result;
    const kept = (await keeping.load(session.accountId)) ?? holder.kept;
    await showHome(
      ctx,
      { session, kept },
      services,
      isOff ? { done: t('account.called-off') } : { problem: t('account.call-off-late') },
    );
  });

  addSignOutEverywhere(router, services);
}

function addSignOutEverywhere(router: Router, services: CitizenServices): void {
  const { frame, sandbox, keeping } = services;
  const path = `${HOME}/sign-out-everywhere`;

  router.get(path, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const target = frame.target(holder.session, path);
    sendPage(ctx, <SignOutEverywherePage ctx={pageAt(ctx, sandbox, path)} target={target} />);
  });

  router.post(path, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder === undefined) return;
    const { session } = holder;
    frame.verify(ctx, session, await readForm(ctx));
    const event = { requestId: ctx.state.requestId };
    await keeping.signOutEverywhere({ accountId: session.accountId, event });
    const page = pageOnce(ctx, sandbox);
    const { t } = translator(page.locale);
    sendPage(
      ctx,
      <DonePage
        ctx={page}
        title={t('everywhere.done-title')}
        text={t('everywhere.done')}
        symbol="check"
        back={{ href: HOME, text: t('account.back') }}
      />,
    );
  });
}

async function showHome(
  ctx: Context,
  { session, kept }: Holder,
  services: CitizenServices,
  what: Pick<HomePageProps, 'done' | 'problem'>,
): Promise<void> {
  const { frame, sandbox, notices, clock } = services;
  const { account, changes } = kept;
  const [unread, open, wards] = await Promise.all([
    notices.unread(account.id),
    openCasesOf({ session }, services),
    wardsOf(account.id, services),
  ]);
  const { identifier, name, level, coolDownUntil } = account;
  const maskedIdentifier = `${'•'.repeat(Math.max(0, identifier.length - 3))}${identifier.slice(-3)}`;
  sendPage(
    ctx,
    <HomePage
      ctx={pageAt(ctx, sandbox, HOME)}
      person={{ name, level, maskedIdentifier, signedInAt: session.signedInAt }}
      account={account}
      coolDownUntil={isCoolingDown(account, clock()) ? coolDownUntil : undefined}
      unread={unread}
      changes={changes}
      cases={open}
      wards={wards}
      target={(action) => frame.target(session, action)}
      {...what}
    />,
  );
}

async function wardsOf(
  guardianId: Holder['kept']['account']['id'],
  { guardianships, accounts, clock }: CitizenServices,
): Promise<readonly WardLine[]> {
  const today = dateInVietNam(clock());
  const held = await guardianships.ofGuardian(guardianId);
  const wards = await Promise.all(
    held.map(async ({ wardId, basis }) => {
      const ward = await accounts.findById(wardId);
      return ward && { ward, basis };
    }),
  );
  return wards
    .filter((each) => each !== undefined)
    .map(({ ward, basis }) => ({ id: ward.id, name: ward.name, as: usedAs(ward, basis, today) }));
}

function usedAs({ birthdate }: Account, basis: GuardianshipBasis, today: string): WardLine['as'] {
  switch (basis) {
    case 'legal_representative_of_organisation':
      return 'organisation';
    case 'represented_adult':
      return 'represented';
    case 'parent':
    case 'appointed_guardian':
      return ageOn(birthdate, today) < ruleInForce(AGE_OF_OWN_USE, today) ? 'child' : 'own';
    default:
      return basis satisfies never;
  }
}
