import type Koa from 'koa';

import { LOGIN_START_PATH } from './third-party-login.ts';

/** No script, nothing from elsewhere; forms may end at the provider, because Chromium follows their redirects too. */
export function securityHeaders(issuer: string): Koa.Middleware {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return async (ctx, next) => {
    ctx.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    await next();
  };
}

/** Where others send people by a form (OIDC Core, section 4), and where the provider itself posts. */
const FOR_OTHERS: ReadonlySet<string> = new Set([LOGIN_START_PATH, '/backchannel-logout']);

/** Cross-site request forgery: a form of ours is only believed from a page of ours. */
export function refuseCrossSiteForms(origin: string): Koa.Middleware {
  return async (ctx, next) => {
    const reads = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (!reads && !FOR_OTHERS.has(ctx.path) && !comesFrom(ctx, origin)) {
      ctx.throw(403, 'cross-site form');
    }
    await next();
  };
}

function comesFrom(ctx: Koa.Context, origin: string): boolean {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '') return site === 'same-origin' || site === 'none';
  const sender = ctx.get('Origin');
  return sender === '' || sender === origin;
}

const FORM_LIMIT_BYTES = 8192;

export async function readForm(ctx: Koa.Context): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of ctx.req.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > FORM_LIMIT_BYTES) ctx.throw(413, 'form too large');
  }
  return new URLSearchParams(body);
}
