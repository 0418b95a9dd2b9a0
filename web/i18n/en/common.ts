import type { TranslationOf } from '../catalogue.ts';
import type { common as source } from '../vi/common.ts';

export const common: TranslationOf<typeof source> = {
  'brand.tagline': 'Digital identification',
  'skip.main': 'Skip to main content',
  'language.label': 'Language',
  'footer.reference': 'Reference: {id}',
  'footer.help': 'If you need help, quote this reference. It holds nothing personal.',
  'footer.operator': 'SenID, electronic identification and authentication',
  'sandbox.ribbon': 'Sandbox: nothing here is real data',
  'problem.title': 'Please check the following',
  'problem.prefix': 'Error:',
  'problem.page-title': 'Error: {title}',
  'asker.label': 'You are logging in to',
  'asker.domain': 'Address of the service:',
  'asker.promise-password': 'Your password is checked by SenID only and never sent to the service.',
  'asker.promise-data': 'The service gets only the information you agree to share.',
  'asker.promise-number':
    'Each service knows you by a code of its own, unless you agree to share your number.',
  'service.unknown': 'The service',
  'button.continue': 'Continue',
  'button.back-to': 'Back to {service}',
  'button.back': 'Back to the service',
  'button.passkey': 'Use a passkey',
  'button.not-you': 'Use another account',
  'level.account-1': 'Level-1 account',
  'level.account-2': 'Level-2 account',
  'level.low': 'Assurance: low',
  'level.substantial': 'Assurance: substantial',
  'level.high': 'Assurance: high',
  'ask.low': 'This service accepts accounts of level 1 and above.',
  'ask.substantial':
    'This service asks for a level-2 account and a passkey. That way, someone who knows your password still cannot log in as you.',
  'ask.high':
    'This service asks for a level-2 account, a passkey that stays on one device, and a biometric match.',
  'wait.seconds': '{count, plural, one {# second} other {# seconds}}',
  'wait.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'wait.hours': '{count, plural, one {# hour} other {# hours}}',
  'person.identifier': 'ID number: {masked}',
  'person.signed-in-at': 'Logged in at {time}',
};
