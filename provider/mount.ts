import type { Context, Middleware } from 'koa';
import type Provider from 'oidc-provider';

import { RETRY_AFTER_SECONDS } from '../web/error-answer.tsx';
import { allowLibraryForms } from './pages.tsx';

/** The library as the last middleware of our own application: one Koa context, one cookie jar, our guards in front. */
export function mountProvider(provider: Provider, recordEvents: Middleware): Middleware {
  const [library, ...others] = provider.middleware;
  if (library === undefined || others.length > 0) throw new TypeError('expected the library alone');
  return async (ctx, next) => {
    await recordEvents(ctx, async () => {
      await allowLibraryForms(ctx, async () => {
        await library(ctx, next);
      });
    });
    completeError(ctx);
  };
}

/** The library's JSON errors get what all of ours have: a reference id, and when to try again. */
function completeError(ctx: Context): void {
  if (ctx.status === 503) ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
  const body: unknown = ctx.body;
  if (ctx.status >= 400 && typeof body === 'object' && body !== null && 'error' in body) {
    ctx.body = { ...body, request_id: ctx.state.requestId };
  }
}
