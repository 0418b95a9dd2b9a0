import helmet from 'helmet';
import type { Context, Middleware } from 'koa';

import { randomText } from '../ids.ts';

/** `same-origin`: with `no-referrer` browsers send `Origin: null` on form posts, and the guard against CSRF is blind. */
const common = helmet({
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-site' },
});

/** Headers every response carries; pages replace the policy by one of their own. */
export const securityHeaders: Middleware = async (ctx, next) => {
  await new Promise<void>((resolve, reject) => {
    common(ctx.req, ctx.res, (error) => {
      if (error === undefined) resolve();
      else reject(new Error('helmet', { cause: error }));
    });
  });
  ctx.state.nonce = randomText(16);
  ctx.set(
    'Permissions-Policy',
    'publickey-credentials-get=(self), publickey-credentials-create=(self)',
  );
  ctx.set('Content-Security-Policy', contentSecurityPolicy(ctx.state.nonce));
  await next();
};

/** Where a page's forms may end up, redirects included, and where its pictures come from. */
export interface PageOrigins {
  readonly formTargets?: readonly string[];
  readonly images?: readonly string[];
}

/** Chromium applies `form-action` to every redirect after a post: the relying party's origin must be named. */
export function allowOrigins(ctx: Context, origins: PageOrigins): void {
  ctx.set('Content-Security-Policy', contentSecurityPolicy(ctx.state.nonce, origins));
}

/** For a page somebody else made: the policy keeps what it has, and its forms get one more target. */
export function addFormTarget(ctx: Context, target: string): void {
  if (!isSource(target)) return;
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace(/form-action [^;]*/, `$& ${target}`));
}

function contentSecurityPolicy(nonce: string, origins: PageOrigins = {}): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${["'self'", 'data:', ...(origins.images ?? []).filter(isSource)].join(' ')}`,
    "connect-src 'self'",
    `form-action ${["'self'", ...(origins.formTargets ?? []).filter(isSource)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A host may hold `;` and `,` (WHATWG URL): in a policy they would end the directive, or the policy itself. */
function isSource(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[a-z0-9._:[\]-]+)?$/.test(source);
}

/** What `form-action` needs for an address: its origin, or the bare scheme of a native application. */
export function formTargetOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  return url.origin === 'null' ? url.protocol : url.origin;
}
