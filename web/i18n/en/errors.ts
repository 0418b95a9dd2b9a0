import type { TranslationOf } from '../catalogue.ts';
import type { errors as source } from '../vi/errors.ts';

export const errors: TranslationOf<typeof source> = {
  'errors.title': 'Errors, explained',
  'errors.lead':
    'For whoever connects a service to SenID. Each error has a code that stays; `error_uri` in an answer leads to the page of its code.',
  'errors.search': 'Find by code, parameter or word',
  'errors.find': 'Find',
  'errors.found': 'Codes found: {count}.',
  'errors.all': 'All error codes',
  'errors.what': 'What to do',
  'errors.facts': 'In the answer',
  'errors.parameter': 'Parameter or header',
  'errors.description': 'error_description',
  'errors.example': 'As it should be',
  'errors.specifications': 'Where it is specified',
  'errors.section': '{name}, section {section}',
  'errors.reference': 'One failure in particular',
  'errors.reference-text':
    'This page knows nothing of your request. Every failure has a reference (req_…): in the header X-Request-Id, in request_id of JSON, at the end of error_description after a redirect, and on the page the person saw. Give it to support.',
  'errors.person': 'You only wanted to log in?',
  'errors.person-next':
    'Go back to the service and start again. If it keeps happening, give the service the reference you saw.',
  'errors.area.authorization': 'Asking for a login',
  'errors.area.pushed': 'Pushed and signed requests',
  'errors.area.claims': 'Claims and scopes',
  'errors.area.people': 'Ended without a login',
  'errors.area.clients': 'Client authentication',
  'errors.area.grants': 'Codes and refresh tokens',
  'errors.area.tokens': 'Using tokens',
  'errors.area.registration': 'Registering a client',
  'errors.area.device': 'Logins on another device',
  'errors.area.site': 'At any address',
  'errors.area.other': 'Not met over HTTP',
};
