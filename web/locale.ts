import type { Context } from 'koa';

import { chooseLocale } from './i18n/choose-locale.ts';
import { isLocale, type Locale } from './i18n/locale.ts';

const COOKIE = '__Host-senid_lang';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The language of this response; a press on the switch is remembered. */
export function localeOf(ctx: Context, uiLocales?: string): Locale {
  const wished = ctx.query['lang'];
  const query = typeof wished === 'string' ? wished : undefined;
  if (isLocale(query)) {
    ctx.cookies.set(COOKIE, query, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      signed: false,
      maxAge: YEAR_MS,
      overwrite: true,
    });
  }
  return chooseLocale({
    query,
    cookie: ctx.cookies.get(COOKIE, { signed: false }),
    uiLocales,
    acceptLanguage: ctx.get('Accept-Language'),
  });
}
