import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

import type { Context } from 'koa';

import { BadInput } from '../errors.ts';
import type { Form } from './forms.ts';

/** What a form was made for: one interaction, and the person its page spoke of (empty: nobody yet). */
export interface FormSubject {
  readonly uid: string;
  readonly person: string;
}

export interface Csrf {
  /** A token of another journey is worth nothing here. */
  tokenFor(subject: FormSubject): string;
  /**
   * `stale`: our own form of this journey, but its page spoke of somebody else: another tab has signed them in since.
   * Nothing may be done with it. Throws `BadInput` (403) for any form that is not ours.
   */
  verify(ctx: Context, subject: FormSubject, form: Form): 'current' | 'stale';
}

export function createCsrf(secret: Buffer, issuer: string): Csrf {
  const key = createSecretKey(secret);
  const mac = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const tagOf = (person: string) => mac(`person ${person}`).slice(0, 22);
  const tokenWith = (uid: string, tag: string) => `${tag}.${mac(`form ${uid} ${tag}`)}`;
  return {
    tokenFor: ({ uid, person }) => tokenWith(uid, tagOf(person)),
    verify(ctx, { uid, person }, form) {
      if (!fromOurselves(ctx, issuer)) throw new BadInput('cross-site post', 403);
      const given = form.text('csrf') ?? '';
      const [tag = ''] = given.split('.');
      if (!equal(given, tokenWith(uid, tag))) throw new BadInput('csrf token', 403);
      return tag === tagOf(person) ? 'current' : 'stale';
    },
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Fetch Metadata first, then `Origin`; old browsers that send neither still need the token. */
function fromOurselves(ctx: Context, issuer: string): boolean {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '' && site !== 'same-origin' && site !== 'none') return false;
  const origin = ctx.get('Origin');
  return origin === '' || origin === issuer;
}
