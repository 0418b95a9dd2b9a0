import type { Context } from 'koa';
import type { VNode } from 'preact';

import { renderPage } from './page.ts';

/** A page is about one person and one moment: nobody keeps a copy. */
export function sendPage(ctx: Context, page: VNode, status = 200): void {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('Cache-Control', 'no-store');
  ctx.vary('Accept-Language, Cookie');
  ctx.body = renderPage(page);
}
