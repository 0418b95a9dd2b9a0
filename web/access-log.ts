import type { Middleware } from 'koa';

import type { Log } from '../log.ts';
import { routeOf } from './route-of.ts';

/** One line for each request. */
export function createAccessLog(log: Log): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    try {
      await next();
    } finally {
      log.info('request', {
        requestId: ctx.state.requestId,
        method: ctx.method,
        route: routeOf(ctx.path),
        status: ctx.status,
        durationMs: Math.round(performance.now() - start),
      });
    }
  };
}
