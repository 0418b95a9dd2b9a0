import { z } from 'zod';

import type { MessageSender } from '../../accounts/messages.ts';
import type { Delivery } from '../../clients/delivery.ts';
import type { SendOutcome } from '../../clients/delivery-policy.ts';

/** As one delivery of a notice holds it, sealed at rest. */
const payloadSchema = z.object({
  channel: z.enum(['sms', 'email']),
  destination: z.string().min(1),
  subject: z.string().optional(),
  text: z.string().min(1),
});
export type NoticePayload = Readonly<z.infer<typeof payloadSchema>>;

/** A gateway that is down is asked again after so long, until the notice has lost its worth. Spread by up to a half. */
const AGAIN_AFTER_MS = 120_000;

/** Hands notices to the gateways. A gateway that does not take one now is nobody's attempt: it is asked again later. */
export function createNoticeSender(
  messages: MessageSender,
): (delivery: Delivery) => Promise<SendOutcome> {
  return async ({ id, payload }) => {
    const parsed = payloadSchema.safeParse(payload);
    if (!parsed.success) return { kind: 'refused', status: undefined, error: 'malformed' };
    const { channel, destination, subject, text } = parsed.data;
    try {
      await messages.send({ channel, destination, subject, text, id });
    } catch {
      const afterMs = Math.round(AGAIN_AFTER_MS * (0.5 + Math.random()));
      return { kind: 'postponed', afterMs, error: 'gateway_unavailable' };
    }
    return { kind: 'delivered', status: undefined };
  };
}
