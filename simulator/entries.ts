import { z } from 'zod';

import { changeSchema, organisationChangeSchema, type Change } from './changes.ts';

export const REGISTERS = ['population', 'immigration', 'civil_status', 'organisations'] as const;
export type Register = (typeof REGISTERS)[number];

export interface ToldEvent {
  readonly position: string;
  readonly at: number;
  readonly number: string;
  readonly change: Change['change'];
}

const matchSchema = z.object({
  type: z.literal('match'),
  requestId: z.string(),
  /** A match or a handing over. */
  what: z.enum(['match', 'enrol']),
  number: z.string(),
  outcome: z.enum(['match', 'no_match', 'poor_sample', 'enrolled', 'duplicate']),
  evidenceId: z.string(),
  at: z.number(),
});
export type MatchRecord = Omit<z.output<typeof matchSchema>, 'type'>;

const messageSchema = z.object({
  type: z.literal('message'),
  id: z.string(),
  channel: z.enum(['sms', 'mail']),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  at: z.number(),
});
export type SentMessage = Omit<z.output<typeof messageSchema>, 'type'>;

export const entrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('world'), seed: z.string(), day: z.string() }),
  z.object({ type: z.literal('change'), at: z.number(), number: z.string(), change: changeSchema }),
  z.object({
    type: z.literal('organisation'),
    at: z.number(),
    number: z.string(),
    change: organisationChangeSchema,
  }),
  matchSchema,
  messageSchema,
]);
export type Entry = z.output<typeof entrySchema>;
