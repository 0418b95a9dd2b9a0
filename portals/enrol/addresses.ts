import type { Question } from './application-state.ts';

export const ENROL = '/enrol';
export const APPLICATION = '/application';
export const ACTIVATE = '/activate';

export function questionHref(question: Question): string {
  return `${ENROL}/${question}`;
}
