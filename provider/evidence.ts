import type { ClaimsParameter } from 'oidc-provider';

import { isId, type AuthenticationEventId } from '../ids.ts';

const CLAIM = 'authentication_event_id';

/**
 * Every token must lead back to the authentication it rests on (design, section 2, rule 8). The library carries the
 * request's `claims` from the code to each refresh and access token; the evidence id travels there as the value of
 * the claim it also becomes in the ID token. Whatever a client put in its place is overwritten.
 */
export function withEvidence(
  claims: ClaimsParameter | undefined,
  id: AuthenticationEventId,
): ClaimsParameter {
  return { ...claims, id_token: { ...claims?.id_token, [CLAIM]: { value: id } } };
}

export function evidenceOf(token: {
  readonly claims?: ClaimsParameter | undefined;
}): AuthenticationEventId | undefined {
  const id = token.claims?.id_token?.[CLAIM]?.value;
  return isId('evt', id) ? id : undefined;
}
