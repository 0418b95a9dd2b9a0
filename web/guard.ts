import type { Middleware } from 'koa';

import type { Log } from '../log.ts';

/**
 * The issuer is configuration, never the request (design, section 8.0). A foreign `Host` is refused; forwarded headers
 * are not looked at. The library's routes ignore case and a trailing slash, so both are refused before it sees them.
 */
export function createGuard(issuer: string, log: Log): Middleware {
  const { host } = new URL(issuer);
  return async (ctx, next) => {
    // Probes of an orchestrator come by address.
    const probe = ctx.path === '/health/live' || ctx.path === '/health/ready';
    if (!probe && ctx.req.headers.host !== host) {
      log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'host_refused' });
      ctx.status = 421;
      ctx.body = { error: 'misdirected_request', error_description: `this is ${issuer}` };
      return;
    }
    if (!isPlainPath(ctx.path)) {
      log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'path_refused' });
      ctx.status = 404;
      ctx.body = {
        error: 'not_found',
        error_description: 'no such address; mind case and slashes',
      };
      return;
    }
    // Cookies are Secure everywhere, on http://localhost too, where browsers keep them: names are the same everywhere.
    ctx.cookies.secure = true;
    await next();
  };
}

/** One spelling for each address: the first segment in lower case, no empty segment, no encoded letters in it. */
function isPlainPath(path: string): boolean {
  return path === '/' || /^\/[a-z0-9.-]+(?:\/[^/]+)*$/.test(path);
}
