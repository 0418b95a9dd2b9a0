import { Option, type Command } from 'commander';

import type { LockRequester } from '../accounts/account.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import type { LockDocument } from '../enrolment/locks.ts';
import { CannotDo } from './cannot-do.ts';

const REQUESTERS = [
  'holder',
  'guardian',
  'agency',
  'register',
  'operator',
] as const satisfies readonly LockRequester[];

/** Whose request is carried out, and what it rests on. */
export interface RequestOptions {
  readonly requester?: LockRequester;
  readonly document?: string;
  readonly documentDate?: string;
}

export function addRequestOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--requester <requester>',
        'who asked for it; whoever the ground names first',
      ).choices(REQUESTERS),
    )
    .option('--document <number>', 'number of the written request')
    .option('--document-date <date>', 'its date, YYYY-MM-DD; today when absent');
}

export function documentOf(
  { document, documentDate }: RequestOptions,
  now: number,
): LockDocument | undefined {
  if (document === undefined) return undefined;
  const date = documentDate ?? dateInVietNam(now);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new CannotDo('a date is written YYYY-MM-DD');
  return { number: document, date };
}
