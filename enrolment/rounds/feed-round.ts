import { auditRecord } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import { loadPerson, type PersonSources } from '../register-events/load-person.ts';
import { consequenceOf, type RecordSources } from '../register-events/read-anew.ts';
import type { RegisterEvent, RegisterName, StateRegisters } from '../registers.ts';
import type { Cursor, RegisterWrite, RegisterWriter } from '../register-writes.ts';

const EVENTS_AT_ONCE = 50;

export interface FeedSources {
  readonly registers: RecordSources['registers'] & Pick<StateRegisters, 'feed'>;
  readonly accounts: PersonSources['accounts'];
  readonly guardianships: PersonSources['guardianships'];
  /** One `withEndings`, so that relying parties are told. */
  readonly writer: RegisterWriter;
  readonly clock: Clock;
}

export type FeedOutcome =
  /** Everything the register has told is done. */
  | 'up_to_date'
  /** There is more. */
  | 'more'
  /** The register does not answer, or answers nonsense: it stays where it is. */
  | 'unknown'
  /** Another node was quicker, or the account changed meanwhile: looked at again. */
  | 'outdated';

/**
 * Follows what one register tells, in its order. The position moves in the transaction of what an event changed, so each
 * is applied once, by one of all nodes, wherever one of them is killed.
 */
export async function followFeed(
  sources: FeedSources,
  register: RegisterName,
): Promise<FeedOutcome> {
  const { registers, writer, clock } = sources;
  const name = `feed/${register}`;
  let cursor = await writer.cursor(name);
  const answer = await registers.feed.events(register, cursor?.position ?? '', EVENTS_AT_ONCE);
  if (answer.kind === 'unknown') return 'unknown';
  const events = answer.kind === 'found' ? answer.value : [];
  let passed: string | undefined;
  for (const event of events) {
    const applied = await effectOf(sources, register, event);
    if (applied === 'nobody') {
      passed = event.position;
      continue;
    }
    if (applied === 'unknown') {
      await moveTo(writer, { name, cursor, position: passed, now: clock() });
      return 'unknown';
    }
    const now = clock();
    const { position } = event;
    const outcome = await writer.apply([
      { kind: 'cursor', name, from: cursor, position, at: now },
      ...applied,
    ]);
    if (outcome.kind !== 'written') return 'outdated';
    cursor = { position, version: (cursor?.version ?? 0) + 1, movedAt: now };
    passed = undefined;
  }
  const moved = await moveTo(writer, { name, cursor, position: passed, now: clock() });
  if (!moved) return 'outdated';
  return events.length < EVENTS_AT_ONCE ? 'up_to_date' : 'more';
}

/** Past what was about nobody here. */
async function moveTo(
  writer: RegisterWriter,
  {
    name,
    cursor,
    position,
    now,
  }: {
    readonly name: string;
    readonly cursor: Cursor | undefined;
    readonly position: string | undefined;
    readonly now: number;
  },
): Promise<boolean> {
  if (position === undefined) return true;
  const outcome = await writer.apply([{ kind: 'cursor', name, from: cursor, position, at: now }]);
  return outcome.kind === 'written';
}

async function effectOf(
  sources: FeedSources,
  register: RegisterName,
  event: RegisterEvent,
): Promise<readonly RegisterWrite[] | 'nobody' | 'unknown'> {
  const known = await loadPerson(sources, event.number);
  if (known === undefined) return 'nobody';
  const now = sources.clock();
  const consequence = await consequenceOf(sources, register, { event, known, now });
  if (consequence === 'unknown') return 'unknown';
  const accountId = known.account.id;
  const { writes, effects, endsSessionsOf } = consequence;
  const data = { register, change: event.change, effects };
  const record = auditRecord('registerReported', { accountId }, data, now);
  const signedOut = endsSessionsOf.map(
    (id) => ({ kind: 'signed_out', accountId: id, at: now }) as const,
  );
  return [...writes, ...signedOut, { kind: 'audit', record }];
}
