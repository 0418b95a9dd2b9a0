/** The words steps, fields and reasons are named with. Each has a text in both languages in `web/i18n/…/cases.ts`. */

/** `undone` takes one of the others back. */
export const STEP_NAMES = [
  'opened',
  'guardian_present',
  'documents_checked',
  'form_filled',
  'face_captured',
  'fingerprints_captured',
  'consent_confirmed',
  'contact_confirmed',
  'submitted',
  'completed',
  'found_incomplete',
  'supplemented',
  'forwarded',
  'returned',
  'approved',
  'refused',
  'carried_out',
  'activation_renewed',
  'activated',
  'withdrawn',
  'undone',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

export const FIELD_NAMES = [
  'number',
  'passport',
  'guardian_number',
  'organisation_number',
  'organisation_name',
  'name',
  'birthdate',
  'sex',
  'nationality',
  'phone',
  'takes_phone',
  'email',
  'documents_to_integrate',
  'card_application_number',
  'document_shown',
  'guardian_attends',
  'face',
  'fingerprints',
  'consent',
  'devices_held',
  'agency',
  'document_number',
  'document_date',
  'lock_id',
  'letter_number',
  'refusal_reason',
  'step',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** How a field is entered: `identifier` is an identification number, `tick` that is required must be ticked. */
export type FieldKind =
  | 'identifier'
  | 'passport'
  | 'text'
  | 'birthdate'
  | 'date'
  | 'phone'
  | 'email'
  | 'country'
  | 'choice'
  | 'tick'
  | 'picture';

export interface CaseField {
  readonly name: FieldName;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of a `choice`: the values there are now. */
  readonly options?: readonly string[];
}

export type FieldFault =
  | 'missing'
  | 'malformed'
  /** The picture cannot be compared: take another one. */
  | 'poor_sample'
  /** Not among what can be chosen. */
  | 'unknown_option'
  /** No register knows it. */
  | 'not_registered';
export type FieldFaults = Readonly<Partial<Record<FieldName | 'reason', FieldFault>>>;

/** Why a step is not allowed to somebody, now. */
export const WHY_NOT = [
  'not_this_kind',
  'closed',
  'not_in_this_status',
  'needs_earlier_step',
  'done_already',
  'nothing_to_undo',
  'not_your_part',
  'not_your_role',
  'not_this_office',
  'no_longer_staff',
  'own_case',
  'another_person_must_decide',
  'does_not_apply',
  'no_authority',
] as const;
export type WhyNotStep = (typeof WHY_NOT)[number];

/** Why somebody may not hold what is asked for, or why it was refused: each with its article and a way on. */
export const REFUSAL_REASONS = [
  'under_6_never_level_2',
  'no_card_issued',
  'card_expired',
  'card_revoked_or_retained',
  'no_residence_card',
  'residence_expired',
  'passport_expired',
  'deceased',
  'not_in_register',
  'guardian_needed',
  'guardian_not_related',
  'guardian_without_level_2',
  'guardian_without_phone',
  'organisation_not_active',
  'not_its_representative',
  'representative_without_level_2',
  'already_level_2',
  'already_has_account',
  'no_account',
  'locked_for_other_reasons',
  'no_such_lock',
  'phone_taken',
  'open_case_exists',
  'data_not_matched',
  'biometrics_not_matched',
  'request_not_lawful',
  'documents_not_valid',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
