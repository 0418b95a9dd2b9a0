import type { Context } from 'koa';

/** RFC 9110, section 15.4.4: the next request is a GET, whatever this one was. */
export function seeOther(ctx: Context, location: string): void {
  ctx.redirect(location);
  ctx.status = 303;
}
