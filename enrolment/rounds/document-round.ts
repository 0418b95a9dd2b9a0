import { z } from 'zod';

import type { Account, AccountStore } from '../../accounts/account.ts';
import { endsOn } from '../../accounts/ends-on.ts';
import type { Clock } from '../../clock.ts';
import { guardianOf } from '../register-events/load-person.ts';
import type { Cursor, RegisterWriter } from '../register-writes.ts';
import { dayAfter } from '../working-days.ts';
import { dayToDo } from './days.ts';
import { documentSteps, endingRange, endingWrites, type DocumentStep } from './document-days.ts';

const CURSOR = 'days/documents';
const ACCOUNTS_AT_ONCE = 50;

export interface DocumentRoundSources {
  readonly accounts: Pick<AccountStore, 'ending' | 'findById' | 'openLocks'>;
  /** One `withEndings`, so that relying parties are told. */
  readonly writer: RegisterWriter;
  readonly clock: Clock;
}

/** `done`: the last day all of whose work is done; `doing`: where the work up to `day` has come to. */
const positionSchema = z.object({
  done: z.string(),
  doing: z
    .object({
      day: z.string(),
      step: z.number(),
      after: z
        .object({ endsOn: z.string(), id: z.templateLiteral(['acc_', z.string()]) })
        .optional(),
    })
    .optional(),
});
type Position = z.infer<typeof positionSchema>;
type Doing = NonNullable<Position['doing']>;

/** `outdated`: another node does the same at this moment. */
export type DayOutcome = 'done' | 'more' | 'outdated';

/**
 * One page of the day's work on documents that end. The page and where to go on are one transaction: whichever node does
 * it, it is done once, also when the one before was killed in the middle or nobody ran for days.
 */
export async function goThroughDocuments(sources: DocumentRoundSources): Promise<DayOutcome> {
  const { writer, clock } = sources;
  const now = clock();
  const today = dayToDo(now);
  const cursor = await writer.cursor(CURSOR);
  const { done, doing }: Position =
    cursor === undefined
      ? { done: dayAfter(today, -1) }
      : positionSchema.parse(JSON.parse(cursor.position));
  if (doing === undefined && done >= today) return 'done';
  const at: Doing = doing ?? { day: today, step: 0 };
  const steps = documentSteps(today);
  const step = steps[at.step];
  if (step === undefined) return moveOn(sources, cursor, { done: at.day });
  return goThroughPage(sources, { cursor, done, at, step, today, now });
}

interface Page {
  readonly cursor: Cursor | undefined;
  readonly done: string;
  readonly at: Doing;
  readonly step: DocumentStep;
  readonly today: string;
  readonly now: number;
}

async function goThroughPage(
  sources: DocumentRoundSources,
  { cursor, done, at, step, today, now }: Page,
): Promise<DayOutcome> {
  const { accounts } = sources;
  const range = endingRange(step, { done, day: at.day });
  const page = await accounts.ending({ ...range, after: at.after, limit: ACCOUNTS_AT_ONCE });
  const writes = [];
  for (const account of page) {
    const guardian = await guardianOf(sources, account);
    const locks = await accounts.openLocks(account.id);
    writes.push(...endingWrites({ account, guardian, locks }, step, { today, now }));
  }
  const last = page.at(-1);
  const isWhole = page.length < ACCOUNTS_AT_ONCE || last === undefined;
  const doing = isWhole
    ? { day: at.day, step: at.step + 1 }
    : { day: at.day, step: at.step, after: placeOf(last) };
  return moveOn(sources, cursor, { done, doing }, writes);
}

async function moveOn(
  { writer, clock }: DocumentRoundSources,
  from: Cursor | undefined,
  position: Position,
  writes: Parameters<RegisterWriter['apply']>[0] = [],
): Promise<DayOutcome> {
  const outcome = await writer.apply([
    { kind: 'cursor', name: CURSOR, from, position: JSON.stringify(position), at: clock() },
    ...writes,
  ]);
  return outcome.kind === 'written' ? 'more' : 'outdated';
}

function placeOf(account: Account): NonNullable<Doing['after']> {
  return { endsOn: endsOn(account) ?? '', id: account.id };
}
