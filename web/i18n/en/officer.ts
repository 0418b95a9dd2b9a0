import type { TranslationOf } from '../catalogue.ts';
import type { officer as source } from '../vi/officer.ts';

export const officer: TranslationOf<typeof source> = {
  'officer.title': 'Officer console',
  'officer.no-staff': 'This page is for officers',
  'officer.no-staff-what': 'Your account belongs to no office at present.',
  'officer.no-staff-next':
    'If you are an officer, ask the supervisor of your office to add you to its staff, then sign in again.',
  'officer.to-front': 'To the front page of SenID',
};
