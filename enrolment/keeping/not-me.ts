import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord } from '../../audit/events.ts';
import type { PasskeyId } from '../../ids.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { callOff, ownLockWrites } from './own-lock.ts';
import { channelsOf } from './telling.ts';

/** What happened when somebody said that it was not them. */
export interface Secured {
  readonly writes: readonly RegisterWrite[];
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
  const { account, guardian, passkeys, locks, changes } = kept;
  const { now, event, tell } = moment;
  const removed = passkeys.filter(({ createdAt }) => createdAt >= since).map(({ id }) => id);
  const isSecured = locks.some(
    ({ ground, details }) => ground === 'own_request' && details?.reason === 'not_me',
  );
  if (isSecured && removed.length === 0 && changes.length === 0) {
    return { writes: [], passkeysRemoved: [], changesCancelled: 0 };
  }
  const to = channelsOf(account, guardian, dateInVietNam(now));
  const counts = { passkeysRemoved: removed.length, changesCancelled: changes.length };
  const ended = isSecured
    ? callOff(changes, 'not_me', moment)
    : ownLockWrites(kept, 'not_me', moment);
  const told = { kind: 'account_secured', account, parameters: counts, to } as const;
  const writes: readonly RegisterWrite[] = [
    ...ended,
    ...removed.flatMap((passkeyId): readonly RegisterWrite[] => [
      { kind: 'passkey_removed', accountId: account.id, passkeyId, at: now },
      { kind: 'audit', record: auditRecord('passkeyRemoved', event, { passkeyId }, now) },
    ]),
    ...tell({ ...told, alarmCode: undefined }, now),
    { kind: 'audit', record: auditRecord('accountSecured', event, { by, ...counts }, now) },
  ];
  return { writes, passkeysRemoved: removed, changesCancelled: changes.length };
}

/** What waits is called off by its holder, and nothing else happens. Pure. */
export function cancelChange(
  { account, guardian, changes }: KeptAccount,
  changeId: string,
  moment: KeepingMoment,
): readonly RegisterWrite[] | undefined {
  const change = changes.find(({ id }) => id === changeId);
  if (change === undefined) return undefined;
  const { now, tell } = moment;
  const { kind } = change;
  const to = channelsOf(account, guardian, dateInVietNam(now));
  const notice = kind === 'recovery' ? 'recovery_cancelled' : 'contact_change_cancelled';
  const told = { kind: notice, account, parameters: { channel: kind }, to } as const;
  return [...callOff([change], 'holder', moment), ...tell({ ...told, alarmCode: undefined }, now)];
}
