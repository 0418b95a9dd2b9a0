import { setTimeout as delay } from 'node:timers/promises';

import type { DrillWorld } from './drill-journeys.ts';
import { attempt } from './drill-load.ts';
import type { DrillRecord } from './drill-record.ts';
import type { DrillStage } from './drill-stage.ts';
import { Stranded, Visitor } from './drill-visitor.ts';
import { Wire } from './drill-wire.ts';
import type { Person } from './session-people.ts';

const PAUSE_MS = 150;

/**
 * Whole journeys on one node alone, past the proxy, by somebody with a passkey: whether that node serves again. Since
 * when whole journeys succeed on all of them, and nothing fails (epoch ms).
 */
export async function recoveredAt(parts: {
  readonly stage: DrillStage;
  readonly world: DrillWorld;
  readonly record: DrillRecord;
  /** As many as there are nodes. */
  readonly people: readonly Person[];
  readonly signal: AbortSignal;
}): Promise<number> {
  const { stage, people } = parts;
  const begun = stage.nodes.map(async ({ port }, index) => {
    const person = people[index];
    if (person === undefined) throw new Error('more nodes than people to probe them');
    return probe({ ...parts, port, person, address: `127.0.2.${index + 1}` });
  });
  const begins = await Promise.all(begun);
  return Math.max(...begins, parts.record.lastTrouble);
}

async function probe({
  stage: { issuer },
  world,
  record,
  person,
  port,
  address,
  signal,
}: Parameters<typeof recoveredAt>[0] & {
  readonly person: Person;
  readonly port: number;
  readonly address: string;
}): Promise<number> {
  const wire = new Wire({ issuer, port, address, record }, { keepAlive: false });
  const visitor = new Visitor(wire, person);
  for (;;) {
    signal.throwIfAborted();
    const from = Date.now();
    const isWell = await attempt('probe of one node', visitor, () => wholeJourney(visitor, world));
    if (isWell) return from;
    await delay(PAUSE_MS);
  }
}

async function wholeJourney(visitor: Visitor, { parties: { low } }: DrillWorld): Promise<void> {
  const { wire, person } = visitor;
  const { tokens, expected } = await visitor.logIn(low);
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken ?? '' };
  const answer = await low.token(wire, refresh);
  const { accessToken } = await low.accept(wire, answer, expected);
  const status = await low.userinfo(wire, accessToken, person);
  if (status !== 200) throw new Stranded(`userinfo: ${status}`);
}
