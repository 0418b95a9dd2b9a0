import type { Middleware } from 'koa';

import type { Readiness } from './readiness.ts';

/**
 * `live`: the process answers; restart it when it does not, and not because a store is gone. `ready`: so do its stores,
 * and it has not been told to end; send it no requests when it is not.
 */
export function createHealth(readiness: Readiness): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/health/live') {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { status: 'live' };
      return;
    }
    if (ctx.path !== '/health/ready') {
      await next();
      return;
    }
    const report = await readiness.check();
    ctx.set('Cache-Control', 'no-store');
    if (report.status !== 'ready') {
      ctx.status = 503;
      ctx.set('Retry-After', '5');
    }
    ctx.body = report;
  };
}
