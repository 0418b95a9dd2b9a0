import type { TranslationOf } from '../catalogue.ts';
import type { consent as source } from '../vi/consent.ts';

export const consent: TranslationOf<typeof source> = {
  'consent.title': 'Share information with {service}?',
  'consent.lead': 'Only what you see below is sent to {domain}.',
  'consent.again-new-data': 'We ask again because the service asks for more than last time.',
  'consent.again-expired': 'We ask again because your earlier consent has expired.',
  'consent.again-requested': 'We ask again because the service wants you to confirm once more.',
  'consent.required': 'Needed to log in',
  'consent.optional': 'Not required',
  'consent.optional-hint': 'Tick only what you want to share. You can log in without it.',
  'consent.purpose': 'Purpose: {purpose}',
  'consent.sensitive':
    'This is sensitive personal data under the Personal Data Protection Law. Agree only if you trust the recipient.',
  'consent.nothing-held': 'SenID does not have this information about you.',
  'consent.terms': 'Good to know',
  'consent.remembered-until': 'Your consent is remembered until {date}.',
  'consent.once': 'Your consent is for this login only.',
  'consent.withdraw': 'You can withdraw it at any time; what was done before stays lawful.',
  'consent.withdraw-link': 'Withdraw it here',
  'consent.refuse': 'If you decline, you go back to {service} without logging in.',
  'consent.agree': 'Agree',
  'consent.decline': 'Decline',
  'scope.openid': 'Your own code at this service',
  'scope.profile': 'Name and basic information',
  'scope.email': 'E-mail address',
  'scope.phone': 'Phone number',
  'scope.address': 'Address',
  'scope.identity': 'Identification number and document',
  'scope.residence': 'Residence',
  'scope.stay': 'Information for the stay notice',
  'scope.tenant_check': 'Confirmation of a tenant’s identity',
  'scope.offline_access': 'Stay connected after you leave',
  'scope.offline_access-hint':
    'The service can refresh the information you agreed to without asking you to log in again.',
};
