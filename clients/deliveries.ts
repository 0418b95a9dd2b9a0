import type { Clock } from '../clock.ts';
import { newId, type AccountId, type DeliveryId } from '../ids.ts';
import type { Delivery, DeliveryKind, DeliveryStore } from './delivery.ts';

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

/** As it is stored: also for who writes it together with what it tells of. */
export function newDelivery(
  { kind, clientId, uri, accountId, payload, onceKey, lifetimeSeconds }: NewDelivery,
  now: number,
): { readonly delivery: Delivery; readonly onceKey: string | undefined } {
  const lifetimeMs = (lifetimeSeconds ?? DELIVERY_LIFETIME_SECONDS) * 1000;
  const delivery: Delivery = {
    id: newId('dlv'),
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
  };
  return {
    delivery,
    onceKey: onceKey === undefined ? undefined : `${kind} ${clientId} ${onceKey}`,
  };
}

/** `onEnqueued`: whoever delivers in this process need not wait for its next look. */
export function createDeliveries(
  store: DeliveryStore,
  clock: Clock,
  onEnqueued: () => void = () => {},
): Deliveries {
  return {
    async enqueue(handedIn) {
      const { delivery, onceKey } = newDelivery(handedIn, clock());
      if (!(await store.insert(delivery, onceKey))) return undefined;
      onEnqueued();
      return delivery.id;
    },
  };
}
