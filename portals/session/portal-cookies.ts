import type { Context } from 'koa';

import type { Portal } from './portal.ts';

/**
 * `__Host-` cannot be planted from a sibling domain. `Lax`: the way back from the provider is a navigation of our own
 * site, and links from a mail must find the session.
 */
const OPTIONS = {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  signed: false,
  overwrite: true,
} as const;

export interface PortalCookies {
  session(ctx: Context): string | undefined;
  setSession(ctx: Context, id: string | undefined): void;
  /** Knows the browser while it signs in: what is begun in one is finished in no other. */
  browser(ctx: Context): string | undefined;
  setBrowser(ctx: Context, value: string, seconds: number): void;
}

export function portalCookies({ name }: Portal): PortalCookies {
  const session = `__Host-senid_${name}`;
  const browser = `__Host-senid_${name}_login`;
  return {
    session: (ctx) => ctx.cookies.get(session, { signed: false }),
    setSession: (ctx, id) => ctx.cookies.set(session, id ?? null, OPTIONS),
    browser: (ctx) => ctx.cookies.get(browser, { signed: false }),
    setBrowser: (ctx, value, seconds) =>
      ctx.cookies.set(browser, value, { ...OPTIONS, maxAge: seconds * 1000 }),
  };
}
