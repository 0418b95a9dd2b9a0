import type { Context, Middleware } from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';

import { LONG_COOKIE } from './cookies.ts';
import type { ShowFormPost } from './response-modes.ts';

/**
 * The library has a page without a look or a language that posts itself to its own logout: where nobody is logged in
 * (there is nothing to ask, and nothing to end), and where another account takes the place of the one in the session.
 * The first is a plain redirect here, the second one of our own pages.
 */
export function createLogoutForms(show: ShowFormPost): Middleware {
  return async (ctx, next) => {
    await next();
    const { oidc } = ctx as unknown as Partial<KoaContextWithOIDC>;
    if (oidc === undefined || ctx.type !== 'text/html' || ctx.status !== 200) return;
    const withOidc = ctx as unknown as KoaContextWithOIDC;
    if (oidc.route === 'end_session' && oidc.session?.accountId === undefined) {
      await goOn(ctx, withOidc);
    } else if (
      oidc.route === 'resume' &&
      oidc.redirectUriCheckPerformed !== true &&
      typeof oidc.session?.state?.['secret'] === 'string'
    ) {
      const fields = { xsrf: oidc.session.state['secret'], logout: 'yes' };
      show(withOidc, oidc.urlFor('end_session_confirm'), fields);
    }
  };
}

/** RP-Initiated Logout 1.0, section 3: the address has been compared with the registered ones by then. */
async function goOn(ctx: Context, { oidc }: KoaContextWithOIDC): Promise<void> {
  const { session, provider } = oidc;
  const { postLogoutRedirectUri: home, state } = session?.state ?? {};
  const target = new URL(typeof home === 'string' ? home : oidc.urlFor('end_session_success'));
  if (typeof home === 'string' && typeof state === 'string') {
    target.searchParams.set('state', state);
  }
  // It holds nothing but this question.
  await session?.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, LONG_COOKIE);
  ctx.redirect(target.href);
  ctx.status = 303;
}
