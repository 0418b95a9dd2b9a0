import { decodeJwt } from 'jose';
import type { Client, KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';

import type { PairwiseSubject } from './pairwise.ts';

const subRequest = z.object({
  sub: z.object({ value: z.string() }),
});
const claimsSchema = z.object({
  id_token: subRequest.optional().catch(undefined),
  userinfo: subRequest.optional().catch(undefined),
});

/** True when the request names no subject, or the one who is signed in. `sub` is pairwise, so it is compared as such. */
export function subjectMatchesHint(ctx: KoaContextWithOIDC, subjectFor: PairwiseSubject): boolean {
  const { session, client, params } = ctx.oidc;
  if (session?.accountId === undefined || client === undefined) return true;
  return isAskedFor(session.accountId, client, params ?? {}, subjectFor);
}

/**
 * Whether a request is for this person: `id_token_hint` and the `sub` claim with a value (OIDC Core 3.1.2.1 and 5.5.1).
 * The library verified the hint when the request came in, and does not look at it again on resume.
 */
export function isAskedFor(
  accountId: string,
  client: Client,
  params: Readonly<Record<string, unknown>>,
  subjectFor: PairwiseSubject,
): boolean {
  const sub = subjectFor(accountId, client);
  return askedSubjects(params).every((asked) => asked === sub);
}

/** Empty when the request is for anybody. */
export function askedSubjects(params: Readonly<Record<string, unknown>>): readonly string[] {
  const { id_token_hint: hint, claims } = params;
  const hinted = typeof hint === 'string' ? decodeJwt(hint).sub : undefined;
  const { id_token: idToken, userinfo } =
    typeof claims === 'string' ? claimsSchema.parse(JSON.parse(claims)) : {};
  return [hinted, idToken?.sub.value, userinfo?.sub.value].filter((sub) => sub !== undefined);
}
