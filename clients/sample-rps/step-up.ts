import type { WWWAuthenticateChallenge } from 'openid-client';

import type { LoginQuestion } from './shared/login.ts';

/** What an API demands before it serves us (RFC 9470, section 3), as members of the next authorization request. */
export type StepUpDemand = Partial<Pick<LoginQuestion, 'acrValues' | 'maxAge'>>;

/** The client's side of RFC 9470: undefined when no challenge of the answer asks for a step-up. */
export function stepUpDemand(
  challenges: readonly WWWAuthenticateChallenge[],
): StepUpDemand | undefined {
  const challenge = challenges.find(
    ({ scheme, parameters }) =>
      scheme === 'bearer' && parameters.error === 'insufficient_user_authentication',
  );
  if (challenge === undefined) return undefined;
  const { acr_values: acrValues = '', max_age: maxAge = '' } = challenge.parameters;
  return {
    ...(acrValues === '' ? {} : { acrValues }),
    ...(/^\d{1,9}$/.test(maxAge) ? { maxAge: Number(maxAge) } : {}),
  };
}
