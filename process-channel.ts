import { z } from 'zod';

/** The end of a channel between two processes of ours: `process` in a child, the child in its parent. */
export interface ChannelEnd {
  /** Calls back with an error when the other side is gone. */
  send(message: object, sent: (error: Error | null) => void): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

export type Answers = Readonly<Record<string, (given: unknown) => unknown>>;

export interface Channel {
  /** Rejects when the other side does not answer within `patienceMs`, or cannot. */
  ask(question: string, given: unknown, patienceMs: number): Promise<unknown>;
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    id: z.number(),
    question: z.string(),
    given: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('answer'), id: z.number(), value: z.unknown().optional() }),
  z.object({ kind: z.literal('failed'), id: z.number() }),
]);

/** Questions and answers in both directions; what is not one of ours is not looked at. */
export function openChannel(end: ChannelEnd, answers: Answers): Channel {
  const send = (message: object) => end.send(message, () => {});
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;

  const answer = async (id: number, question: string, given: unknown) => {
    try {
      send({ kind: 'answer', id, value: await answers[question]?.(given) });
    } catch {
      send({ kind: 'failed', id });
    }
  };

  end.on('message', (raw) => {
    const { data: message } = messageSchema.safeParse(raw);
    switch (message?.kind) {
      case undefined:
        return;
      case 'ask':
        void answer(message.id, message.question, message.given);
        return;
      case 'answer':
        waiting.get(message.id)?.resolve(message.value);
        return;
      case 'failed':
        waiting.get(message.id)?.reject(new Error('the other process could not answer'));
        return;
      default:
        return message satisfies never;
    }
  });

  return {
    async ask(question, given, patienceMs) {
      const id = (asked += 1);
      const answered = Promise.withResolvers<unknown>();
      waiting.set(id, answered);
      const timer = setTimeout(
        () => answered.reject(new Error(`no answer to ${question}`)),
        patienceMs,
      );
      try {
        send({ kind: 'ask', id, question, given });
        return await answered.promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
  };
}
