import { decodeJwt } from 'jose';
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

/**
 * Read from the parameter: the library verifies the hint when the request arrives, and forgets it on every resume, so
 * that whoever signs in would be accepted.
 */
function hintedSubject(ctx: KoaContextWithOIDC): string | undefined {
  const hint = ctx.oidc.params?.['id_token_hint'];
  return typeof hint === 'string' ? decodeJwt(hint).sub : undefined;
}

function claimedSubject(ctx: KoaContextWithOIDC): string | undefined {
  const value = ctx.oidc.claims?.id_token?.['sub']?.value;
  return typeof value === 'string' ? value : undefined;
}
