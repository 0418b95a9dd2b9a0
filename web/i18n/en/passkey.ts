import type { TranslationOf } from '../catalogue.ts';
import type { passkey as source } from '../vi/passkey.ts';

export const passkey: TranslationOf<typeof source> = {
  'passkey.needs-scripts':
    'A passkey needs JavaScript. Turn JavaScript on in your browser and reload this page.',
  'passkey.busy': 'Waiting for your device to confirm…',
  'passkey.cancelled':
    'This was not confirmed: it was stopped or took too long. You can try again.',
  'passkey.failed': 'The passkey could not be confirmed. Please try again.',
  'passkey.unsupported':
    'This browser or device cannot use passkeys. Open the page in a newer browser or on another device.',
  'passkey.unknown': 'This passkey belongs to no account. Use another one.',
  'passkey.other-person':
    'This passkey belongs to someone else. Use one of {name}; you are still logged in as before.',
  'passkey.not-device-bound':
    'This passkey is synced between devices. The service asks for one that stays on a single device, such as a security key.',
  'passkey.not-verified':
    'Your device did not check your fingerprint, face or PIN. Try again and confirm when it asks.',
  'passkey.already-registered': 'This device already has a passkey for your account.',
  'step-up.title': 'Confirm that it is you',
  'step-up.lead': '{service} needs to be surer that the person logging in is you.',
  'step-up.substantial':
    'Passwords can be stolen. A passkey stays in your device and opens only with your fingerprint, face or PIN.',
  'step-up.high':
    'This needs the highest assurance: a passkey that stays on exactly one device, and a biometric match.',
  'step-up.low': 'Please confirm with your passkey before you go on.',
  'step-up.why': 'Why the service asks',
  'step-up.none-title': 'Your account has no passkey yet',
  'step-up.none': 'You need to create a passkey on this device. It takes about a minute.',
  'step-up.add': 'Create a passkey',
  'step-up.other-device': 'Is your passkey on another device?',
  'step-up.other-device-text':
    'Press the button, choose “Use a phone or another device”, and scan the QR code with the phone that holds it.',
  'add-passkey.title': 'Create a passkey',
  'add-passkey.what':
    'A passkey replaces your password: it lives in your phone or computer and opens only with your fingerprint, face or PIN. Nobody can guess it, overhear it or trick you into telling it.',
  'add-passkey.private':
    'Your fingerprint and face never leave your device. SenID receives no image.',
  'add-passkey.name': 'A name to remember it by (optional)',
  'add-passkey.name-hint': 'For example: My phone',
  'add-passkey.name-problem': 'That name is too long. Use at most {max} characters.',
  'add-passkey.create': 'Create it on this device',
  'add-passkey.own-device': 'Do this only on a device of your own, never on a shared one.',
  'add-passkey.device-bound':
    'The service asks for a passkey that stays on one device. One that syncs through a Google or Apple account is not accepted.',
  'unreachable.title': 'Your account level is too low',
  'unreachable.account':
    '{service} asks for a level-2 electronic identification account. Yours is at level 1.',
  'unreachable.cool-down-title': 'Level 2 is on hold for a while',
  'unreachable.cool-down':
    '{service} asks for level 2. Your account was recovered a short time ago, so it counts as level 1 for now.',
  'unreachable.cool-down-next':
    'Level 2 works again from {time}, by itself: there is nothing you need to do. This protects you if somebody else asked for the recovery.',
  'unreachable.biometric':
    '{service} asks for a biometric match with the State’s records. SenID cannot do that for you at present.',
  'unreachable.biometric-next':
    'Go back to the service and choose another way, for example at its counter.',
  'unreachable.not-your-fault': 'You did nothing wrong. Nothing has been sent to the service.',
  'unreachable.how': 'How to get level 2',
  'unreachable.citizen-where':
    'Go to any commune police station or ID-card office; it need not be where you live.',
  'unreachable.citizen-bring':
    'Bring your valid identity card, and know your own registered mobile number.',
  'unreachable.citizen-form':
    'Fill in the application form TK01. An officer takes your portrait and fingerprints.',
  'unreachable.citizen-time':
    'It is free. You get the result within 3 working days of a complete application.',
  'unreachable.foreigner-where':
    'Go to the immigration authority, at the Ministry of Public Security or the provincial police, in office hours from Monday to Friday. Commune police cannot do this.',
  'unreachable.foreigner-bring': 'Bring your valid passport or international travel document.',
  'unreachable.foreigner-form':
    'Fill in the application form TK01. An officer takes your portrait and fingerprints.',
  'unreachable.foreigner-time':
    'It is free. You get the result within 3 working days if immigration already has your biometrics, or within 7 working days if not.',
};
