import type { AccountId, PendingChangeId } from '../ids.ts';

export type PendingChangeKind = 'phone' | 'email' | 'recovery';

/** Asked for, told on every channel, and in force after a while unless somebody calls it off with the code that was sent. */
export interface PendingChange {
  readonly id: PendingChangeId;
  readonly accountId: AccountId;
  readonly kind: PendingChangeKind;
  /** Plain JSON, sealed at rest: the new number or address, the way of a recovery. */
  readonly value: unknown;
  readonly state: 'waiting' | 'applied' | 'cancelled';
  readonly requestedAt: number;
  readonly effectiveAt: number;
  readonly settledAt: number | undefined;
}

export interface PendingChangeStore {
  find(id: PendingChangeId): Promise<PendingChange | undefined>;
  /** By the code that calls it off; the store keeps its keyed hash only. */
  findByCancelCode(code: string): Promise<PendingChange | undefined>;
  waitingOf(accountId: AccountId): Promise<readonly PendingChange[]>;
  /** Waiting ones whose time has come, oldest first. */
  due(now: number, limit: number): Promise<readonly PendingChange[]>;
}
