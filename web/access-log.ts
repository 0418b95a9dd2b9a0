import type { Middleware } from 'koa';

import type { Log } from '../log.ts';

/** One line for each request. Of the address only the first segment: the rest carries ids, codes and tokens. */
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

const ROUTES = new Set([
  'authorize',
  'token',
  'userinfo',
  'jwks',
  'par',
  'introspect',
  'revoke',
  'logout',
  'register',
  'interaction',
  'assets',
  'sandbox',
  'health',
  '.well-known',
]);

function routeOf(path: string): string {
  const first = path.split('/')[1] ?? '';
  if (first === '') return 'home';
  return ROUTES.has(first) ? first : 'other';
}
