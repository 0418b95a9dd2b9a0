import { hash } from 'node:crypto';

import type { Context } from 'koa';

import { DISCOVERY_PATHS } from './discovery.ts';

const PATHS: ReadonlySet<string> = new Set(['/jwks', ...DISCOVERY_PATHS]);

/**
 * Whoever fetched the keys or the discovery document may keep it for a while, and is then told when it is still the same
 * (RFC 9111). A key is published for longer than that before it signs, so nobody who does as told ever misses one.
 */
export function letBeCached(ctx: Context, maxAgeSeconds: number): void {
  if (!PATHS.has(ctx.path) || ctx.status !== 200) return;
  const text = JSON.stringify(ctx.body);
  ctx.body = text;
  ctx.set('Cache-Control', `public, max-age=${maxAgeSeconds}, must-revalidate`);
  const etag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
  ctx.set('ETag', etag);
  if (isHeld(ctx, etag)) ctx.status = 304;
}

/** RFC 9110, section 13.1.2. Not Koa's `fresh`: browsers and Node send `no-cache` along, which is for caches on the way. */
function isHeld(ctx: Context, etag: string): boolean {
  const held = ctx.get('If-None-Match').split(',');
  return held.some((each) => [etag, `W/${etag}`, '*'].includes(each.trim()));
}
