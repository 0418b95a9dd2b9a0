import type { Context } from 'koa';
import type { z } from 'zod';

import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { StoreUnavailable } from '../../errors.ts';
import { randomText } from '../../ids.ts';

/**
 * A day: whoever looks for a document may come back after it, and no page has to warn that time runs out (WCAG 2.2,
 * 2.2.1). The cookie ends with the browser.
 */
const VISIT_SECONDS = 24 * 60 * 60;
const ID_BYTES = 18;
const MOST_ATTEMPTS = 8;

/** What somebody without an account has done so far in one browser. */
export interface Visit<State> {
  readonly id: string;
  readonly state: State;
}

/** Kept sealed in the protocol store under an id that only the browser has; never in the browser itself. */
export interface Visits<State> {
  /** Of this browser; one that has begun nothing is at the start, and nothing is stored for it. */
  of(ctx: Context): Promise<Visit<State>>;
  /** `change` may run more than once: two tabs do not lose each other's answers. */
  update(visit: Visit<State>, change: (state: State) => State): Promise<Visit<State>>;
  /**
   * The same under a new id: after something was proven, whoever planted or saw the old one has nothing. `change` is
   * made on the way.
   */
  renew(ctx: Context, visit: Visit<State>, change: (state: State) => State): Promise<Visit<State>>;
  /** Begins anew; resolves with the new one. */
  forget(ctx: Context, visit: Visit<State>): Promise<Visit<State>>;
}

export function createVisits<State>({
  store,
  cookie,
  schema,
  start,
}: {
  readonly store: EphemeralStore;
  readonly cookie: `__Host-senid_${string}`;
  readonly schema: z.ZodType<State>;
  readonly start: State;
}): Visits<State> {
  const keyOf = (id: string) => `${cookie}/${id}`;

  const load = async (id: string) => {
    const stored = await store.get('enrolment', keyOf(id));
    if (stored === undefined) return { version: 0, state: start };
    // Another version of ours may have written it: then the person begins anew.
    const parsed = schema.safeParse(stored.value);
    return { version: stored.version, state: parsed.success ? parsed.data : start };
  };

  /** Handed out in this very exchange: the request still has the old one. */
  const handedOut = new WeakMap<Context, string>();

  const handOut = (ctx: Context) => {
    const id = randomText(ID_BYTES);
    handedOut.set(ctx, id);
    const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
    ctx.cookies.set(cookie, id, { ...options, signed: true, overwrite: true });
    return id;
  };

  const update: Visits<State>['update'] = async ({ id }, change) => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { version, state } = await load(id);
      const next = change(state);
      const key = keyOf(id);
      if (await store.compareAndPut('enrolment', key, next, version, VISIT_SECONDS)) {
        return { id, state: next };
      }
    }
    throw new StoreUnavailable('this visit is being written too often');
  };

  return {
    update,

    async of(ctx) {
      const id = handedOut.get(ctx) ?? ctx.cookies.get(cookie, { signed: true });
      if (id === undefined) return { id: handOut(ctx), state: start };
      return { id, state: (await load(id)).state };
    },

    async renew(ctx, visit, change) {
      const { state } = await update(visit, change);
      const id = handOut(ctx);
      await store.put('enrolment', keyOf(id), state, VISIT_SECONDS);
      await store.remove('enrolment', keyOf(visit.id));
      return { id, state };
    },

    async forget(ctx, { id }) {
      await store.remove('enrolment', keyOf(id));
      return { id: handOut(ctx), state: start };
    },
  };
}
