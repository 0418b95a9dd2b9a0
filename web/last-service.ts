import type { Context } from 'koa';
import { z } from 'zod';

import type { ServiceFacts } from './page-context.ts';

const COOKIE = '__Host-senid_service';
const MOST_CHARACTERS = 1_000;

const serviceSchema = z.object({
  name: z.string(),
  domain: z.string().optional(),
  homeUri: z.string().optional(),
});

/** Pages outside a journey need a way back too: the service the person came from last, while the browser is open. */
export function rememberService(ctx: Context, { name, domain, homeUri }: ServiceFacts): void {
  const text = JSON.stringify({ name, domain, homeUri });
  const value = Buffer.from(text).toString('base64url');
  if (value.length > MOST_CHARACTERS || read(ctx) === value) return;
  ctx.cookies.set(COOKIE, value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    overwrite: true,
  });
}

export function lastService(ctx: Context): ServiceFacts | undefined {
  const value = read(ctx);
  if (value === undefined) return undefined;
  // Signed, so it is ours; another version of ours may have written it.
  const parsed = serviceSchema.safeParse(
    JSON.parse(Buffer.from(value, 'base64url').toString('utf8')),
  );
  return parsed.success ? parsed.data : undefined;
}

function read(ctx: Context): string | undefined {
  return ctx.cookies.get(COOKIE, { signed: true });
}
