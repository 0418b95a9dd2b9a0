import type { TranslationOf } from '../catalogue.ts';
import type { device as source } from '../vi/device.ts';

export const device: TranslationOf<typeof source> = {
  'device.title': 'Log in on another device',
  'device.lead': 'Enter the code shown on the TV, printer or other device you want to log in on.',
  'device.prefilled':
    'Is the code below the same as on your device? Go on only if the two are the same.',
  'device.code': 'Code on the device',
  'device.code-hint':
    '8 letters, for example BCDF-GHJK. Capitals or not, with the dash or without: all are fine.',
  'device.warning':
    'SenID never calls or writes to ask you to enter a code. If somebody sent you one, it is a fraud: close this page.',
  'device.missing': 'Enter the code shown on the device',
  'device.not-found': 'There is no such code. Check it letter by letter.',
  'device.expired': 'This code has expired. Get a new one on the device.',
  'device.used': 'This code has been used. Get a new one on the device.',
  'device.too-many': 'You have tried too many codes. Wait a few minutes and try again.',
  'device.try-again': 'The page was open too long, or in two places. Enter the code again.',
  'device.confirm-title': '{service} asks to log in on another device',
  'device.confirm-lead':
    'You are about to log in for another device, not the one in your hand. Whoever uses it will be in {service} under your name.',
  'device.confirm-code': 'The device must show exactly this code now:',
  'device.confirm-when': 'The device asked for it at {time}.',
  'device.same-network': 'The device is on the same network connection as you.',
  'device.other-network':
    'The device is on another network connection than you. Unless it is right in front of you, decline.',
  'device.asks': 'The service asks for this; you are asked again before anything is shared:',
  'device.only-if':
    'Go on only if you have just started this login on the device yourself. If somebody sent you this code or link, decline.',
  'device.confirm': 'Yes, it is my device',
  'device.deny': 'Decline',
  'device.done-title': 'Your device is logged in',
  'device.done': 'You can close this page and go back to the other device.',
  'device.denied-title': 'You have declined',
  'device.denied': 'The other device was not logged in and received nothing.',
  'device.denied-next': 'If somebody told you to enter the code, break off contact with them.',
  'device.level-title': 'Level not reached',
  'device.level':
    'The service asks for a level of assurance that this login did not reach. The other device was not logged in.',
  'device.failed-title': 'The device was not logged in',
  'device.failed':
    'This login has expired, was already used, or was interrupted. The other device received nothing.',
  'device.again': 'Enter another code',
  'device.elsewhere': 'On another device',
  'device.cancel': 'Cancel this login',
};
