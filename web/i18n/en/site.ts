import type { TranslationOf } from '../catalogue.ts';
import type { site as source } from '../vi/site.ts';

export const site: TranslationOf<typeof source> = {
  'session.valid-until': 'This page is valid until {time}.',
  'session.extend': 'Get more time',
  'session.warning-title': 'Do you need more time?',
  'session.warning-left': 'For your safety, this page is about to expire. Time left:',
  'session.minutes-left': 'About 2 minutes left',
  'session.half-minute-left': 'About 30 seconds left',
  'session.stay': 'Stay on this page',
  'session.extended': 'You have more time. The page is valid until {time}.',
  'session.extend-failed': 'That did not work. Press again, or continue right away.',
  'session.over-title': 'This page has expired',
  'session.over': 'Nothing has been sent. Go back to the service and start again.',
  'expired.title': 'This login has expired',
  'expired.what':
    'The page was open too long, was already used, or belongs to another browser. Nothing has been sent.',
  'expired.next': 'Go back to the service and press “Log in with digital ID” again.',
  'error.next': 'What you can do',
  'error.code': 'Error code',
  'error.developers': 'For the developers of the service',
  'error.service-request.title': 'The service sent a request that is not valid',
  'error.service-request.what':
    'SenID cannot handle the login request that the service sent. It is not your fault.',
  'error.service-request.next':
    'Go back to the service and try again. If it keeps happening, tell the service, with the reference below.',
  'error.refused.title': 'The login was not completed',
  'error.refused.what': 'You stopped, or the request was refused. The service got no information.',
  'error.refused.next': 'You can go back to the service and start again at any time.',
  'error.level.title': 'The assurance was not reached',
  'error.level.what': 'The service asks for more assurance than this login reached.',
  'error.level.next':
    'Go back to the service and log in with a passkey, or ask the service for another way.',
  'error.expired.title': 'This login has expired',
  'error.expired.what': 'This login has expired or was already used.',
  'error.expired.next': 'Go back to the service and start again.',
  'error.not-found.title': 'Page not found',
  'error.not-found.what': 'There is no such address at SenID.',
  'error.not-found.next': 'Check the address, or go back to the service you were using.',
  'error.bad-request.title': 'The request is not valid',
  'error.bad-request.what': 'SenID did not understand what your browser sent. Nothing has changed.',
  'error.bad-request.next': 'Go back one page, reload it and try again.',
  'error.untrusted-form.title': 'We could not tell where the request came from',
  'error.untrusted-form.what':
    'The form did not come from the SenID page you have open, or your browser blocked cookies. To protect you, SenID stopped.',
  'error.untrusted-form.next':
    'Allow cookies for this site, reload the page and try again. If a strange link brought you here, close the page.',
  'error.too-many.title': 'Too many requests',
  'error.too-many.what': 'SenID got too many requests from your connection in a short time.',
  'error.too-many.next': 'Wait a few minutes, then try again.',
  'error.busy.title': 'The system is busy',
  'error.busy.what': 'SenID cannot handle the request for the moment. Nothing has changed.',
  'error.busy.next': 'Wait a minute, then reload the page.',
  'error.unexpected.title': 'Something went wrong',
  'error.unexpected.what': 'There was a fault at SenID. We recorded it under the reference below.',
  'error.unexpected.next':
    'Try again in a few minutes. If it keeps happening, give the reference to support.',
  'logout.title': 'Log out of SenID?',
  'logout.what':
    'You will be logged out of SenID in this browser. Services you have open may keep a session of their own; log out there too if you share this device.',
  'logout.confirm': 'Log out',
  'logout.stay': 'Stay logged in',
  'logged-out.title': 'You are logged out',
  'logged-out.what': 'Your SenID session in this browser has ended.',
  'logged-out.shared': 'On a shared device, close all browser windows before you leave.',
};
