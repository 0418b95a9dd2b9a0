import type { Context, Middleware } from 'koa';

import type { Log } from '../log.ts';
import { clientCertificateOf, type MutualTlsSite } from './client-certificate.ts';

/** Where the program is reached, as it was told: never what a request says. */
export interface GuardedSites {
  readonly issuer: string;
  readonly mutualTls: MutualTlsSite | undefined;
}

/** What relying parties reach with a certificate (RFC 8705, section 5): no page is among these. */
const MUTUAL_TLS_PATHS: ReadonlySet<string> = new Set([
  '/token',
  '/par',
  '/userinfo',
  '/introspect',
  '/revoke',
  '/device-authorization',
  '/backchannel',
]);

/**
 * The issuer is configuration, never the request (design, section 8.0). A foreign `Host` is refused; forwarded headers
 * are not looked at. The library's routes ignore case and a trailing slash, so both are refused before it sees them.
 */
export function createGuard({ issuer, mutualTls }: GuardedSites, log: Log): Middleware {
  const { host } = new URL(issuer);
  const mutualTlsHost = mutualTls && new URL(mutualTls.origin).host;
  return async (ctx, next) => {
    const named = ctx.req.headers.host;
    // Probes of an orchestrator come by address.
    const probe = ctx.path === '/health/live' || ctx.path === '/health/ready';
    const mutual = mutualTls !== undefined && named === mutualTlsHost;
    if (!probe && named !== host && !mutual) {
      log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'host_refused' });
      ctx.status = 421;
      ctx.body = { error: 'misdirected_request', error_description: `this is ${issuer}` };
      return;
    }
    if (!isPlainPath(ctx.path) || (named !== host && mutual && !MUTUAL_TLS_PATHS.has(ctx.path))) {
      refusePath(ctx, log);
      return;
    }
    if (mutual) {
      ctx.state.mutualTlsOrigin = mutualTls.origin;
      ctx.state.clientCertificate = clientCertificateOf(ctx, mutualTls);
    }
    // Cookies are Secure everywhere, on http://localhost too, where browsers keep them: names are the same everywhere.
    ctx.cookies.secure = true;
    await next();
  };
}

function refusePath(ctx: Context, log: Log): void {
  log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'path_refused' });
  ctx.status = 404;
  ctx.body = {
    error: 'not_found',
    error_description: 'no such address; mind case and slashes',
  };
}

/** One spelling for each address: the first segment in lower case, no empty segment, no encoded letters in it. */
function isPlainPath(path: string): boolean {
  return path === '/' || /^\/[a-z0-9.-]+(?:\/[^/]+)*$/.test(path);
}
