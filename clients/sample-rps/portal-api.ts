import Router from '@koa/router';

import {
  requireAuthentication,
  type AuthenticatedState,
  type AuthenticationRequirement,
} from './require-authentication.ts';
import { SUBSTANTIAL } from './shared/acr-ladder.ts';
import { refusalOf } from './shared/refusal.ts';
import type { VerifyAccessToken } from './verify-access-token.ts';

export const TEMPORARY_RESIDENCE = '/api/procedures/temporary-residence';

/** To look around, "low" is enough; to file this, the person must have proven themselves well, in the last 15 minutes. */
export const filingRequirement: AuthenticationRequirement = {
  realm: 'portal',
  scope: 'residence',
  acr: SUBSTANTIAL,
  maxAgeSeconds: 15 * 60,
};

/** The API behind the portal's pages: a resource server, which believes nothing but a signed token made for it. */
export function portalApi(verify: VerifyAccessToken): Router<AuthenticatedState> {
  const api = new Router<AuthenticatedState>();
  api.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      // No keys to verify with: programs get a status they can act on, not a page.
      if (refusalOf(error) === undefined) throw error;
      ctx.status = 503;
      ctx.set('Retry-After', '10');
      ctx.body = { error: 'temporarily_unavailable' };
    }
  });
  api.post(TEMPORARY_RESIDENCE, requireAuthentication(filingRequirement, verify), (ctx) => {
    const { sub, acr, auth_time } = ctx.state.token;
    ctx.status = 201;
    ctx.body = {
      procedure: 'temporary-residence',
      reference: `TT-${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
      filed_at: Math.floor(Date.now() / 1000),
      filed_by: { sub, acr, auth_time },
    };
  });
  return api;
}
