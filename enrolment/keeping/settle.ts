import type { AccountId } from '../../ids.ts';
import type { Clock } from '../../clock.ts';
import type { PendingChange, PendingChangeStore } from '../pending-change.ts';
import type { RegisterWriter, RegisterWrite } from '../register-writes.ts';
import { applyContactChange } from './contact-change.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import type { Alarms } from './alarms.ts';
import { callOff } from './own-lock.ts';
import { liftedByRecovery } from '../unlock-ways.ts';
import { applyRecovery } from './recovery.ts';
import { toldCalledOff } from './not-me.ts';
import { told } from './telling.ts';

/** What becomes of a waiting change whose time has come, as things stand. Pure. */
function settleWrites(
  kept: KeptAccount,
  change: PendingChange,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { kind } = change;
  if (!mayTakeEffect(kept, change, moment.now)) return calledOff(kept, change, 'locked', moment);
  if (kind === 'recovery') {
    const rest = { ...kept, changes: kept.changes.filter(({ id }) => id !== change.id) };
    return applyRecovery(rest, change, moment);
  }
  return applyContactChange(kept, { ...change, kind }, moment);
}

/**
 * Nothing happens behind the back of who locked the account, in whichever way: only a recovery that was asked for after
 * that takes effect, because opening it is what it is asked for.
 */
function mayTakeEffect(
  { locks }: KeptAccount,
  { kind, requestedAt }: PendingChange,
  now: number,
): boolean {
  return locks.every(
    (lock) => kind === 'recovery' && lock.lockedAt <= requestedAt && liftedByRecovery(lock, now),
  );
}

/** It will not take effect, and its holder is told. Pure. */
function calledOff(
  kept: KeptAccount,
  change: PendingChange,
  reason: 'phone_taken' | 'locked',
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const notice =
    reason === 'phone_taken'
      ? told('contact_phone_taken', {}, kept, { ...moment, alarm: undefined })
      : toldCalledOff(kept, change, moment);
  return [...callOff([change], reason, moment), ...notice];
}

export interface SettlingSources {
  readonly changes: Pick<PendingChangeStore, 'due' | 'find'>;
  readonly writer: Pick<RegisterWriter, 'apply'>;
  readonly load: (accountId: AccountId) => Promise<KeptAccount | undefined>;
  readonly alarms: Pick<Alarms, 'make'>;
  readonly clock: Clock;
}

export type Settled = 'applied' | 'cancelled' | 'outdated';

/**
 * Gives effect to what is due; any number of nodes may do so at once. Whoever calls a change off at the same moment wins
 * or loses as a whole: one write says that it was still waiting. Returns how many were settled here.
 */
export async function settleDueChanges(sources: SettlingSources, limit: number): Promise<number> {
  let settled = 0;
  const failures: unknown[] = [];
  for (const change of await sources.changes.due(sources.clock(), limit)) {
    // One that cannot be settled keeps nobody else's waiting.
    try {
      if ((await settleChange(sources, change)) !== 'outdated') settled += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return settled;
}

async function settleChange(sources: SettlingSources, change: PendingChange): Promise<Settled> {
  const now = sources.clock();
  const { accountId } = change;
  const kept = await sources.load(accountId);
  if (kept === undefined || change.effectiveAt > now) return 'outdated';
  const alarm = await sources.alarms.make({ accountId, since: change.requestedAt });
  const moment = { now, event: { accountId }, alarm };
  const writes = settleWrites(kept, change, moment);
  const outcome = await sources.writer.apply(writes);
  if (outcome.kind === 'outdated') return 'outdated';
  if (outcome.kind === 'taken') return giveUp(sources, kept, change, moment);
  const isApplied = writes.some(
    (write) =>
      write.kind === 'change_settled' && write.id === change.id && write.state === 'applied',
  );
  if (!isApplied) return 'cancelled';
  return 'applied';
}

/** The new number belongs to somebody else by now (D69, Art. 10: one number, one self-registered holder). */
async function giveUp(
  { writer }: SettlingSources,
  kept: KeptAccount,
  change: PendingChange,
  moment: KeepingMoment,
): Promise<Settled> {
  const outcome = await writer.apply(calledOff(kept, change, 'phone_taken', moment));
  return outcome.kind === 'written' ? 'cancelled' : 'outdated';
}
