import type { Clock } from '../clock.ts';
import { newId, type AccountId, type DeliveryId } from '../ids.ts';
import type { DeliveryKind, DeliveryStore } from './delivery.ts';

export const DELIVERY_LIFETIME_SECONDS = 24 * 60 * 60;

export interface NewDelivery {
  readonly kind: DeliveryKind;
  readonly clientId: string;
  /** Where it goes, as registered now. */
  readonly uri: string;
  /** Whom it is about; for the audit. */
  readonly accountId?: AccountId | undefined;
  /** Plain JSON for the sender of this kind (`provider/delivery-loop.ts`); sealed at rest. */
  readonly payload: unknown;
  /** Of several with the same one only the first is delivered. */
  readonly onceKey?: string;
  /** After so long it is given up; a day when absent. */
  readonly lifetimeSeconds?: number;
}

/** The way in: whoever has something to tell a relying party hands it in here, and need not wait for it to arrive. */
export interface Deliveries {
  /** Resolves when it is stored durably; undefined when one with the same `onceKey` is there already. */
  enqueue(delivery: NewDelivery): Promise<DeliveryId | undefined>;
}

/** `onEnqueued`: whoever delivers in this process need not wait for its next look. */
export function createDeliveries(
  store: DeliveryStore,
  clock: Clock,
  onEnqueued: () => void = () => {},
): Deliveries {
  return {
    async enqueue({ kind, clientId, uri, accountId, payload, onceKey, lifetimeSeconds }) {
      const now = clock();
      const id = newId('dlv');
      const lifetimeMs = (lifetimeSeconds ?? DELIVERY_LIFETIME_SECONDS) * 1000;
      const inserted = await store.insert(
        {
          id,
          kind,
          clientId,
          accountId,
          uri,
          payload,
          state: 'waiting',
          attempts: 0,
          lastAttempt: undefined,
          createdAt: now,
          dueAt: now,
          expiresAt: now + lifetimeMs,
        },
        onceKey === undefined ? undefined : `${kind} ${clientId} ${onceKey}`,
      );
      if (!inserted) return undefined;
      onEnqueued();
      return id;
    },
  };
}
