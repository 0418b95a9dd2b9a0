import type Router from '@koa/router';
import type { Context } from 'koa';

import { messageLocaleOf } from '../../accounts/messages.ts';
import { readForm } from '../../web/forms.ts';
import { isLocale } from '../../web/i18n/locale.ts';
import { translator } from '../../web/i18n/translator.ts';
import { localeOf } from '../../web/locale.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { HOME, type CitizenServices } from './citizen-site.ts';
import { signedIn, type Holder } from './fresh-proof.ts';
import { pageAt } from './page-parts.ts';
import { ContactsPage } from './pages/contacts-pages.tsx';

export const CONTACTS = `${HOME}/contacts`;
const LANGUAGE = `${CONTACTS}/language`;

/** Where and in which language somebody is told things. */
export function addContactsOverview(router: Router, services: CitizenServices): void {
  router.get(CONTACTS, async (ctx) => {
    const holder = await signedIn(ctx, services);
    if (holder !== undefined) showContacts(ctx, holder, services);
  });
  router.get(LANGUAGE, (ctx) => seeOther(ctx, CONTACTS));
  router.post(LANGUAGE, (ctx) => takeLanguage(ctx, services));
}

export function showContacts(
  ctx: Context,
  { session, kept: { account } }: Holder,
  { frame, sandbox }: CitizenServices,
  done?: string,
): void {
  const page = pageAt(ctx, sandbox, CONTACTS);
  const { phone, email } = account;
  const target = frame.target(session, LANGUAGE);
  const language = { target, chosen: messageLocaleOf(account) };
  sendPage(ctx, <ContactsPage ctx={page} {...{ phone, email, language, done }} />);
}

/** The language of pages is their own switch; anything but one of ours changes nothing. */
async function takeLanguage(ctx: Context, services: CitizenServices): Promise<void> {
  const { frame, keeping } = services;
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return;
  const { session, kept } = holder;
  const form = await readForm(ctx);
  frame.verify(ctx, session, form);
  const locale = form.text('language');
  if (!isLocale(locale)) return seeOther(ctx, CONTACTS);
  const event = { requestId: ctx.state.requestId };
  const { kind } = await keeping.chooseLanguage({ accountId: session.accountId, event }, locale);
  if (kind !== 'done') return seeOther(ctx, CONTACTS);
  const { t } = translator(localeOf(ctx));
  const done = t('contacts.language-done', { language: t(`contacts.language-${locale}`) });
  showContacts(
    ctx,
    { session, kept: { ...kept, account: { ...kept.account, locale } } },
    services,
    done,
  );
}
