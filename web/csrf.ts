import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Context } from 'koa';

import { BadInput } from '../errors.ts';
import type { Form } from './forms.ts';

export interface Csrf {
  /** Bound to one interaction: a token of another journey is worth nothing here. */
  tokenFor(subject: string): string;
  /** Throws `BadInput` (403). Checks who sent the post first, then the token. */
  verify(ctx: Context, subject: string, form: Form): void;
}

export function createCsrf(key: Buffer, issuer: string): Csrf {
  const tokenFor = (subject: string) =>
    createHmac('sha256', key).update(subject).digest('base64url');
  return {
    tokenFor,
    verify(ctx, subject, form) {
      if (!fromOurselves(ctx, issuer)) throw new BadInput('cross-site post', 403);
      const given = Buffer.from(form.text('csrf') ?? '');
      const expected = Buffer.from(tokenFor(subject));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new BadInput('csrf token', 403);
      }
    },
  };
}

/** Fetch Metadata first, then `Origin`; old browsers that send neither still need the token. */
function fromOurselves(ctx: Context, issuer: string): boolean {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '' && site !== 'same-origin' && site !== 'none') return false;
  const origin = ctx.get('Origin');
  return origin === '' || origin === issuer;
}
