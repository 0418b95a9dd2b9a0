import { z } from 'zod';

import { usesAlone } from '../../accounts/account-state.ts';
import { isChild, type Contact } from '../../accounts/contact.ts';
import { ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { isCoolingDown } from '../../accounts/reachable-level.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import { decideLift } from '../locks.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { toldCalledOff } from './not-me.ts';
import { callOff, isPhoneLost } from './own-lock.ts';
import { liftedByRecovery } from '../unlock-ways.ts';
import { RECOVERY_COOL_DOWN_MS, RECOVERY_WAITING_MS, type RecoveryWay } from './rules.ts';
import { channelsOf, told } from './telling.ts';

export type RecoveryRefusal =
  /** Never activated: there is nothing to recover, the activation is still open (D69, Art. 14). */
  | 'not_activated'
  /** Another lock than the holder's own stands: a new password would open nothing. */
  | 'locked'
  /** One waits already. */
  | 'waiting'
  /** One has just taken effect: a second one does not shorten what the first one began. */
  | 'cooling_down'
  /** A child's means are the guardian's (D69, Arts. 10, 11 and 14(2)). */
  | 'guardian_needed'
  /** What the code went to is no way to the holder (any more). */
  | 'not_reached'
  /** Nobody signs in to it alone, so there is no password to set: who acts uses their own (D69, Arts. 12 and 14(2)). */
  | 'no_own_use';

/** Whether this way is open for this account now. Pure. */
export function mayRecover(
  { account, locks, changes }: Pick<KeptAccount, 'account' | 'locks' | 'changes'>,
  way: RecoveryWay,
  now: number,
): RecoveryRefusal | undefined {
  // At a counter it helps who was given an account, and whose code went to a number that is not theirs.
  if (account.activatedAt === undefined && way !== 'counter') return 'not_activated';
  if (locks.some((lock) => !liftedByRecovery(lock, now))) return 'locked';
  const today = dateInVietNam(now);
  if (way === 'proofing' && isChild(account, today)) return 'guardian_needed';
  if (way === 'guardian' && !usesAlone(account, today)) return 'no_own_use';
  // In person everything is possible at once, and more is proven than any cool-down could wait for.
  if (way === 'counter') return undefined;
  if (changes.some(({ kind }) => kind === 'recovery')) return 'waiting';
  return isCoolingDown(account, now) ? 'cooling_down' : undefined;
}

/** Where a code may be sent that proves who recovers: not to a phone that its holder has lost. Pure. */
export function recoveryChannels(kept: KeptAccount, now: number): readonly Contact[] {
  const all = channelsOf(kept, now);
  return isPhoneLost(kept.locks) ? all.filter(({ channel }) => channel !== 'sms') : all;
}

export interface RecoveryRequest {
  readonly way: RecoveryWay;
  /** PHC: the new password, in force with the recovery; undefined where it is set later with an activation code (counter). */
  readonly passwordHash: string | undefined;
  /** Where the code went; absent where the person was proofed without one. */
  readonly codeWentTo?: Contact;
}

export type RecoveryDecision =
  | { readonly kind: 'refused'; readonly reason: RecoveryRefusal }
  | {
      readonly kind: 'writes';
      readonly writes: readonly RegisterWrite[];
      readonly effectiveAt: number;
    };

/** The person is proofed: what is to be written. Pure. */
export function requestRecovery(
  kept: KeptAccount,
  { way, passwordHash, codeWentTo }: RecoveryRequest,
  moment: KeepingMoment,
): RecoveryDecision {
  const { now, event, alarm } = moment;
  const reason =
    mayRecover(kept, way, now) ??
    (codeWentTo && !isAmong(recoveryChannels(kept, now), codeWentTo) ? 'not_reached' : undefined);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { account } = kept;
  const effectiveAt = now + ruleInForce(RECOVERY_WAITING_MS, dateInVietNam(now))[way];
  const requested = (changeId: PendingChange['id'] | undefined): RegisterWrite => ({
    kind: 'audit',
    record: auditRecord('recoveryRequested', event, { changeId, way, effectiveAt }, now),
  });
  if (effectiveAt <= now) {
    const writes = recoveryWrites(kept, { way, passwordHash }, moment);
    return { kind: 'writes', writes: [requested(undefined), ...writes], effectiveAt: now };
  }
  const change: PendingChange = {
    id: newId('chg'),
    accountId: account.id,
    kind: 'recovery',
    value: { way, passwordHash },
    state: 'waiting',
    requestedAt: now,
    effectiveAt,
    settledAt: undefined,
  };
  const writes: readonly RegisterWrite[] = [
    // Nobody's contacts change under a recovery that waits: its notices go to who was reached when it was asked for.
    ...kept.changes.flatMap((waiting) => [
      ...callOff([waiting], 'recovery', moment),
      ...toldCalledOff(kept, waiting, moment),
    ]),
    { kind: 'change_requested', change, cancelCode: alarm?.code ?? change.id },
    ...told('recovery_requested', { effectiveAt }, kept, moment),
    requested(change.id),
  ];
  return { kind: 'writes', writes, effectiveAt };
}

const isAmong = (all: readonly Contact[], { channel, destination }: Contact) =>
  all.some((each) => each.channel === channel && each.destination === destination);

/**
 * A recovery takes effect: everything the old means opened is shut, and for a while nothing above level 1 is reached.
 * Whoever writes this also ends sessions and grants, before and after. Pure.
 */
export function recoveryWrites(
  kept: KeptAccount,
  { way, passwordHash }: Omit<RecoveryRequest, 'codeWentTo'>,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { account: seen, locks, changes } = kept;
  const { now, event } = moment;
  const coolDownUntil = Math.max(
    seen.coolDownUntil ?? 0,
    now + ruleInForce(RECOVERY_COOL_DOWN_MS, dateInVietNam(now)),
  );
  const lifted = locks.filter((lock) => liftedByRecovery(lock, now));
  return [
    { kind: 'account_changed', seen, account: { ...seen, coolDownUntil } },
    { kind: 'passkey_removed', accountId: seen.id, passkeyId: 'all', at: now },
    { kind: 'signed_out', accountId: seen.id, at: now },
    ...(passwordHash === undefined
      ? []
      : [{ kind: 'password_set', accountId: seen.id, hash: passwordHash, only: 'any' } as const]),
    ...lifted.flatMap(({ id: lockId }) => {
      const requester = way === 'guardian' ? 'guardian' : 'holder';
      const request = { lockId, requester, reason: `recovery_${way}` } as const;
      const decision = decideLift(locks, request, { now, event });
      return decision.kind === 'lifts' ? decision.writes : [];
    }),
    // What a thief asked for does not survive it: no new contact, and no recovery from afar that waits for its day.
    ...callOff(changes, 'not_me', { now, event }),
    ...told(
      'recovery_done',
      { coolDownUntil, activates: passwordHash === undefined },
      kept,
      moment,
    ),
    {
      kind: 'audit',
      record: auditRecord('accountRecovered', event, { way, coolDownUntil }, now),
    },
  ];
}

const recoveryValueSchema = z.object({
  way: z.enum(['counter', 'guardian', 'proofing']),
  passwordHash: z
    .string()
    .optional()
    .transform((hash) => hash),
});

/** A recovery whose time has come. Pure. */
export function applyRecovery(
  kept: KeptAccount,
  change: PendingChange,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { way, passwordHash } = recoveryValueSchema.parse(change.value);
  return [
    { kind: 'change_settled', id: change.id, state: 'applied', at: moment.now },
    ...recoveryWrites(kept, { way, passwordHash }, moment),
  ];
}
