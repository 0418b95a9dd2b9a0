import { decodeJwt } from 'jose';
import type { Client, KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';

import { parsePrincipal } from '../accounts/principal.ts';
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
  const { session, account, client, params } = ctx.oidc;
  const principal = account?.accountId ?? session?.accountId;
  if (principal === undefined || client === undefined) return true;
  return isAskedFor(principal, client, params ?? {}, subjectFor);
}

/**
 * Whether a request is for this person: `id_token_hint` and the `sub` claim with a value (OIDC Core 3.1.2.1 and 5.5.1).
 * The library verified the hint when the request came in, and does not look at it again on resume.
 */
export function isAskedFor(
  principal: string,
  client: Client,
  params: Readonly<Record<string, unknown>>,
  subjectFor: PairwiseSubject,
): boolean {
  const persons = parsePrincipal(principal);
  const sub = subjectFor(principal, client);
  const actor = persons?.actorId && subjectFor(persons.actorId, client);
  return askedPersons(params).every(
    (asked) => asked.sub === sub && (!asked.namesActor || asked.actor === actor),
  );
}

/** One of those a request names. */
interface AskedPerson {
  readonly sub: string;
  /** An ID token says who acted, and if nobody did; the `sub` claim says nothing of it. */
  readonly namesActor: boolean;
  readonly actor: string | undefined;
}

const actSchema = z.object({ sub: z.string() }).optional().catch(undefined);

/** Empty when the request is for anybody. */
export function askedPersons(params: Readonly<Record<string, unknown>>): readonly AskedPerson[] {
  const { id_token_hint: hint, claims } = params;
  const hinted = typeof hint === 'string' ? decodeJwt(hint) : undefined;
  const { id_token: idToken, userinfo } =
    typeof claims === 'string' ? claimsSchema.parse(JSON.parse(claims)) : {};
  const named = [idToken?.sub.value, userinfo?.sub.value]
    .filter((sub) => sub !== undefined)
    .map((sub) => ({ sub, namesActor: false, actor: undefined }));
  if (hinted?.sub === undefined) return named;
  const actor = actSchema.parse(hinted['act'])?.sub;
  return [{ sub: hinted.sub, namesActor: true, actor }, ...named];
}

/** The same by their `sub` alone. */
export function askedSubjects(params: Readonly<Record<string, unknown>>): readonly string[] {
  return askedPersons(params).map(({ sub }) => sub);
}
