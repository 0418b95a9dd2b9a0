import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Middleware } from 'koa';

import { answerError, plainPage, type Site } from '../web/error-answer.tsx';
import { addFormTarget, formTargetOf } from '../web/headers.ts';
import { FormPostPage } from '../web/pages/form-post-page.tsx';
import { LoggedOutPage } from '../web/pages/logged-out-page.tsx';
import { lastService } from '../web/last-service.ts';
import type { ServiceFacts } from '../web/page-context.ts';
import { LogoutConfirmPage } from '../web/pages/logout-confirm-page.tsx';
import { sendPage } from '../web/send-page.ts';
import { siteOf } from '../web/site-of.ts';
import type { ActingOfSession } from './acting-shown.ts';
import { explain } from './explained-errors.ts';
import type { ShowFormPost } from './response-modes.ts';
import { sendToRelyingParty } from './trusted-redirect.ts';

/** The pages the library asks for by itself. */
export interface ProviderPages {
  renderError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): Promise<void>;
  logout(ctx: KoaContextWithOIDC): Promise<void>;
  loggedOut(ctx: KoaContextWithOIDC): Promise<void>;
  readonly formPost: ShowFormPost;
}

export function createProviderPages(site: Site, actingOfSession: ActingOfSession): ProviderPages {
  return {
    async renderError(ctx, out, error) {
      if (await sendToRelyingParty(ctx, out, error)) return;
      const { code = out.error, description = out.error_description } = explain(ctx, error) ?? {};
      const answer = { status: ctx.status, code, description };
      answerError(ctx, { ...answer, uiLocales: uiLocalesOf(ctx), service: serviceOf(ctx) }, site);
    },

    formPost(ctx, action, answer) {
      const page = plainPage(ctx, site.sandbox, uiLocalesOf(ctx));
      const shown = { ...page, path: undefined, service: serviceOf(ctx) };
      const fields = Object.fromEntries(
        Object.entries(answer).map(([name, value]) => [name, String(value)]),
      );
      sendPage(ctx, <FormPostPage ctx={shown} action={action} fields={fields} />);
      // With less the relying party sees `Origin: null`, which many take for a forged post.
      ctx.set('Referrer-Policy', 'origin');
    },

    async logout(ctx) {
      const page = plainPage(ctx, site.sandbox, uiLocalesOf(ctx));
      const acting = await actingOfSession(ctx);
      const state: { secret?: unknown } = ctx.oidc.session?.state ?? {};
      sendPage(
        ctx,
        <LogoutConfirmPage
          ctx={{ ...page, acting }}
          action={ctx.oidc.urlFor('end_session_confirm')}
          xsrf={String(state.secret)}
        />,
      );
    },

    async loggedOut(ctx) {
      // "Stay logged in" ends here too.
      const { accountId } = await ctx.oidc.provider.Session.get(ctx);
      if (accountId !== undefined) return ctx.redirect('/');
      const page = { ...plainPage(ctx, site.sandbox), service: lastService(ctx) };
      sendPage(ctx, <LoggedOutPage ctx={page} />);
    },
  };
}

/** The relying party of a request that failed, as it registered itself; undefined when the request named none. */
function serviceOf({ oidc }: Partial<KoaContextWithOIDC>): ServiceFacts | undefined {
  const { client } = oidc ?? {};
  if (client === undefined) return undefined;
  const site = client.clientUri ?? client.redirectUris?.[0];
  const url = site === undefined ? null : URL.parse(site);
  return {
    name: client.clientName ?? client.clientId,
    domain: url?.host ?? client.clientId,
    homeUri: client.clientUri ?? siteOf(site),
  };
}

/** OpenID Connect Core 3.1.2.1; RP-Initiated Logout 1.0, section 2. */
function uiLocalesOf({ oidc }: Partial<KoaContextWithOIDC>): string | undefined {
  const wished = oidc?.params?.['ui_locales'];
  return typeof wished === 'string' ? wished : undefined;
}

/**
 * Pages of the library that post to a relying party, or are redirected to one after a post: `form-action` must name it.
 * Both addresses have been compared with the registered ones by then.
 */
export const allowLibraryForms: Middleware = async (ctx, next) => {
  await next();
  if (ctx.type !== 'text/html') return;
  const { oidc } = ctx as unknown as Partial<KoaContextWithOIDC>;
  const afterLogout = oidc?.session?.state?.['postLogoutRedirectUri'];
  const redirectUri =
    oidc?.redirectUriCheckPerformed === true ? oidc.params?.['redirect_uri'] : undefined;
  for (const address of [afterLogout, redirectUri]) {
    const target = typeof address === 'string' ? formTargetOf(address) : undefined;
    if (target !== undefined) addFormTarget(ctx, target);
  }
};
