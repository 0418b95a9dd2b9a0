import type { TranslationOf } from '../catalogue.ts';
import type { enrolSubmit as source } from '../vi/enrol-submit.ts';

export const enrolSubmit: TranslationOf<typeof source> = {
  'enrol.check.title': 'Check your answers',
  'enrol.check.who-citizen': 'Vietnamese citizen',
  'enrol.check.who-foreigner': 'Foreigner',
  'enrol.check.who': 'Applicant',
  'enrol.check.passport': 'Passport number',
  'enrol.check.foreigner-number': 'Foreigner’s identification number',
  'enrol.check.phone': 'Phone number',
  'enrol.check.email': 'E-mail',
  'enrol.check.proven': '{contact} (confirmed)',
  'enrol.check.none': 'None',
  'enrol.check.face': 'Picture of your face',
  'enrol.check.face-next': 'Taken in the next step, right before you submit',
  'enrol.check.face-there': 'Taken and compared; the picture is not kept',
  'enrol.check.consent': 'What you agree to',
  'enrol.check.consent-data-citizen':
    'The number, name, date of birth and sex you state are compared with the State’s identity database.',
  'enrol.check.consent-data-foreigner':
    'The document number, name, date of birth, sex and nationality you state are compared with the national immigration database.',
  'enrol.check.consent-why':
    'The only purpose is to be sure that it is you who applies, in order to give you a level-1 e-ID account (Decree 69/2024/NĐ-CP, Articles 7 and 10).',
  'enrol.check.consent-keep':
    'The data of an account is kept as the law prescribes. You can withdraw the application before there is a result.',
  'enrol.check.agree': 'Agree and continue',

  'enrol.photo.title': 'Take a picture of your face',
  'enrol.photo.lead': 'Take it yourself, now, with the camera of this device.',
  'enrol.photo.how-alone': 'You alone in the picture, looking straight ahead, eyes open.',
  'enrol.photo.how-bare': 'No sunglasses, mask or hat.',
  'enrol.photo.how-light': 'Enough light, a plain background, your face fills most of the picture.',
  'enrol.photo.label': 'Picture of your face',
  'enrol.photo.hint': 'A JPEG or PNG picture of 5 MB at most.',
  'enrol.photo.consent':
    'A picture of your face is sensitive personal data. By pressing the button below you agree that it is compared once with your picture in {register}. SenID does not keep it, and learns only the answer: a match or not.',
  'enrol.photo.register-citizen': 'the State’s identity database',
  'enrol.photo.register-foreigner': 'the national immigration database',
  'enrol.photo.submit': 'Agree, compare and submit',
  'enrol.photo.empty': 'Take a picture of your face',
  'enrol.photo.too-large': 'The picture is too large. Choose one of 5 MB at most.',
  'enrol.photo.not-a-picture': 'This file is not a JPEG or PNG picture. Take the picture again.',
  'enrol.photo.damaged': 'The picture is damaged or did not arrive whole. Take it again.',
  'enrol.photo.too-small': 'The picture is too small. Take it from closer.',
  'enrol.photo.poor-sample':
    'The picture is not clear enough to be compared. Take it again in good light, looking into the camera. It does not count as one of the {compared} pictures compared in a day; you can send {sent} a day in all.',
  'enrol.photo.unknown':
    'The matching system does not answer. Nothing has been submitted; your answers are still here. As pictures are not kept, take it again and send it in a few minutes.',
  'enrol.photo.unknown-register':
    'The State’s database cannot be reached. Nothing has been submitted; your answers are still here. Try again in a few minutes.',
  'enrol.photo.throttled':
    'There were too many applications. Please wait {wait} and try again, or go to a commune police office.',

  'enrol.refused.title': 'The account could not be given',
  'enrol.refused.article': 'Basis: {article}',
  'enrol.refused.why': 'Reason',
  'enrol.refused.next': 'What you can do',
  'enrol.refused.again': 'Correct the answers and apply again',
  'enrol.refused.nothing-kept': 'No account was made. Your picture was not kept.',

  'enrol.pending.title': 'Your application has been received',
  'enrol.pending.lead':
    'We could not reach the State’s database yet. You need not do anything: SenID goes on by itself.',
  'enrol.pending.again': 'SenID asks the database again at {time}.',
  'enrol.pending.told-sms': 'You will be told the result by a message to {destination}.',
  'enrol.pending.told-email': 'You will be told the result by a mail to {destination}.',
  'enrol.pending.due': 'At the latest by the end of {date} (1 working day).',
  'enrol.pending.reference': 'The reference of your application',
  'enrol.pending.keep':
    'Write it down. With it you can see the application at any time on the page “My application”.',
  'enrol.pending.look': 'See the application',

  'enrol.approved.title': 'Your level-1 account is ready',
  'enrol.approved.lead': 'Your details and picture match the State’s records.',
  'enrol.approved.next': 'One step is left: choose a password.',
  'enrol.approved.password': 'Choose a password',

  'password.title': 'Choose a password',
  'password.lead':
    'You log in with your identification number and this password, and a code sent to your phone or mailbox.',
  'password.new': 'New password',
  'password.hint':
    'At least {least} characters. A sentence that is easy to remember is better than a word that is hard to. Do not use a password of another site.',
  'password.set': 'Set the password',
  'password.missing': 'Enter a new password',
  'password.too-short': 'The password needs at least {least} characters',
  'password.too-long': 'The password is too long. It may have 256 bytes at most.',
  'password.common': 'This password is too easy to guess. Choose another one.',
  'password.personal':
    'The password contains your identification number, phone number or name. Choose another one.',
  'password.busy': 'The system is busy. Please wait a few seconds and try again.',

  'enrol.done.title': 'You have a level-1 account',
  'enrol.done.lead': 'From now on you can log in at services that accept level 1.',
  'enrol.done.number': 'You log in with your identification number {masked}.',
  'enrol.done.back-home': 'Open the page of the service and press “Log in with digital ID”.',
  'enrol.done.level-2':
    'For all features apply for level 2 in person: citizens at a commune police office, foreigners at the immigration authority.',
  'enrol.done.passkey-made': 'A passkey was made on this device.',
  'enrol.done.passkey-title': 'Best done now: make a passkey',
  'enrol.done.passkey-text':
    'Next time you log in with the fingerprint, face or PIN of your device, without password and code.',
  'enrol.done.passkey-link': 'Make a passkey',
  'enrol.done.without': 'Later',
};
