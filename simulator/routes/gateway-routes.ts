import type { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';

import type { SentMessage } from '../entries.ts';
import type { Faults, Trouble } from '../faults.ts';
import type { Records } from '../records.ts';
import { answerTo, type Answer } from './answering.ts';
import { BadRequest } from './read-json.ts';

const smsSchema = z.strictObject({
  id: z.string().min(1).max(200),
  to: z.string().regex(/^\+\d{8,15}$/),
  text: z.string().min(1).max(2_000),
});
const mailSchema = z.strictObject({
  id: z.string().min(1).max(200),
  to: z.string().regex(/^[^\s@]+@[^\s@]+$/),
  subject: z.string().min(1).max(200),
  text: z.string().min(1).max(20_000),
});

/** How a phone number ends, or a mail address begins. */
const MAGIC = {
  refused: { phone: '901', mail: 'refused' },
  slow: { phone: '902', mail: 'slow' },
  down: { phone: '903', mail: 'down' },
  lost_answer: { phone: '911', mail: 'lost' },
} as const;

export interface Gateways {
  readonly records: Records;
  readonly faults: Faults;
  readonly clock: () => number;
  /** What senders must show; anybody may send when there is none. */
  readonly token: string | undefined;
}

export function addGateways(router: Router, gateways: Gateways): void {
  const { records, faults } = gateways;
  const numberOf = ({ to }: { readonly to: string }) => to;
  router.post('/sms/messages', async (ctx) => {
    requireToken(ctx, gateways);
    await answerTo(ctx, faults, {
      system: 'sms',
      schema: smsSchema,
      numberOf,
      trouble: ({ id, to }) => troubleWith(records, 'sms', id, to),
      answer: (message) => taken(gateways, { ...message, channel: 'sms' }),
    });
  });
  router.post('/mail/messages', async (ctx) => {
    requireToken(ctx, gateways);
    await answerTo(ctx, faults, {
      system: 'mail',
      schema: mailSchema,
      numberOf,
      trouble: ({ id, to }) => troubleWith(records, 'mail', id, to),
      answer: (message) => taken(gateways, { ...message, channel: 'mail' }),
    });
  });
  /** Newest first. */
  router.get('/messages', (ctx) => {
    ctx.body = { messages: records.messages().toReversed() };
  });
}

function requireToken(ctx: Context, { token }: Gateways): void {
  if (token === undefined || ctx.get('authorization') === `Bearer ${token}`) return;
  throw new BadRequest('wrong or no token', 401);
}

/** One message for one id; the same id for something else is a mistake. */
function taken({ records, clock }: Gateways, message: Omit<SentMessage, 'at'>): Answer {
  const { channel, id, to, text } = message;
  if (isMagic('refused', to)) return { status: 422, body: { error: 'not_deliverable' } };
  const before = records.findMessage(channel, id);
  if (before !== undefined && (before.to !== to || before.text !== text)) {
    return { status: 409, body: { error: 'id_used' } };
  }
  if (before === undefined) records.addMessage({ ...message, at: clock() });
  return { status: 202, body: { result: 'accepted', id } };
}

function troubleWith(
  records: Records,
  channel: SentMessage['channel'],
  id: string,
  to: string,
): Trouble | undefined {
  if (isMagic('slow', to)) return { kind: 'slow', delayMs: 15_000 };
  if (isMagic('down', to)) return { kind: 'down', delayMs: 0 };
  const first = records.findMessage(channel, id) === undefined;
  return isMagic('lost_answer', to) && first ? { kind: 'lost_answer', delayMs: 0 } : undefined;
}

function isMagic(what: keyof typeof MAGIC, to: string): boolean {
  const { phone, mail } = MAGIC[what];
  return to.includes('@') ? to.startsWith(`${mail}@`) : to.endsWith(`0000${phone}`);
}
