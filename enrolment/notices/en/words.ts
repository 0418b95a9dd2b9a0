import type { DocumentType } from '../../../accounts/account.ts';
import type { CaseKind } from '../../case.ts';
import type { BirthdayAge, CoreField } from '../kinds.ts';

/** Stands after "your request for". */
export const matters: Readonly<Record<CaseKind, string>> = {
  citizen_level_1: 'a level-1 account',
  foreigner_level_1: 'a level-1 account',
  citizen_level_2: 'a level-2 account',
  citizen_level_2_with_card: 'a level-2 account',
  foreigner_level_2: 'a level-2 account',
  organisation: 'an account of an organisation',
  own_lock: 'a lock of the account',
  own_unlock: 'unlocking the account',
  agency_lock: 'a lock of the account',
  agency_unlock: 'unlocking the account',
  recovery: 'recovery of the account',
};

export const documents: Readonly<Record<DocumentType, string>> = {
  identity_card: 'identity card',
  passport: 'passport',
  residence_card: 'residence card',
};

export const renewals: Readonly<Record<DocumentType, string>> = {
  identity_card: 'Renew it at the commune police or any ID-card office before that day.',
  passport:
    'Get a new passport from your country’s mission, then tell the immigration authority about it.',
  residence_card:
    'Renew or extend it at the immigration authority of the Ministry of Public Security or the provincial police.',
};

export const fields: Readonly<Record<CoreField, string>> = {
  name: 'name',
  birthdate: 'date of birth',
  sex: 'sex',
  nationalities: 'nationality',
  address: 'residence',
};

export const contacts = { phone: 'phone number', email: 'email address' } as const;

export const ages: Readonly<Record<BirthdayAge, string>> = {
  6: 'The child can now be issued a level-2 account: guardian and child go to the police together.',
  7: 'From now on, sharing the child’s information needs the agreement of both the child and the guardian.',
  14: 'From now on the holder uses the account alone. To receive verification codes, register an own phone number on the account page or at the commune police.',
  16: 'The holder is no longer a child under the Law on Children: sharing information is now the holder’s own decision.',
  18: 'The holder is of age: guardianship because of age has ended, and the guardian can no longer log in on their behalf.',
};
