import type { Context } from 'koa';

import type { Translator } from '../../web/i18n/translator.ts';
import { waitText } from '../../web/wait-text.ts';

export const RECOVER = '/recover';
export const CHANNEL = `${RECOVER}/channel`;
const COOKIE = '__Host-senid_recover';

export function journeyOf(ctx: Context): string | undefined {
  const value = ctx.cookies.get(COOKIE, { signed: false });
  return value !== undefined && /^[\w-]{32}$/.test(value) ? value : undefined;
}

export function setJourney(ctx: Context, journeyId: string | undefined): void {
  ctx.cookies.set(COOKIE, journeyId ?? null, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    signed: false,
    overwrite: true,
  });
}

export function limited(words: Translator, seconds: number): string {
  return words.t('recover.limited', { wait: waitText(words, seconds) });
}
