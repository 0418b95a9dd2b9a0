import type { TranslationOf } from '../catalogue.ts';
import type { keeping as source } from '../vi/keeping.ts';

export const keeping: TranslationOf<typeof source> = {
  'keys.title': 'Passkeys',
  'keys.lead':
    'Each lives in one device, or in your keychain. You are told of every change by text message and email.',
  'keys.none': 'You have no passkey yet.',
  'keys.since': 'Added at {time}',
  'keys.used': 'Last used at {time}',
  'keys.unused': 'Never used',
  'keys.bound': 'On one device only',
  'keys.synced': 'Synced between devices',
  'keys.this': 'Used to log in here',
  'keys.add': 'Add a passkey',
  'keys.rename': 'Rename',
  'keys.name': 'Name of the passkey',
  'keys.remove': 'Remove this passkey',
  'keys.most': 'An account has {count} passkeys at most. Remove one before you add another.',
  'keys.added': 'The passkey was added.',
  'keys.renamed': 'The passkey was renamed.',
  'keys.removed': 'The passkey was removed. Sessions that rested on it have ended.',
  'keys.name-missing': 'Enter a name of 1 to {max} characters.',
  'keys.removal-refused':
    'It was not removed. The last passkey is removed only with itself. If you have lost it, recover the account.',
  'not-me.title': 'It wasn’t me',
  'not-me.lead':
    'Were you told of something you did not do? Enter the code of the text message or email. You need not log in.',
  'not-me.code': 'Code of the notice',
  'not-me.code-hint': '12 letters and digits, for example 7K2M-Q8RT-3WXC.',
  'not-me.what': 'When you press the button, at once:',
  'not-me.what-locked': 'the account is locked at your own request, and nobody can log in;',
  'not-me.what-ended': 'all sessions end, and so does what services were granted;',
  'not-me.what-cancelled': 'what waits is called off, and passkeys added since are removed.',
  'not-me.back': 'To use the account again, you recover it online or go to a counter.',
  'not-me.do': 'Secure my account now',
  'not-me.unknown': 'The code is wrong, was used, or has expired.',
  'not-me.limited': 'Too many attempts. Try again in {wait}.',
  'not-me.done-title': 'Your account is secured',
  'not-me.done':
    'It is locked, and all sessions have ended. We have told every phone number and email address of the account.',
  'not-me.done-next':
    'Next: when you are ready, recover the account. If your phone is lost too, go to a counter with your papers.',
  'not-me.signed-in-lead':
    'You are logged in. Press the button if you see something you did not do.',
  'not-me.since': 'Since when?',
  'not-me.since-day': 'In the last 24 hours',
  'not-me.since-week': 'In the last 7 days',
  'lock.title': 'Lock the account',
  'lock.lead': 'Form TK03, to lock or unlock an e-ID account. It is carried out at once.',
  'lock.effects':
    'Nobody can log in, you neither. All sessions end, and so does what services were granted. Services learn that the account cannot be used, never why.',
  'lock.why': 'Why do you lock it?',
  'lock.precaution': 'I do not need it for now',
  'lock.precaution-hint': 'You can unlock it at once in the browser, with your passkey.',
  'lock.device_lost': 'My phone, or a device with a passkey, is lost',
  'lock.device_lost-hint':
    'A passkey will not unlock it. You will need to recover the account, or go to a counter.',
  'lock.no-passkey':
    'You have no passkey. You will only be able to unlock the account by recovering it, or at a counter.',
  'lock.do': 'Lock the account now',
  'lock.choose': 'Choose why you lock it.',
  'lock.done-title': 'Your account is locked',
  'lock.done': 'The lock is in force. All sessions have ended.',
  'unlock.title': 'Unlock an account',
  'unlock.lead':
    'If you locked your account yourself, you open it again here, with a passkey that was there before.',
  'unlock.do': 'Unlock with a passkey',
  'unlock.done-title': 'Unlocked',
  'unlock.done': 'The account can be used again. Log in.',
  'unlock.still': 'Your own lock was lifted, but the account is still locked for another reason.',
  'unlock.refused': 'It cannot be unlocked this way. Recover the account, or go to a counter.',
  'unlock.other': 'Another way: recover the account',
  'everywhere.title': 'Log out everywhere',
  'everywhere.lead':
    'All your sessions end, in every browser and at every service, here too. The account is not locked.',
  'everywhere.do': 'Log out everywhere',
  'everywhere.done-title': 'Logged out everywhere',
  'everywhere.done': 'All sessions have ended. You can log in again.',
};
