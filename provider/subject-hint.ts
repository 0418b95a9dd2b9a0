import type { KoaContextWithOIDC } from 'oidc-provider';

import type { PairwiseSubject } from './pairwise.ts';

/** True when the request names no subject, or the one who is signed in. `sub` is pairwise, so it is compared as such. */
export function subjectMatchesHint(ctx: KoaContextWithOIDC, subjectFor: PairwiseSubject): boolean {
  const asked = [hintedSubject(ctx), claimedSubject(ctx)].filter((sub) => sub !== undefined);
  const { session, client } = ctx.oidc;
  if (asked.length === 0 || session?.accountId === undefined || client === undefined) return true;
  const sub = subjectFor(session.accountId, client);
  return asked.every((each) => each === sub);
}

function hintedSubject(ctx: KoaContextWithOIDC): string | undefined {
  const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: unknown } } | undefined;
  const sub = hint?.payload?.sub;
  return typeof sub === 'string' ? sub : undefined;
}

function claimedSubject(ctx: KoaContextWithOIDC): string | undefined {
  const value = ctx.oidc.claims?.id_token?.['sub']?.value;
  return typeof value === 'string' ? value : undefined;
}
