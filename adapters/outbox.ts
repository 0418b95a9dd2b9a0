import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import type { Message, MessageSender } from '../accounts/messages.ts';
import type { Clock } from '../clock.ts';

export interface SentMessage extends Message {
  /** Epoch ms. */
  readonly sentAt: number;
}

/** The sandbox's end of all messages: shown at `/sandbox/outbox`, the same on every node. */
export interface Outbox extends MessageSender {
  /** Newest first. */
  list(): Promise<readonly SentMessage[]>;
}

const DAY_SECONDS = 86_400;
const COUNTER = 'count';

/** Keeps the newest `capacity` messages for a day, each in a slot of its own: senders never wait for each other. */
export function createOutbox({
  store,
  clock,
  capacity = 100,
}: {
  readonly store: EphemeralStore;
  readonly clock: Clock;
  readonly capacity?: number;
}): Outbox {
  return {
    async send(message) {
      const { count } = await store.increment('outbox', COUNTER, DAY_SECONDS);
      const sent: SentMessage & { number: number } = { ...message, sentAt: clock(), number: count };
      await store.put('outbox', `slot ${count % capacity}`, sent, DAY_SECONDS);
    },
    async list() {
      const slots = Array.from({ length: capacity }, (_, slot) => `slot ${slot}`);
      const found = await Promise.all(slots.map((slot) => store.get('outbox', slot)));
      return found
        .filter((slot) => slot !== undefined)
        .map(({ value }) => value as SentMessage & { readonly number: number })
        .toSorted((a, b) => b.sentAt - a.sentAt || b.number - a.number)
        .filter(({ id }, index, all) => isFirst(id, all.slice(index + 1)));
    },
  };
}

/** What was handed over again under the same id was sent by its first handing over. */
function isFirst(id: string | undefined, earlier: readonly SentMessage[]): boolean {
  return id === undefined || !earlier.some((each) => each.id === id);
}
