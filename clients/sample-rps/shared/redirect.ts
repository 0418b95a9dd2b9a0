import type Koa from 'koa';

/** 303: the browser goes on with GET, also after a form. */
export function seeOther(ctx: Koa.Context, url: string): void {
  ctx.status = 303;
  ctx.redirect(url);
}
