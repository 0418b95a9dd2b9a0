import type { TranslationOf } from '../catalogue.ts';
import type { home as source } from '../vi/home.ts';

export const home: TranslationOf<typeof source> = {
  'home.title': 'One account to show who you are',
  'home.lead':
    'SenID lets banks, landlords and public services be sure that it is you who logs in, while they get only the information you agree to share.',
  'home.point-choice': 'You decide',
  'home.point-choice-text':
    'Before anything is shared, you see exactly what is sent, to whom and what for.',
  'home.point-safe': 'Hard to fake',
  'home.point-safe-text': 'A passkey stays in your device. A fake site cannot get it.',
  'home.point-private': 'Private',
  'home.point-private-text':
    'Each service knows you by a different code. Your identification number is never in an address.',
  'home.how': 'To log in',
  'home.how-text':
    'Open the site of the service you need and press “Log in with digital ID”. It brings you here.',
  'home.with-account': 'You have an account',
  'home.without-account': 'You have no account yet',
  'home.try': 'Try it',
  'home.try-text': 'Three sample services run with this sandbox.',
  'home.personas': 'Sample people and their password',
  'home.outbox': 'Outbox (text messages and e-mails)',
  'home.developers': 'For developers',
  'home.discovery': 'OpenID Provider configuration',
  'outbox.title': 'Outbox',
  'outbox.lead':
    'The sandbox sends no real messages. What would have been sent is here, newest first.',
  'outbox.empty': 'Nothing yet.',
  'outbox.sms': 'Text message',
  'outbox.email': 'E-mail',
  'personas.title': 'Sample people',
  'personas.officers': 'Officers',
  'personas.officers-what': 'These people work at the',
  'personas.lead':
    'They do not exist: their numbers use a province code that does not exist. The password of all of them:',
  'personas.login': 'Identification number',
  'personas.codes': 'One-time codes are in the outbox.',
};
