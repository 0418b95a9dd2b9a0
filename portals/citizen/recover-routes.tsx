import type Router from '@koa/router';
import type { Context } from 'koa';

import { readForm } from '../../web/forms.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { sendPage } from '../../web/send-page.ts';
import { passwordProblemText } from '../new-password-field.tsx';
import { seeOther } from '../see-other.ts';
import { pageAt, pageOnce } from './page-parts.ts';
import { RecoverChannelPage, RecoverPage } from './pages/recover-pages.tsx';
import { RecoverPasswordPage } from './pages/recover-password-pages.tsx';
import { DonePage } from './pages/safety-pages.tsx';
import { CHANNEL, journeyOf, limited, RECOVER, setJourney } from './recover-journey.ts';
import { addRecoverIdentity, askIdentity } from './recover-identity-routes.tsx';
import { HOME, type CitizenServices } from './citizen-site.ts';

const PASSWORD = `${RECOVER}/password`;

/** The way back of who has lost what they sign in with. Nobody is signed in by it. */
export function addRecovery(router: Router, services: CitizenServices): void {
  const { sandbox, recovery } = services;
  router.get(RECOVER, (ctx) => sendPage(ctx, <RecoverPage ctx={pageAt(ctx, sandbox, RECOVER)} />));
  addRecoverIdentity(router, services);

  router.get(CHANNEL, async (ctx) => {
    const channels = await recovery.channels(journeyOf(ctx));
    if (channels === undefined) return seeOther(ctx, RECOVER);
    const target = targetOf(ctx, services, CHANNEL);
    const page = pageAt(ctx, sandbox, CHANNEL);
    sendPage(ctx, <RecoverChannelPage ctx={page} target={target} channels={channels} />);
  });
  router.post(CHANNEL, (ctx) => takeChannel(ctx, services));

  router.get(PASSWORD, (ctx) => askPassword(ctx, services, undefined));
  router.post(PASSWORD, (ctx) => takePassword(ctx, services));
}

async function takeChannel(ctx: Context, services: CitizenServices): Promise<void> {
  const { recovery, sandbox } = services;
  const journeyId = journeyOf(ctx);
  const form = await readForm(ctx);
  if (journeyId === undefined) return seeOther(ctx, RECOVER);
  services.csrf.verify(ctx, { uid: `recover ${journeyId}`, person: '' }, form);
  const channels = await recovery.channels(journeyId);
  if (channels === undefined) return seeOther(ctx, RECOVER);
  const words = translator(localeOf(ctx));
  const again = (text: string, status = 422) => {
    const target = targetOf(ctx, services, CHANNEL);
    const page = pageAt(ctx, sandbox, CHANNEL);
    const problems = [{ text, field: 'channel' }];
    sendPage(ctx, <RecoverChannelPage {...{ ctx: page, target, channels, problems }} />, status);
  };
  const channel = channels.find((each) => each.channel === form.text('channel'))?.channel;
  if (channel === undefined) return again(words.t('recover.channel-choose'));
  const sent = await recovery.send({
    journeyId,
    channel,
    locale: localeOf(ctx),
    address: ctx.ip,
  });
  if (sent === undefined) return seeOther(ctx, RECOVER);
  if (sent.kind === 'limited') return again(limited(words, sent.retryAfterSeconds), 429);
  seeOther(ctx, PASSWORD);
}

async function askPassword(
  ctx: Context,
  services: CitizenServices,
  problem: { readonly text: string; readonly field: string } | undefined,
): Promise<void> {
  const masked = await services.recovery.sentTo(journeyOf(ctx));
  if (masked === undefined) return seeOther(ctx, RECOVER);
  const target = targetOf(ctx, services, PASSWORD);
  const page = pageAt(ctx, services.sandbox, PASSWORD);
  const problems = problem === undefined ? [] : [problem];
  const status = problem === undefined ? 200 : 422;
  sendPage(ctx, <RecoverPasswordPage {...{ ctx: page, target, masked, problems }} />, status);
}

async function takePassword(ctx: Context, services: CitizenServices): Promise<void> {
  const { recovery, sandbox } = services;
  const journeyId = journeyOf(ctx);
  const form = await readForm(ctx);
  if (journeyId === undefined) return seeOther(ctx, RECOVER);
  services.csrf.verify(ctx, { uid: `recover ${journeyId}`, person: '' }, form);
  const words = translator(localeOf(ctx));
  const { t } = words;
  const [password, code] = [form.text('password') ?? '', form.text('otp') ?? ''];
  const event = { requestId: ctx.state.requestId };
  const outcome = await recovery.finish({ journeyId, code, password, event });
  switch (outcome.kind) {
    case 'code': {
      const { verdict } = outcome;
      const text =
        verdict.kind === 'wrong'
          ? t('contacts.code-wrong', { count: verdict.attemptsLeft })
          : t('contacts.code-over');
      return askPassword(ctx, services, { text, field: 'otp' });
    }
    case 'password': {
      const text = passwordProblemText(words, outcome.problem);
      return askPassword(ctx, services, { text, field: 'password' });
    }
    case 'gone':
      return seeOther(ctx, RECOVER);
    case 'refused': {
      const text = t(`recover.refused-${outcome.reason}`);
      return askIdentity(ctx, services, { problem: { text } });
    }
    case 'outdated':
      return askIdentity(ctx, services, { problem: { text: t('account.outdated') } });
    case 'requested':
      break;
    default:
      return outcome satisfies never;
  }
  setJourney(ctx, undefined);
  const page = pageOnce(ctx, sandbox);
  const time = words.dateTime(outcome.effectiveAt);
  const done = { ctx: page, title: t('recover.done-title'), text: t('recover.done', { time }) };
  sendPage(
    ctx,
    <DonePage {...done} symbol="clock" back={{ href: HOME, text: t('account.back') }}>
      <p>{t('recover.done-next')}</p>
    </DonePage>,
  );
}

function targetOf(ctx: Context, { csrf }: CitizenServices, action: string) {
  const uid = `recover ${journeyOf(ctx) ?? ''}`;
  return { action, csrf: csrf.tokenFor({ uid, person: '' }) };
}
