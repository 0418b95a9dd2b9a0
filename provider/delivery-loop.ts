import type { Audit } from '../audit/events.ts';
import type {
  ClaimedDelivery,
  Delivery,
  DeliveryKind,
  DeliveryStore,
} from '../clients/delivery.ts';
import { settlementOf, type SendOutcome } from '../clients/delivery-policy.ts';
import type { Clock } from '../clock.ts';
import { randomText } from '../ids.ts';
import { describeError, type Log } from '../log.ts';

const LONGEST_PAUSE_MS = 1_250;
const SHORTEST_PAUSE_MS = 750;
const MOST_AT_ONCE = 16;
/** Longer than an attempt takes, its signature included: only who has crashed loses a claim. */
const CLAIM_MS = 30_000;
/** When it is looked at again though nothing was sent: no sender, or no signature to be had. */
const POSTPONED_MS = 5_000;
const CLEAN_EVERY_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a relying party can read what became of a delivery. */
const KEPT_DAYS = { delivered: 7, dead: 30 } as const;

/** One attempt at one delivery. May reject: it is then postponed, as if it had not been made. */
export type DeliverySender = (delivery: Delivery) => Promise<SendOutcome>;
export type DeliverySenders = Readonly<Partial<Record<DeliveryKind, DeliverySender>>>;

export interface DeliveryLoopOptions {
  readonly store: DeliveryStore;
  readonly senders: DeliverySenders;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly onAttempt?: (kind: DeliveryKind, outcome: SendOutcome['kind']) => void;
}

export interface DeliveryLoop {
  /** Something was handed in: looks now. */
  nudge(): void;
  /** Claims nothing more; resolves when what is being sent is settled. Twice is fine. */
  stop(): Promise<void>;
}

/**
 * Delivers, in every process that serves: looks about once a second at what is due, claims some of it and sends that.
 * What a process that was killed had claimed comes up again, so a relying party may see the same thing twice.
 */
export function startDeliveryLoop(options: DeliveryLoopOptions): DeliveryLoop {
  const { store, clock, log } = options;
  const underWay = new Set<Promise<void>>();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let stopped = false;
  let failing = false;
  let cleanedAt = clock();
  let timer: NodeJS.Timeout | undefined;

  const claim = async () => {
    const limit = MOST_AT_ONCE - underWay.size;
    if (limit <= 0) return;
    const now = clock();
    const claimed = await store.claimDue({
      now,
      until: now + CLAIM_MS,
      claim: randomText(12),
      limit,
    });
    for (const delivery of claimed) {
      const sending = deliver(delivery, options).finally(() => {
        underWay.delete(sending);
        if (claimed.length === limit) look();
      });
      underWay.add(sending);
    }
    if (now - cleanedAt < CLEAN_EVERY_MS) return;
    cleanedAt = now;
    for (const state of ['delivered', 'dead'] as const) {
      await store.forget(state, now - KEPT_DAYS[state] * DAY_MS);
    }
  };

  const look = () => {
    if (stopped) return;
    if (looking !== undefined) {
      lookAgain = true;
      return;
    }
    clearTimeout(timer);
    lookAgain = false;
    looking = claim().then(
      () => ended(false),
      (error: unknown) => {
        if (!failing) log.warn('deliveries.not_read', describeError(error));
        ended(true);
      },
    );
  };
  const ended = (failed: boolean) => {
    failing = failed;
    looking = undefined;
    if (stopped) return;
    if (lookAgain && !failed) look();
    else timer = setTimeout(look, pause()).unref();
  };

  look();
  return {
    nudge: look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay);
    },
  };
}

/** Never rejects. */
async function deliver(delivery: ClaimedDelivery, options: DeliveryLoopOptions): Promise<void> {
  const { store, audit, clock, log, onAttempt } = options;
  const { id, kind, clientId, accountId } = delivery;
  try {
    const outcome = await attempt(delivery, options);
    onAttempt?.(kind, outcome.kind);
    const settlement = settlementOf(delivery, outcome, { now: clock(), random: Math.random() });
    const { state, attempts, lastAttempt } = settlement;
    if (state !== 'waiting') {
      // Before it is settled: a crash in between tells it twice, the other way round never.
      const { status, error } = lastAttempt ?? {};
      await audit.deliveryEnded(
        { clientId, accountId },
        { deliveryId: id, kind, outcome: state, attempts, status, error },
      );
    }
    if (outcome.kind !== 'delivered') {
      log.info(state === 'dead' ? 'delivery.dead' : 'delivery.not_made', {
        clientId,
        code: outcome.error,
        status: 'status' in outcome ? outcome.status : undefined,
        count: attempts,
      });
    }
    await store.settle(delivery, settlement);
  } catch (error) {
    // Its claim runs out, and it comes up again.
    log.warn('delivery.not_settled', { clientId, ...describeError(error) });
  }
}

async function attempt(
  delivery: Delivery,
  { senders, log }: DeliveryLoopOptions,
): Promise<SendOutcome> {
  const send = senders[delivery.kind];
  const postponed = (error: string) =>
    ({ kind: 'postponed', afterMs: POSTPONED_MS, error }) as const;
  if (send === undefined) return postponed('no_sender');
  try {
    return await send(delivery);
  } catch (error) {
    log.warn('delivery.not_sent', { clientId: delivery.clientId, ...describeError(error) });
    return postponed('not_sent');
  }
}

/** Nodes that were started together do not go on asking together. */
function pause(): number {
  return SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
}
