import type { TranslationOf } from '../catalogue.ts';
import type { activate as source } from '../vi/activate.ts';

export const activate: TranslationOf<typeof source> = {
  'enrol.result.code-sent-sms': 'An activation code was sent to the phone {destination}.',
  'enrol.result.code-sent-email': 'An activation code was sent to the mailbox {destination}.',
  'enrol.result.activate': 'Enter the activation code',
  'enrol.result.running-title': 'Being compared',
  'enrol.result.until': 'Activate it by {time} at the latest.',

  'activate.title': 'Activate your account',
  'activate.lead':
    'For those who were told the result. The activation code is in the message or mail with the result.',
  'activate.identifier': 'Identification number',
  'activate.identifier-hint':
    'Personal identification number (12 digits) or foreigner’s identification number. If you do not know it, enter your passport number.',
  'activate.code': 'Activation code',
  'activate.code-hint':
    'In the message or mail with the result. Upper or lower case does not matter.',
  'activate.missing-identifier': 'Enter your identification number',
  'activate.missing-code': 'Enter the activation code',
  'activate.wrong': 'The number or the activation code is wrong. Check both and enter them again.',
  'activate.expired':
    'The activation code is no longer valid. Get a new one on the page “My application”, or ask where you applied.',
  'activate.throttled': 'You have tried too often. Please wait {wait} and try again.',
  'activate.outdated':
    'This account was just activated or changed elsewhere. Try to log in, or start again.',
  'activate.new-code': 'Get a new activation code',
  'activate.otp-title': 'Confirm that it is you',
  'activate.no-destination':
    'The account has no phone number or e-mail a code could be sent to. Go to where you applied.',
  'activate.sign-in-title': 'Enter your password',
  'activate.sign-in-lead':
    'You have a level-1 account already. Its password stays; enter it to confirm.',
  'activate.password-wrong': 'The password is wrong. Check it and enter it again.',
  'activate.guardian-title': 'The guardian confirms',
  'activate.guardian-lead':
    'You, the guardian or representative, use this account on behalf of its holder. Confirm with your own passkey.',
  'activate.guardian-not-usable':
    'The guardian’s account cannot be used at level 2 now, so nothing was activated. If it has just been recovered, try again after 24 hours; if it is locked, unlock it first.',
  'activate.guardian-password':
    'You, the guardian or representative, use this account on behalf of its holder. Enter the password of your own account.',
  'activate.representative-title': 'The legal representative confirms',
  'activate.representative-not-usable':
    'The representative’s account cannot be used at level 2 now, so nothing was activated. If it has just been recovered, try again after 24 hours; if it is locked, unlock it first.',
  'activate.guardian-use': 'Confirm with the passkey',
  'activate.cannot-title': 'Not activated',
  'activate.passkey-lead':
    'The last step to use a level-2 account: make a passkey on a device of your own.',
  'activate.passkey-later': 'Go on without a passkey for now',
  'activate.done-title-1': 'Your level-1 account is active',
  'activate.done-title-2': 'Your level-2 account is active',
  'activate.done-lead-2': 'You can use all features of an e-ID account.',
  'activate.half-title': 'A passkey is still missing',
  'activate.half-lead':
    'The account is active, and you can log in with password and code. The features of level 2 need a passkey first.',
  'activate.half-way':
    'It does not work on this device? Open the page of your account on another phone or computer, or use a security key. A service that needs level 2 will also ask you when you log in.',
  'activate.half-account': 'Open the page of your account',
  'activate.try-passkey': 'Try again to make a passkey',
  'activate.ward-title': 'The account of the person you are guardian of is active',
  'activate.ward-lead':
    'You use it on behalf of {name}, with your own account and passkey. It has no password of its own.',
  'activate.organisation-title': 'The account of the organisation is active',
  'activate.organisation-lead':
    'You use the account of {name} with your own account and passkey: choose the organisation when you log in. It has no password of its own.',

  'application.title': 'My application',
  'application.lead': 'See how an application for an account is going and what happens next.',
  'application.reference': 'Reference',
  'application.reference-hint':
    '12 letters and digits, for example 7K2Q-F9XM-PA3T, given when you applied or on the paper from the office. With or without hyphens, in capitals or not.',
  'application.reference-missing': 'Enter the reference',
  'application.not-found': 'There is no application with this reference. Check every character.',
  'application.show': 'Show the application',
  'application.no-contact':
    'This application has no confirmed phone number or e-mail yet, so it cannot be shown here. Ask where you applied.',
  'application.kind': 'Application',
  'application.status': 'Status',
  'application.opened': 'Opened on',
  'application.due': 'Due date',
  'application.due-on': 'end of {date} ({days} working days)',
  'application.due-on-calendar': 'end of {date} ({days} days)',
  'application.overdue': 'The application is overdue. The office and its supervisor can see it.',
  'application.paused': 'The term stands still while something is missing; {days} days are left.',
  'application.missing': 'What is missing',
  'application.next': 'What happens next',
  'application.next-applicant': 'Your turn: {step}.',
  'application.next-office': 'The receiving office: {step}.',
  'application.next-authority': 'The ID authority: {step}.',
  'application.next-program': 'SenID by itself: {step}.',
  'application.decision': 'Decide on the application',
  'application.next-supplement':
    'Your turn: bring what is missing to the office that received the application. The time limit goes on once nothing is missing.',
  'application.next-nobody': 'The application is closed. You need not do anything.',
  'application.next-at': 'By {time} at the latest.',
  'application.next-program-at': 'Next time at {time}.',
  'application.history': 'What has been done',
  'application.refusal': 'Reason of the refusal',
  'application.way-on': 'What you can do',
  'application.again': 'Apply again',
  'application.activate': 'Activate the account',
  'application.activate-until': 'The application was approved. Activate the account by {time}.',
  'application.renew': 'Send the activation code again',
  'application.renewed': 'A new activation code was sent. The old one no longer works.',
  'application.withdraw': 'Withdraw the application',
  'application.withdraw-title': 'Withdraw the application?',
  'application.withdraw-lead': 'It ends, and no account is given. You can apply again at any time.',
  'application.withdraw-confirm': 'Withdraw this application',
  'application.withdraw-stay': 'Keep it',
  'application.withdrawn': 'You have withdrawn the application.',
  'application.outdated': 'The application has just changed. This is how it stands now.',
  'application.too-often':
    'New codes were sent several times today. Use the newest one, or ask for another tomorrow.',
  'application.not-now': 'That cannot be done with the application now.',
  'application.close': 'Close the application in this browser',
  'sign-in.no-account': 'No account yet?',
  'sign-in.no-account-link': 'Apply for an account',
  'not-activated.go': 'Activate the account',
  'not-activated.step-code': 'Find the activation code in the message or mail with the result.',
  'not-activated.step-here':
    'Open the activation page and enter your number, the activation code and the code sent to your phone.',
  'unreachable.apply': 'See an application made at the counter',
  'home.enrol': 'Apply for a level-1 account',
  'home.enrol-text': 'By yourself, on this page, free of charge, in about 10 minutes.',
  'home.application': 'My application',
  'home.activate': 'Activate an account',
};
