import type Koa from 'koa';

import {
  logoutTokenVerifier,
  UnacceptableLogout,
  type LogoutDemand,
} from './backchannel-logout.ts';
import { actorOf } from './shared/actor-of.ts';
import { readForm } from './shared/middleware.ts';
import type { RelyingParty } from './shared/provider.ts';
import type { Session } from './shared/session.ts';
import type { Sessions } from './shared/sessions.ts';

/** What the provider posts to `backchannel_logout_uri`: 200 when done, 400 with a reason when it will not be. */
export function backchannelLogout<Intent, Data>(
  rp: RelyingParty,
  issuer: string,
  sessions: Sessions<Session<Intent, Data>>,
): Koa.Middleware {
  const jwksUri = async () => (await rp.provider()).serverMetadata().jwks_uri ?? '';
  const verify = logoutTokenVerifier({ issuer, clientId: rp.clientId, jwksUri });
  return async (ctx) => {
    try {
      const demand = await verify((await readForm(ctx)).get('logout_token') ?? '');
      for (const session of sessions.all()) {
        if (!isMeant(session, demand)) continue;
        session.login = undefined;
        session.shown = { logout: demand };
      }
      ctx.status = 200;
      ctx.body = '';
    } catch (error) {
      if (!(error instanceof UnacceptableLogout)) throw error;
      ctx.status = 400;
      ctx.body = { error: 'invalid_request', error_description: error.message };
    }
  };
}

function isMeant({ login }: Session<unknown, unknown>, { sid, sub, actor }: LogoutDemand): boolean {
  if (login === undefined) return false;
  if (actor !== undefined && (actorOf(login.claims) !== actor || login.claims.sub !== sub)) {
    return false;
  }
  return sid === undefined ? login.claims.sub === sub : login.claims['sid'] === sid;
}
