import type { TranslationOf } from '../catalogue.ts';
import type { caseRefusals as vi } from '../vi/case-refusals.ts';

export const caseRefusals: TranslationOf<typeof vi> = {
  'case-refusal.under_6_never_level_2': 'Nobody under 6 can have a level-2 account.',
  'case-refusal.no_card_issued': 'No ID card has been issued.',
  'case-refusal.card_expired': 'The ID card has expired.',
  'case-refusal.card_revoked_or_retained': 'The ID card has been revoked or is being retained.',
  'case-refusal.no_residence_card': 'There is no permanent or temporary residence card.',
  'case-refusal.residence_expired': 'The residence card is no longer valid.',
  'case-refusal.passport_expired': 'The passport or travel document is no longer valid.',
  'case-refusal.deceased': 'The records of the ID authority do not allow it.',
  'case-refusal.not_in_register': 'No register holds this.',
  'case-refusal.guardian_needed': 'A representative or guardian must apply.',
  'case-refusal.guardian_not_related':
    'The civil-status register does not name this person as representative or guardian.',
  'case-refusal.guardian_without_level_2':
    'The representative or guardian has no active level-2 account.',
  'case-refusal.guardian_without_phone':
    'The account of the representative or guardian has no phone number.',
  'case-refusal.organisation_not_active': 'The organisation is no longer active.',
  'case-refusal.not_its_representative': 'The applicant is not its legal representative.',
  'case-refusal.representative_without_level_2':
    'The legal representative has no active level-2 account.',
  'case-refusal.already_level_2': 'There is a level-2 account already.',
  'case-refusal.already_has_account': 'There is an account already.',
  'case-refusal.no_account': 'There is no account with this number.',
  'case-refusal.locked_for_other_reasons': 'The account is locked for other reasons too.',
  'case-refusal.no_such_lock': 'There is no such lock.',
  'case-refusal.phone_taken': 'The phone number belongs to another account.',
  'case-refusal.open_case_exists': 'A case of this sort is open already.',
  'case-refusal.data_not_matched':
    'What was declared, or the photo, does not agree with the State’s records.',
  'case-refusal.biometrics_not_matched': 'The biometrics do not agree with the records.',
  'case-refusal.request_not_lawful': 'The request has no sufficient competence or ground.',
  'case-refusal.documents_not_valid': 'The documents are not valid.',

  'case-way-on.under_6_never_level_2':
    'A representative can apply for a level-1 account. Level 2 is possible from the age of 6.',
  'case-way-on.no_card_issued':
    'Apply for an ID card; the level-2 account can be applied for together with it.',
  'case-way-on.card_expired':
    'Have the ID card replaced; the level-2 account can be applied for together with it.',
  'case-way-on.card_revoked_or_retained':
    'Ask the commune police how to get the card back or replaced.',
  'case-way-on.no_residence_card': 'Apply for a residence card at the immigration office.',
  'case-way-on.residence_expired':
    'Have the card renewed at the immigration office, then apply again.',
  'case-way-on.passport_expired':
    'Get a new passport, report it to the immigration office, then apply again.',
  'case-way-on.deceased': 'If this is a mistake, bring identity documents to the commune police.',
  'case-way-on.not_in_register':
    'Check the number. If it is right, ask whoever issued the document to correct the records.',
  'case-way-on.guardian_needed':
    'The representative or guardian applies with their own level-2 account.',
  'case-way-on.guardian_not_related':
    'Have the civil-status records corrected at the commune People’s Committee, then apply again.',
  'case-way-on.guardian_without_level_2':
    'The representative or guardian first needs an active level-2 account.',
  'case-way-on.guardian_without_phone':
    'The representative or guardian first adds a phone number to their account.',
  'case-way-on.organisation_not_active': 'Ask the registration authority about its status.',
  'case-way-on.not_its_representative':
    'The legal representative applies, or the register is corrected first.',
  'case-way-on.representative_without_level_2':
    'The legal representative first needs an active level-2 account.',
  'case-way-on.already_level_2': 'Log in with that account, or ask for recovery at a counter.',
  'case-way-on.already_has_account':
    'Log in with that account, or ask for recovery or level 2 at a counter.',
  'case-way-on.no_account': 'Check the number.',
  'case-way-on.locked_for_other_reasons': 'The holder sees the other reasons when logging in.',
  'case-way-on.no_such_lock': 'Check number and date of the document that locked it.',
  'case-way-on.phone_taken': 'Use another number of your own.',
  'case-way-on.open_case_exists': 'Go on with the open case, or withdraw it first.',
  'case-way-on.data_not_matched':
    'Check your documents and apply again, or have an officer compare them at a counter. Wrong records are corrected by whoever issued the document.',
  'case-way-on.biometrics_not_matched':
    'Have the biometric records checked by whoever issued the document.',
  'case-way-on.request_not_lawful': 'Send the document again with competence and ground.',
  'case-way-on.documents_not_valid': 'Apply again with valid documents.',
};
