/** Short-lived records of our own: all of them may be lost, at the price of a new login. */
export type EphemeralKind =
  | 'challenge'
  | 'one-time-code'
  | 'journey'
  | 'posted-request'
  | 'ledger'
  | 'approval'
  | 'throttle'
  | 'outbox'
  | 'invitation'
  | 'enrolment'
  | 'portal-login'
  | 'portal-session'
  | 'alarm';

export interface Versioned {
  readonly value: unknown;
  /** Grows with every write of the key. */
  readonly version: number;
}

/**
 * Values are plain JSON, sealed at rest; keys are hashed. Nothing is visible after its expiry, every record has one.
 * Each method is one atomic step on every engine, also between processes.
 */
export interface EphemeralStore {
  put(kind: EphemeralKind, key: string, value: unknown, ttlSeconds: number): Promise<void>;
  get(kind: EphemeralKind, key: string): Promise<Versioned | undefined>;
  /** Writes only while the stored version is `expectedVersion` (0: nothing stored); false when it lost. */
  compareAndPut(
    kind: EphemeralKind,
    key: string,
    value: unknown,
    expectedVersion: number,
    ttlSeconds: number,
  ): Promise<boolean>;
  /** Removes and returns: of any number of parallel callers exactly one gets the value. */
  take(kind: EphemeralKind, key: string): Promise<unknown>;
  remove(kind: EphemeralKind, key: string): Promise<void>;
  /** Counts an event in a fixed window that starts with the first one. `resetsAt` is epoch ms. */
  increment(
    kind: EphemeralKind,
    key: string,
    windowSeconds: number,
  ): Promise<{ count: number; resetsAt: number }>;
  /** Takes one counted event back, within its window; never below zero. */
  decrement(kind: EphemeralKind, key: string): Promise<void>;
}
