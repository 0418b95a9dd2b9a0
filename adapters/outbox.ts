import type { Message, MessageSender } from '../accounts/messages.ts';
import type { Clock } from '../clock.ts';

export interface SentMessage extends Message {
  /** Epoch ms. */
  readonly sentAt: number;
}

/** The sandbox's end of all messages: they stay in this process and are shown at `/sandbox/outbox`. */
export interface Outbox extends MessageSender {
  /** Newest first. */
  list(): readonly SentMessage[];
}

/** Keeps the newest `capacity` messages. */
export function createOutbox({
  clock,
  capacity = 100,
}: {
  readonly clock: Clock;
  readonly capacity?: number;
}): Outbox {
  let messages: readonly SentMessage[] = [];
  return {
    async send(message) {
      messages = [{ ...message, sentAt: clock() }, ...messages].slice(0, capacity);
    },
    list: () => messages,
  };
}
