import type { Lock, LockDetails } from '../../accounts/account.ts';
import type { LockId } from '../../ids.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { Row } from './register-database.ts';

export function lockToRow(lock: Lock, sealer: Sealer): Row<'account_locks'> {
  const { id, details } = lock;
  return {
    id,
    account_id: lock.accountId,
    ground: lock.ground,
    locked_at: lock.lockedAt,
    lifted_at: lock.liftedAt ?? null,
    requester: lock.requester ?? null,
    case_id: lock.caseId ?? null,
    sealed_details: details === undefined ? null : sealLockDetails(id, details, sealer),
  };
}

export function sealLockDetails(id: LockId, details: LockDetails, sealer: Sealer): string {
  return sealer.seal(JSON.stringify(details), detailsPlace(id));
}

export function lockFromRow(row: Row<'account_locks'>, sealer: Sealer): Lock {
  const { sealed_details: sealed } = row;
  const details =
    sealed === null ? undefined : parseJson<LockDetails>(sealer.open(sealed, detailsPlace(row.id)));
  return {
    id: row.id,
    accountId: row.account_id,
    ground: row.ground,
    lockedAt: row.locked_at,
    liftedAt: row.lifted_at ?? undefined,
    requester: row.requester ?? undefined,
    caseId: row.case_id ?? undefined,
    details,
  };
}

function detailsPlace(id: LockId): string {
  return `account_locks/sealed_details/${id}`;
}
