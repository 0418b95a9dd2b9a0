import type Koa from 'koa';

export type Language = 'vi' | 'en';
export interface Text {
  readonly vi: string;
  readonly en: string;
}
/** Picks the words for the visitor's language: say('Đăng nhập', 'Log in'). */
export type Say = (vi: string, en: string) => string;

const COOKIE = 'sample_rps_lang';

/** `?lang=en` is remembered in a cookie; Vietnamese unless told otherwise. */
export function languageOf(ctx: Koa.Context): Language {
  const asked = ctx.query['lang'];
  if (asked !== 'vi' && asked !== 'en') return ctx.cookies.get(COOKIE) === 'en' ? 'en' : 'vi';
  ctx.cookies.set(COOKIE, asked, { httpOnly: true, sameSite: 'lax' });
  return asked;
}

export function speak(language: Language): Say {
  return (vi, en) => (language === 'en' ? en : vi);
}

export function inLanguage(text: Text, language: Language): string {
  return text[language];
}

export function formatDong(amount: number, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    style: 'currency',
    currency: 'VND',
    currencyDisplay: 'narrowSymbol',
  }).format(amount);
}

/** `seconds`: as in `auth_time` and `exp`, since 1970. */
export function formatTime(seconds: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(seconds * 1000);
}
