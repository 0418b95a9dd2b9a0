import type { TranslationOf } from '../catalogue.ts';
import type { portal as source } from '../vi/portal.ts';

export const portal: TranslationOf<typeof source> = {
  'portal.not-signed-in': 'You are not signed in',
  'portal.not-signed-in-gone':
    'This sign-in has expired, was used already, or was begun in another browser.',
  'portal.not-signed-in-declined': 'You cancelled, or the account cannot be used now.',
  'portal.not-signed-in-level':
    'This page needs a level-2 account and a passkey. This sign-in did not reach that.',
  'portal.not-signed-in-failed': 'This sign-in could not be confirmed.',
  'portal.again-next': 'Nothing has changed. You can sign in again now.',
  'portal.level-next':
    'For a level-2 account go to any commune police; foreigners go to the immigration office. If you have one, sign in again and use your passkey.',
  'portal.again': 'Sign in again',
  'portal.sign-in': 'Sign in',
  'portal.sign-out': 'Sign out',
  'portal.signed-out': 'You are signed out',
  'portal.signed-out-what': 'Your session at this site has ended.',
  'portal.signed-in-as': 'Signed in: {name}',
  'portal.navigation': 'Pages',
};
