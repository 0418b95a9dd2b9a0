import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

import type { Accept } from './acceptance.ts';
import { approvalOf } from './device-codes.ts';
import type { LoadFacts, RequestFacts } from './facts.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { decide, type RefusalError, type Verdict } from './policy.ts';
import { PROMPT_OF_REASON, type PromptReason } from './prompts.ts';
import { subjectMatchesHint } from './subject-hint.ts';

const { Check, Prompt } = interactionPolicy;

/** Description for people who integrate; people who log in read our pages instead. */
const DESCRIPTIONS: Readonly<Record<PromptReason, string>> = {
  no_session: 'no one is signed in',
  not_reusable: 'the sign-in of this session does not count for this request; authenticate again',
  level_too_low: 'the session is below the authentication context asked for',
  level_unreachable: 'the account cannot reach the authentication context asked for',
  account_unusable: 'the account cannot be used',
  person_not_chosen: 'the person has not said for whom they are signing in',
  consent_missing: 'the person has not agreed to what is asked',
};

/**
 * The library's own checks are replaced by one verdict on facts loaded once: its `max_age` and `essential_acr` checks
 * look at a single login time and acr, and loop when a level cannot be reached (LIBRARY, sections 0.3 and 1.5).
 */
export function createInteractionPolicy(
  loadFacts: LoadFacts,
  accept: Accept,
  subjectFor: PairwiseSubject,
): interactionPolicy.Prompt[] {
  const verdicts = new WeakMap<RequestFacts, Verdict>();
  const verdictOf = async (ctx: KoaContextWithOIDC) => {
    const facts = await loadFacts(ctx);
    const verdict = verdicts.get(facts) ?? decide(facts);
    verdicts.set(facts, verdict);
    return endOrAsk(verdict, ctx);
  };

  const check = (reason: PromptReason, error: RefusalError) =>
    new Check(reason, DESCRIPTIONS[reason], error, async (ctx) => {
      const verdict = await verdictOf(ctx);
      return verdict.kind === 'prompt' && verdict.reason === reason;
    });

  return [
    new Prompt({ name: 'select_account', requestable: true }),
    new Prompt(
      { name: 'login', requestable: true },
      check('no_session', 'login_required'),
      check('not_reusable', 'login_required'),
      check('level_too_low', 'unmet_authentication_requirements'),
      check('level_unreachable', 'unmet_authentication_requirements'),
      check('account_unusable', 'access_denied'),
      check('person_not_chosen', 'account_selection_required'),
      subjectCheck(subjectFor),
    ),
    new Prompt(
      { name: 'consent', requestable: true },
      check('consent_missing', 'consent_required'),
      nativeCheck(),
      approvalCheck(),
    ),
    new Prompt({ name: 'acceptance' }, acceptanceCheck(loadFacts, accept)),
  ];
}

/** What the person has just been asked is not asked again: the request ends, it never loops and never sinks. */
function endOrAsk(verdict: Verdict, ctx: KoaContextWithOIDC): Verdict {
  if (verdict.kind === 'refused') throw refusal(verdict.error);
  if (verdict.kind !== 'prompt') return verdict;
  const asked = ctx.oidc.result?.[PROMPT_OF_REASON[verdict.reason]] !== undefined;
  if (asked) throw refusal(verdict.error);
  return verdict;
}

/** `id_token_hint` and the `sub` claim with a value (OIDC Core 3.1.2.1 and 5.5.1). */
function subjectCheck(subjectFor: PairwiseSubject): interactionPolicy.Check {
  return new Check(
    'subject_mismatch',
    'the person signed in is not the one asked for',
    'login_required',
    (ctx) => {
      if (subjectMatchesHint(ctx, subjectFor)) return false;
      if (ctx.oidc.result?.login !== undefined) throw refusal('login_required');
      return true;
    },
  );
}

/** RFC 8252, section 8.6: a native app can be impersonated, so its requests are never answered without the person. */
function nativeCheck(): interactionPolicy.Check {
  return new Check(
    'native_client',
    'native applications need the person to confirm',
    'interaction_required',
    ({ oidc }) => oidc.client?.applicationType === 'native' && oidc.result?.consent === undefined,
  );
}

/** Nothing a relying party asks by itself is answered before the person has seen it. */
function approvalCheck(): interactionPolicy.Check {
  return new Check(
    'approval_missing',
    'the person has not approved',
    'interaction_required',
    ({ oidc }) =>
      oidc.deviceCode !== undefined &&
      approvalOf(oidc.deviceCode) !== undefined &&
      oidc.result?.consent === undefined,
  );
}

/** Reached only when nothing is left to ask: never prompts, but does what must be done before a code is made. */
function acceptanceCheck(loadFacts: LoadFacts, accept: Accept): interactionPolicy.Check {
  return new Check('acceptance', 'accepted', 'interaction_required', async (ctx) => {
    const facts = await loadFacts(ctx);
    const verdict = decide(facts);
    if (verdict.kind !== 'accepted') throw refusal('access_denied');
    await accept(ctx, facts, verdict);
    return false;
  });
}

function refusal(error: RefusalError): errors.OIDCProviderError {
  switch (error) {
    case 'login_required':
      return new errors.LoginRequired('authentication is required');
    case 'consent_required':
      return new errors.ConsentRequired('the person has not agreed');
    case 'account_selection_required':
      return new errors.CustomOIDCProviderError(
        error,
        'for whom the person is signing in must be chosen',
      );
    case 'access_denied':
      return new errors.AccessDenied('the account cannot be used');
    case 'unmet_authentication_requirements':
      return new errors.UnmetAuthenticationRequirements(
        'the authentication context asked for could not be reached',
      );
    default:
      return error satisfies never;
  }
}
