import type { TranslationOf } from '../catalogue.ts';
import type { caseHappened as source } from '../vi/case-happened.ts';

export const caseHappened: TranslationOf<typeof source> = {
  'case-happened.opened': 'The application was received',
  'case-happened.guardian_present': 'The guardian was confirmed to be present',
  'case-happened.documents_checked': 'The documents shown were checked',
  'case-happened.form_filled': 'What the form says was entered',
  'case-happened.face_captured': 'The face photo was taken and compared',
  'case-happened.fingerprints_captured': 'The fingerprints were taken and compared',
  'case-happened.consent_confirmed': 'The applicant agreed and confirmed the information',
  'case-happened.contact_confirmed': 'The phone number or email address was confirmed',
  'case-happened.submitted': 'The application was submitted',
  'case-happened.completed': 'The dossier was confirmed to be complete and valid',
  'case-happened.found_incomplete': 'The applicant was asked for what is missing',
  'case-happened.supplemented': 'What was missing was confirmed to be there',
  'case-happened.forwarded': 'The case was forwarded to the ID authority',
  'case-happened.returned': 'The case was sent back for what is missing',
  'case-happened.approved': 'The application was approved',
  'case-happened.refused': 'The application was refused',
  'case-happened.carried_out': 'The request was carried out',
  'case-happened.activation_renewed': 'The activation code was sent again',
  'case-happened.activated': 'The account was activated',
  'case-happened.withdrawn': 'The application was withdrawn',
  'case-happened.undone': 'A step was undone',
};
