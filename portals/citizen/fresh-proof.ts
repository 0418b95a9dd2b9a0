import type { Context } from 'koa';

import { LOW } from '../../accounts/assurance.ts';
import { mayAddPasskey } from '../../accounts/passkey-policy.ts';
import type { KeptAccount } from '../../enrolment/keeping/facts.ts';
import type { Draft, PortalSession } from '../session/portal.ts';
import { HOME, type CitizenServices } from './citizen-site.ts';

export interface Holder {
  readonly session: PortalSession;
  readonly kept: KeptAccount;
}

/**
 * Who is here; undefined when the answer has been made already. `draft`: what they typed, which waits for them at its page
 * while they sign in anew. Never a password or a code.
 */
export async function signedIn(
  ctx: Context,
  { frame, keeping }: CitizenServices,
  draft?: Draft,
): Promise<Holder | undefined> {
  const back = { returnTo: draft?.path ?? HOME, ...(draft && { draft }) };
  const session = await frame.requireSession(ctx, ctx.method === 'GET' ? {} : back);
  if (session === undefined) return undefined;
  const kept = await keeping.load(session.accountId);
  return kept && { session, kept };
}

/**
 * Who is here and has lately proven the highest kind of factor there is: the same proof as for a further passkey, because
 * whoever holds the contacts of an account holds the way back into it (design, section 2, rule 7). Everybody else is
 * led to prove it, and comes back to `returnTo`.
 */
export async function provenLately(
  ctx: Context,
  services: CitizenServices,
  returnTo: string,
): Promise<Holder | undefined> {
  const holder = await signedIn(ctx, services);
  if (holder === undefined || isProvenLately(holder, services.clock())) return holder;
  await services.frame.requireSession(ctx, { ...demandOf(holder.kept), returnTo });
  return undefined;
}

/** For who has proven it too long ago by now: they prove it again, and find what they typed. */
export async function proveAgain(
  ctx: Context,
  { kept }: Holder,
  { frame }: CitizenServices,
  draft: Draft,
): Promise<void> {
  await frame.requireSession(ctx, { ...demandOf(kept), returnTo: draft.path, draft });
}

export function isProvenLately({ session, kept }: Holder, now: number): boolean {
  return mayAddPasskey(session.factors, kept.passkeys, now).allowed;
}

/** Nothing proven before counts: the session stays, a new proof is added to it. */
export function demandOf({ passkeys }: KeptAccount): {
  readonly acr: string;
  readonly maxAgeSeconds: number;
} {
  if (passkeys.length === 0) return { acr: LOW, maxAgeSeconds: 0 };
  const isBound = passkeys.some(({ backupEligible }) => !backupEligible);
  return { acr: isBound ? 'phrh' : 'phr', maxAgeSeconds: 0 };
}
