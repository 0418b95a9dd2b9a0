/** Why the person is asked, in the words provider and interactions share (design, section 3). */
export type PromptReason =
  | 'no_session'
  | 'not_reusable'
  | 'level_too_low'
  | 'level_unreachable'
  | 'account_unusable'
  | 'person_not_chosen'
  | 'consent_missing';

/** The prompt of the library under which each reason is asked. */
export const PROMPT_OF_REASON: Readonly<Record<PromptReason, 'login' | 'consent'>> = {
  no_session: 'login',
  not_reusable: 'login',
  level_too_low: 'login',
  level_unreachable: 'login',
  account_unusable: 'login',
  person_not_chosen: 'login',
  consent_missing: 'consent',
};

/** A State biometric matcher comes with enrolment; until then `high` is out of everybody's reach. */
export const BIOMETRIC_AVAILABLE = false;
