import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import { randomText } from '../../ids.ts';
import type { Portal } from './portal.ts';

/** A journey at the provider may be extended for so long. */
export const LOGIN_SECONDS = 60 * 60;

const pendingSchema = z.object({
  id: z.string(),
  /** Epoch ms. */
  sentAt: z.number(),
  maxAgeSeconds: z.number(),
  returnTo: z.string(),
  /** Something the person was typing is kept under `id`. */
  hasDraft: z.boolean(),
});

export type PendingLogin = Readonly<z.infer<typeof pendingSchema>>;

/** What the provider is shown and later asked for, of one sign-in. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/**
 * A sign-in that was begun travels in its own `state`: whoever opens a page without being signed in, however often, leaves
 * nothing in the store. It is good in the browser it was begun in and for an hour; that it is finished once is the code's.
 */
export interface PendingLogins {
  begin(
    pending: Omit<PendingLogin, 'id'>,
    browser: string,
  ): { readonly id: string; readonly secrets: LoginSecrets };
  /** Undefined for whatever was not begun here, in this browser, in the last hour. */
  read(
    state: string,
    browser: string | undefined,
    now: number,
  ): { readonly pending: PendingLogin; readonly secrets: LoginSecrets } | undefined;
}

export function createPendingLogins({ name }: Pick<Portal, 'name'>, secret: Buffer): PendingLogins {
  const key = createSecretKey(secret);
  const mac = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const secretsOf = (payload: string, browser: string): LoginSecrets => ({
    state: `${payload}.${mac(`state ${name} ${browser} ${payload}`)}`,
    nonce: mac(`nonce ${name} ${browser} ${payload}`),
    codeVerifier: mac(`verifier ${name} ${browser} ${payload}`),
  });
  return {
    begin(begun, browser) {
      const id = randomText(24);
      const payload = Buffer.from(JSON.stringify({ ...begun, id })).toString('base64url');
      return { id, secrets: secretsOf(payload, browser) };
    },

    read(state, browser, now) {
      if (browser === undefined) return undefined;
      const [payload = ''] = state.split('.');
      const secrets = secretsOf(payload, browser);
      if (!equal(state, secrets.state)) return undefined;
      const json: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      const pending = pendingSchema.parse(json);
      return now - pending.sentAt > LOGIN_SECONDS * 1000 ? undefined : { pending, secrets };
    },
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
