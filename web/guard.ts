import type { Middleware } from 'koa';

import type { Log } from '../log.ts';
import { clientCertificateOf, type MutualTlsSite } from './client-certificate.ts';
import { answerError, answerProgram, type Site } from './error-answer.tsx';
import { fitsSite } from './forwarded-headers.ts';

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
 * The issuer is configuration, never the request (design, section 8.0). A foreign `Host` is refused, and so is a
 * forwarded header that contradicts it; nothing is taken from either. The library's routes ignore case and a trailing slash, so both are refused before it sees them.
 */
export function createGuard({ issuer, mutualTls }: GuardedSites, site: Site, log: Log): Middleware {
  const { host } = new URL(issuer);
  const mutualTlsHost = mutualTls && new URL(mutualTls.origin).host;
  return async (ctx, next) => {
    const named = ctx.req.headers.host;
    // Probes of an orchestrator come by address.
    const probe = ctx.path === '/health/live' || ctx.path === '/health/ready';
    const mutual = mutualTls !== undefined && named === mutualTlsHost;
    const origin = mutual ? mutualTls.origin : issuer;
    const misdirected = (!mutual && named !== host) || !fitsSite(ctx.req.headers, origin);
    if (!probe && misdirected) {
      log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'host_refused' });
      // In JSON: a page would fetch its look from whatever host this is.
      answerProgram(
        ctx,
        { status: 421, code: 'misdirected_request', description: `this is ${issuer}` },
        site,
      );
      return;
    }
    if (!isPlainPath(ctx.path) || (named !== host && mutual && !MUTUAL_TLS_PATHS.has(ctx.path))) {
      log.warn('request.refused', { requestId: ctx.state.requestId, detail: 'path_refused' });
      const description = 'no such address; mind case and slashes';
      answerError(ctx, { status: 404, code: 'not_found', description }, site);
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

/** One spelling for each address: the first segment in lower case, no empty segment, no encoded letters in it. */
function isPlainPath(path: string): boolean {
  return path === '/' || /^\/[a-z0-9.-]+(?:\/[^/]+)*$/.test(path);
}
