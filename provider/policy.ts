import { decideAssurance } from '../accounts/assurance-decision.ts';
import type { AuthenticationContext } from '../accounts/authentication-context.ts';
import type { AcrOption } from '../accounts/acr-request.ts';
import { consentReason } from '../clients/disclosure.ts';
import { isOwnClient } from '../clients/own-client.ts';
import type { RequestFacts } from './facts.ts';
import { isActing, type Subject } from '../accounts/subject.ts';
import { BIOMETRIC_AVAILABLE, type PromptReason } from './prompts.ts';

/** OAuth errors a request may end with (OIDC Core 3.1.2.6; OpenID Connect Core Error Code unmet_authentication_requirements). */
export type RefusalError =
  | 'login_required'
  | 'consent_required'
  | 'access_denied'
  | 'account_selection_required'
  | 'unmet_authentication_requirements';

export type Verdict =
  | {
      readonly kind: 'accepted';
      readonly subject: Subject;
      readonly option: AcrOption;
      readonly context: AuthenticationContext;
    }
  /** Ask the person; with `prompt=none`, or when they have just been asked, end with `error`. */
  | { readonly kind: 'prompt'; readonly reason: PromptReason; readonly error: RefusalError }
  | { readonly kind: 'refused'; readonly error: RefusalError };

/** Design, sections 2 and 3: runs at every authorization request and again on every resume. Pure. */
export function decide(facts: RequestFacts): Verdict {
  const { client, request, subject, items, now } = facts;
  if (request.acr.options.length === 0) {
    return { kind: 'refused', error: 'unmet_authentication_requirements' };
  }
  if (subject === undefined) {
    return { kind: 'prompt', reason: 'no_session', error: 'login_required' };
  }
  // Who has proven nothing to this service is not described to it.
  if (!request.interactive && subject.usable.length === 0) {
    return { kind: 'prompt', reason: 'not_reusable', error: 'login_required' };
  }
  // Who acts, where nobody expects it, would be taken for the other: no relying party is told of both unasked.
  const mayAct = !isActing(subject) || client.policy.takesActors === true;
  if (subject.state.kind !== 'active' || !mayAct) {
    return { kind: 'prompt', reason: 'account_unusable', error: 'access_denied' };
  }
  if (facts.personNotChosen) {
    return { kind: 'prompt', reason: 'person_not_chosen', error: 'account_selection_required' };
  }
  const assurance = decideAssurance({
    request: request.acr,
    accountLevel: subject.level,
    factors: subject.usable,
    biometricAvailable: BIOMETRIC_AVAILABLE,
    interactive: request.interactive,
  });
  switch (assurance.kind) {
    case 'unreachable':
      return unmet('level_unreachable');
    case 'insufficient':
      return assurance.missing === 'any'
        ? { kind: 'prompt', reason: 'not_reusable', error: 'login_required' }
        : unmet('level_too_low');
    case 'satisfied':
      return isOwnClient(client.clientId) ||
        consentReason(items, subject.consent, now) === undefined
        ? { kind: 'accepted', subject, option: assurance.option, context: assurance.context }
        : { kind: 'prompt', reason: 'consent_missing', error: 'consent_required' };
    default:
      return assurance satisfies never;
  }
}

function unmet(reason: PromptReason): Verdict {
  return { kind: 'prompt', reason, error: 'unmet_authentication_requirements' };
}
