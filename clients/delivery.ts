import type { AccountId, DeliveryId } from '../ids.ts';

/**
 * What is told a relying party at an address of its own, outside anybody's request; and `notice`: what a person is told by
 * text message or mail (`enrolment/notices/`), under the client id of SenID itself.
 */
export type DeliveryKind = 'backchannel-logout' | 'ciba-ping' | 'notice';

/** `dead`: given up, until somebody says `retry`. */
export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** How the last attempt went: what the relying party answered, or that it did not. */
export interface DeliveryAttempt {
  /** Epoch ms. */
  readonly at: number;
  readonly status: number | undefined;
  /** A short word: of ours, or the `error` the relying party answered with. */
  readonly error: string | undefined;
}

export interface Delivery {
  readonly id: DeliveryId;
  readonly kind: DeliveryKind;
  readonly clientId: string;
  readonly accountId: AccountId | undefined;
  readonly uri: string;
  /** Plain JSON, sealed at rest: what the sender of this kind needs. */
  readonly payload: unknown;
  readonly state: DeliveryState;
  /** Times it was sent. */
  readonly attempts: number;
  readonly lastAttempt: DeliveryAttempt | undefined;
  /** All epoch ms. While somebody sends it, `dueAt` is when somebody else may. */
  readonly createdAt: number;
  readonly dueAt: number;
  readonly expiresAt: number;
}

/** A delivery somebody holds: settled under the same claim, or free for others from its `dueAt` on. */
export interface ClaimedDelivery extends Delivery {
  readonly claim: string;
}

export type Settlement = Pick<Delivery, 'state' | 'attempts' | 'lastAttempt' | 'dueAt'>;

export interface Backlog {
  readonly waiting: number;
  readonly dead: number;
  /** Of those that wait: when the first was handed in, and when the first was or is due. Epoch ms. */
  readonly oldestAt: number | undefined;
  readonly firstDueAt: number | undefined;
}

/** Durable: what was inserted is there after a crash. Each method is one atomic step, also between processes. */
export interface DeliveryStore {
  /** False, and nothing is inserted, when one with the same `onceKey` is there. */
  insert(delivery: Delivery, onceKey?: string): Promise<boolean>;
  /**
   * Up to `limit` waiting ones whose `dueAt` has come, longest due first; each goes to one of all parallel callers,
   * under `claim`, and comes up again at `until` unless it was settled.
   */
  claimDue(options: {
    readonly now: number;
    readonly until: number;
    readonly claim: string;
    readonly limit: number;
  }): Promise<readonly ClaimedDelivery[]>;
  /** False, and nothing changes, when it is held under another claim by now. */
  settle(delivery: ClaimedDelivery, settlement: Settlement): Promise<boolean>;
  /** A dead one waits again, as if it had just been handed in; false when it was not dead. */
  revive(
    id: DeliveryId,
    times: { readonly dueAt: number; readonly expiresAt: number },
  ): Promise<boolean>;
  /** Newest first. */
  list(filter: {
    readonly clientId?: string;
    readonly state?: DeliveryState;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  backlog(): Promise<Backlog>;
  /** Forgets those that wait no more and were handed in before; returns how many. */
  forget(state: 'delivered' | 'dead', before: number): Promise<number>;
}
