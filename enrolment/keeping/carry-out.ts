import type { AccountStore } from '../../accounts/account.ts';
import type { PasskeyStore } from '../../accounts/passkey-store.ts';
import type { EventContext } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import type { AccountId } from '../../ids.ts';
import type { PendingChangeStore } from '../pending-change.ts';
import type { RegisterWrite, RegisterWriter, WriteOutcome } from '../register-writes.ts';
import type { Alarms } from './alarms.ts';
import type { AlarmSent, KeepingMoment, KeptAccount } from './facts.ts';

const MOST_ATTEMPTS = 4;

export interface KeepingSources {
  readonly accounts: Pick<AccountStore, 'findById' | 'openLocks'>;
  readonly passkeys: Pick<PasskeyStore, 'listByAccount'>;
  readonly changes: Pick<PendingChangeStore, 'waitingOf'>;
  readonly writer: Pick<RegisterWriter, 'apply'>;
  readonly alarms: Pick<Alarms, 'make'>;
  readonly clock: Clock;
}

export async function loadKept(
  { accounts, passkeys, changes }: Pick<KeepingSources, 'accounts' | 'passkeys' | 'changes'>,
  accountId: AccountId,
): Promise<KeptAccount | undefined> {
  const account = await accounts.findById(accountId);
  if (account === undefined) return undefined;
  const { guardianId } = account;
  const [guardian, held, locks, waiting] = await Promise.all([
    guardianId === undefined ? undefined : accounts.findById(guardianId),
    passkeys.listByAccount(accountId),
    accounts.openLocks(accountId),
    changes.waitingOf(accountId),
  ]);
  return { account, guardian, passkeys: held, locks, changes: waiting };
}

/** What a rule decided: what is to be written, and what is told of it once it is. Without writes nothing is written. */
export interface Decided<Result> {
  readonly writes: readonly RegisterWrite[];
  readonly result: Result;
}

export type CarriedOut<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'no_account' }
  /** Somebody was quicker, again and again. Nothing was written. */
  | { readonly kind: 'outdated' }
  | Extract<WriteOutcome, { kind: 'taken' }>;

/**
 * Facts, one pure decision, one write. Who was overtaken looks again: a rule decides on what is so, never on what was.
 */
export async function carryOut<Result>(
  sources: KeepingSources,
  request: {
    readonly accountId: AccountId;
    readonly event: EventContext;
    /** Whether the notices of it hold a code with which it can be called off. */
    readonly alarm: boolean;
  },
  decide: (kept: KeptAccount, moment: KeepingMoment) => Decided<Result>,
): Promise<CarriedOut<Result>> {
  const { accountId, event } = request;
  const now = sources.clock();
  let alarm: AlarmSent | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const kept = await loadKept(sources, accountId);
    if (kept === undefined) return { kind: 'no_account' };
    // Before it is told: a code that nobody was sent does no harm, one that nobody knows does.
    if (request.alarm) alarm ??= await sources.alarms.make({ accountId, since: now });
    const { writes, result } = decide(kept, { now, event: { accountId, ...event }, alarm });
    if (writes.length === 0) return { kind: 'done', result };
    const outcome = await sources.writer.apply(writes);
    if (outcome.kind === 'written') return { kind: 'done', result };
    if (outcome.kind === 'taken') return outcome;
  }
  return { kind: 'outdated' };
}
