import type { Middleware } from 'koa';

import { describeError, type Log } from '../log.ts';

/** `live`: the process answers. `ready`: so do its stores. */
export function createHealth(ping: () => Promise<void>, log: Log): Middleware {
  return async (ctx, next) => {
    if (ctx.path === '/health/live') {
      ctx.body = { status: 'live' };
      return;
    }
    if (ctx.path !== '/health/ready') {
      await next();
      return;
    }
    try {
      await ping();
      ctx.body = { status: 'ready' };
    } catch (error) {
      log.warn('health.not_ready', describeError(error));
      ctx.status = 503;
      ctx.set('Retry-After', '5');
      ctx.body = { status: 'not_ready' };
    }
  };
}
