import { auditRecord } from '../../audit/events.ts';
import type { PasskeyId } from '../../ids.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { callOff, ownLockWrites } from './own-lock.ts';
import { told } from './telling.ts';

/** What happened when somebody said that it was not them. */
export interface Secured {
  readonly writes: readonly RegisterWrite[];
  /** The code is of before the account was activated anew: whoever has it has no say over it any more. */
  readonly tooOld: boolean;
  readonly passkeysRemoved: readonly PasskeyId[];
  readonly changesCancelled: number;
}

/**
 * Secures an account: it is locked, what waits is called off, passkeys added since the event are removed. Sessions and
 * grants end with the lock. Said twice, it locks once. Pure.
 */
export function secureAccount(
  kept: KeptAccount,
  { since, by }: { readonly since: number; readonly by: 'code' | 'session' },
  moment: KeepingMoment,
): Secured {
  const { account, passkeys, locks, changes } = kept;
  const { now, event } = moment;
  const nothing = { writes: [], tooOld: false, passkeysRemoved: [], changesCancelled: 0 };
  if (by === 'code' && isOfBefore(account, since)) return { ...nothing, tooOld: true };
  const removed = passkeys.filter(({ createdAt }) => createdAt >= since).map(({ id }) => id);
  const isSecured = locks.some(
    ({ ground, details }) => ground === 'own_request' && details?.reason === 'not_me',
  );
  if (isSecured && removed.length === 0 && changes.length === 0) {
    return nothing;
  }
  const counts = { passkeysRemoved: removed.length, changesCancelled: changes.length };
  const ended = isSecured
    ? callOff(changes, 'not_me', moment)
    : ownLockWrites(kept, 'not_me', moment);
  const writes: readonly RegisterWrite[] = [
    // As it was seen, so that no passkey is added in the very moment and left standing.
    { kind: 'account_changed', seen: account, account },
    ...ended,
    ...removed.flatMap((passkeyId): readonly RegisterWrite[] => [
      { kind: 'passkey_removed', accountId: account.id, passkeyId, at: now },
      { kind: 'audit', record: auditRecord('passkeyRemoved', event, { passkeyId }, now) },
    ]),
    ...told('account_secured', {}, kept, { now, alarm: undefined }),
    { kind: 'audit', record: auditRecord('accountSecured', event, { by, ...counts }, now) },
  ];
  return { writes, tooOld: false, passkeysRemoved: removed, changesCancelled: changes.length };
}

/** A counter gave it back in person since then: codes that a thief was sent meanwhile shut nobody out. */
function isOfBefore({ activatedAt }: KeptAccount['account'], since: number): boolean {
  return activatedAt === undefined || since < activatedAt;
}

/** What waits is called off by its holder, and nothing else happens. Pure. */
export function cancelChange(
  kept: KeptAccount,
  changeId: string,
  moment: KeepingMoment,
): readonly RegisterWrite[] | undefined {
  const change = kept.changes.find(({ id }) => id === changeId);
  if (change === undefined) return undefined;
  const writes = callOff([change], 'holder', moment);
  return [...writes, ...toldCalledOff(kept, change, moment)];
}

/** Nothing that was asked for from afar takes effect over who was seen at a counter since. Pure. */
export function endedInPerson(
  whose: Pick<KeptAccount, 'account' | 'guardian' | 'changes'>,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  return whose.changes.flatMap((change) => [
    ...callOff([change], 'in_person', moment),
    ...toldCalledOff(whose, change, moment),
  ]);
}

export function toldCalledOff(
  kept: Pick<KeptAccount, 'account' | 'guardian'>,
  { kind }: PendingChange,
  { now }: KeepingMoment,
): readonly RegisterWrite[] {
  const moment = { now, alarm: undefined };
  return kind === 'recovery'
    ? told('recovery_cancelled', {}, kept, moment)
    : told('contact_change_cancelled', { changed: kind }, kept, moment);
}

/** Everything ends and nothing is locked. Pure. */
export function signedOutEverywhere(
  kept: KeptAccount,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { now, event } = moment;
  const record = auditRecord('signedOutEverywhere', event, { reason: 'person' }, now);
  return [
    { kind: 'signed_out', accountId: kept.account.id, at: now },
    ...told('signed_out_everywhere', {}, kept, moment),
    { kind: 'audit', record },
  ];
}
