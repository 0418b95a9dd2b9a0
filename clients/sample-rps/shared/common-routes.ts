import type Router from '@koa/router';
import * as client from 'openid-client';

import { languageOf } from './language.ts';
import type { Brand } from './page.ts';
import type { RelyingParty } from './provider.ts';
import { seeOther } from './redirect.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { stylesheet } from './stylesheet.ts';

interface CommonParts<Intent, Data> {
  readonly brand: Brand;
  readonly rp: RelyingParty;
  readonly sessions: Sessions<Session<Intent, Data>>;
}

export function addCommonRoutes<Intent, Data>(
  router: Router,
  { brand, rp, sessions }: CommonParts<Intent, Data>,
): void {
  const style = stylesheet(brand.theme);
  router.get('/style.css', (ctx) => {
    ctx.type = 'css';
    ctx.body = style;
  });
  router.get('/icon.svg', (ctx) => {
    ctx.type = 'svg';
    ctx.body = brand.mark.markup;
  });
  router.get('/result.json', (ctx) => {
    ctx.body = sessions.find(ctx)?.shown ?? {};
  });
  // OpenID Connect RP-Initiated Logout 1.0: first here, then at the provider, which sends the browser back.
  router.post('/logout', async (ctx) => {
    const login = sessions.find(ctx)?.login;
    sessions.close(ctx);
    if (login === undefined) return seeOther(ctx, '/');
    const url = client.buildEndSessionUrl(await rp.provider(), {
      id_token_hint: login.idToken,
      post_logout_redirect_uri: `${rp.origin}/`,
      ui_locales: languageOf(ctx),
    });
    return seeOther(ctx, url.href);
  });
}
