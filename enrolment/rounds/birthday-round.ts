import { z } from 'zod';

import type { GuardianshipStore } from '../../accounts/guardianship.ts';
import type { Clock } from '../../clock.ts';
import type { AccountId } from '../../ids.ts';
import { tieOf, type PersonSources } from '../register-events/load-person.ts';
import type { RegisterWrite, RegisterWriter } from '../register-writes.ts';
import { birthdayWrites, endOf } from './birthday-days.ts';
import { dayAfter } from '../working-days.ts';
import { dayToDo } from './days.ts';
import type { DayOutcome } from './document-round.ts';

const CURSOR = 'days/guardianships';
const TIES_AT_ONCE = 50;

export interface BirthdayRoundSources extends PersonSources {
  readonly guardianships: Pick<GuardianshipStore, 'ofGuardian' | 'ofWard' | 'page'>;
  /** One `withEndings`, so that relying parties are told. */
  readonly writer: RegisterWriter;
  readonly clock: Clock;
}

const positionSchema = z.object({
  done: z.string(),
  doing: z.object({ day: z.string(), after: z.templateLiteral(['grd_', z.string()]) }).optional(),
});
type Position = z.infer<typeof positionSchema>;

/** One page of guardianships: birthdays of wards, and last days. As `goThroughDocuments()`. */
export async function goThroughGuardianships(sources: BirthdayRoundSources): Promise<DayOutcome> {
  const { guardianships, writer, clock } = sources;
  const now = clock();
  const today = dayToDo(now);
  const cursor = await writer.cursor(CURSOR);
  const { done, doing }: Position =
    cursor === undefined
      ? { done: dayAfter(today, -1) }
      : positionSchema.parse(JSON.parse(cursor.position));
  if (doing === undefined && done >= today) return 'done';
  const day = doing?.day ?? today;
  const page = await guardianships.page(doing?.after, TIES_AT_ONCE);
  const writes: RegisterWrite[] = [];
  const changed = new Set<AccountId>();
  let last = doing?.after;
  for (const guardianship of page) {
    const tie = await tieOf(sources, guardianship);
    // A ward changes once in a transaction: their other guardian comes with the next page.
    if (tie !== undefined && changed.has(tie.ward.id)) break;
    last = guardianship.id;
    if (tie === undefined) continue;
    if (endOf(tie, day) !== undefined) changed.add(tie.ward.id);
    writes.push(...birthdayWrites(tie, { done, day, now }));
  }
  const isLast = page.length < TIES_AT_ONCE && last === page.at(-1)?.id;
  const position: Position =
    page.length === 0 || isLast || last === undefined
      ? { done: day }
      : { done, doing: { day, after: last } };
  const outcome = await writer.apply([
    { kind: 'cursor', name: CURSOR, from: cursor, position: JSON.stringify(position), at: now },
    ...writes,
  ]);
  return outcome.kind === 'written' ? 'more' : 'outdated';
}
