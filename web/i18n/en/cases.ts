import type { TranslationOf } from '../catalogue.ts';
import type { cases as vi } from '../vi/cases.ts';

export const cases: TranslationOf<typeof vi> = {
  'case-kind.citizen_level_1': 'Level-1 e-ID account for a citizen',
  'case-kind.foreigner_level_1': 'Level-1 e-ID account for a foreigner',
  'case-kind.citizen_level_2': 'Level-2 e-ID account for a citizen',
  'case-kind.citizen_level_2_with_card': 'Level-2 account together with an ID card',
  'case-kind.foreigner_level_2': 'Level-2 e-ID account for a foreigner',
  'case-kind.organisation': 'E-ID account for an organisation',
  'case-kind.own_lock': 'Lock at the holder’s request',
  'case-kind.own_unlock': 'Unlock at the holder’s request',
  'case-kind.agency_lock': 'Lock at the request of a competent agency',
  'case-kind.agency_unlock': 'Unlock at the request of a competent agency',
  'case-kind.recovery': 'Recovery of access to an account',

  'case-status.collecting': 'Being put together',
  'case-status.running': 'In progress',
  'case-status.paused': 'Waiting for what is missing',
  'case-status.approved': 'Approved, waiting to be activated',
  'case-status.refused': 'Refused',
  'case-status.withdrawn': 'Withdrawn',
  'case-status.done': 'Done',

  'case-step.opened': 'Receive the application',
  'case-step.guardian_present': 'Confirm that the guardian is present',
  'case-step.documents_checked': 'Check the documents shown',
  'case-step.form_filled': 'Enter what the form says',
  'case-step.face_captured': 'Take and compare the face photo',
  'case-step.fingerprints_captured': 'Take and compare the fingerprints',
  'case-step.consent_confirmed': 'Confirm the applicant’s consent',
  'case-step.contact_confirmed': 'Confirm phone number or email address',
  'case-step.submitted': 'Submit the application',
  'case-step.completed': 'Confirm that it is complete and valid',
  'case-step.found_incomplete': 'Ask for what is missing',
  'case-step.supplemented': 'Confirm that nothing is missing any more',
  'case-step.forwarded': 'Forward to the ID authority',
  'case-step.returned': 'Send back for what is missing',
  'case-step.approved': 'Approve',
  'case-step.refused': 'Refuse',
  'case-step.carried_out': 'Carry out the request',
  'case-step.activation_renewed': 'Send the activation code again',
  'case-step.activated': 'Activate the account',
  'case-step.withdrawn': 'Withdraw the application',
  'case-step.undone': 'Undo a step',

  'case-field.number': 'Personal or foreigner’s identification number',
  'case-field.passport': 'Number of the passport or travel document',
  'case-field.guardian_number': 'Identification number of the representative or guardian',
  'case-field.organisation_number': 'Registration number of the organisation',
  'case-field.organisation_name': 'Name of the organisation (when no register holds it yet)',
  'case-field.name': 'Full name',
  'case-field.birthdate': 'Date of birth',
  'case-field.sex': 'Sex',
  'case-field.nationality': 'Nationality',
  'case-field.phone': 'Own registered mobile number',
  'case-field.email': 'Email address',
  'case-field.documents_to_integrate': 'Documents to integrate',
  'case-field.card_application_number': 'Number of the ID card application',
  'case-field.document_shown': 'The document shown is valid and agrees with the data on this page',
  'case-field.guardian_attends': 'The guardian is present and has shown a document',
  'case-field.face': 'Face photo',
  'case-field.fingerprints': 'Fingerprints',
  'case-field.consent': 'The applicant agrees and confirms that the information is right',
  'case-field.agency': 'Requesting agency',
  'case-field.document_number': 'Number of the document',
  'case-field.document_date': 'Date of the document',
  'case-field.lock_id': 'Lock to be lifted',
  'case-field.letter_number': 'Number of the reply',
  'case-field.refusal_reason': 'Reason for refusal',
  'case-field.step': 'Step to undo',
  'case-field.reason': 'Reason',

  'case-fault.missing': 'Enter or choose something here.',
  'case-fault.malformed': 'This does not have the right form.',
  'case-fault.poor_sample': 'This sample cannot be compared. Take another one.',
  'case-fault.unknown_option': 'This can no longer be chosen.',
  'case-fault.not_registered': 'No register holds this.',

  'case-why-not.not_this_kind': 'Cases of this kind have no such step.',
  'case-why-not.closed': 'The case is closed.',
  'case-why-not.not_in_this_status': 'Not possible while the case stands as it does.',
  'case-why-not.needs_earlier_step': 'Earlier steps come first.',
  'case-why-not.done_already': 'This step was taken already.',
  'case-why-not.nothing_to_undo': 'There is no step to undo.',
  'case-why-not.not_your_part': 'Somebody else takes this step.',
  'case-why-not.not_your_role': 'Your role does not take this step.',
  'case-why-not.not_this_office': 'Your office is not dealing with this case now.',
  'case-why-not.no_longer_staff': 'You no longer work for this office.',
  'case-why-not.own_case':
    'The case is about you, or about somebody you represent. Another officer must deal with it.',
  'case-why-not.another_person_must_decide':
    'You helped to put this case together. Somebody else must decide.',
  'case-why-not.does_not_apply': 'This step does not apply to this case.',

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

  'case-clock.not_started': 'No time limit runs yet',
  'case-clock.running': 'Within the time limit',
  'case-clock.paused': 'Time limit paused',
  'case-clock.due_soon': 'Due soon',
  'case-clock.overdue': 'Overdue',
  'case-clock.stopped': 'Time limit ended',
  'case-clock.working-days': '{days, plural, one {# working day} other {# working days}}',
  'case-clock.calendar-days': '{days, plural, one {# day} other {# days}}',

  'case-next.applicant': 'The applicant takes the next step.',
  'case-next.holder': 'The holder of the account takes the next step.',
  'case-next.receiving_office': 'The receiving office takes the next step.',
  'case-next.authority': 'The ID authority examines it and decides.',
  'case-next.program': 'It is being compared automatically; there is nothing to do.',
  'case-next.nobody': 'There is nothing left to do.',

  'case-outcome.match': 'Agrees with the records',
  'case-outcome.no_match': 'Does not agree with the records',
  'case-outcome.enrolled': 'Recorded for the first time',
  'case-outcome.duplicate': 'Recorded under another number already',
  'case-outcome.not_held': 'No biometrics on record',

  'case-outdated':
    'Somebody took the step “{step}” on this case at {time}. Nothing you entered was recorded. Look at the case again, then go on.',
  'case-unknown-for-now':
    '“{system}” does not answer now. Nothing was recorded. Try again in a few minutes.',
  'case-system.population': 'The identity-card database',
  'case-system.immigration': 'The national immigration database',
  'case-system.civil_status': 'The civil-status database',
  'case-system.organisations': 'The business-registration database',
  'case-system.matcher': 'The biometric matcher',
};
