import { z } from 'zod';

import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { randomText, type AccountId, type AuthenticationEventId } from '../../ids.ts';
import type { Draft, Portal } from './portal.ts';

export const draftSchema = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
}) satisfies z.ZodType<Draft>;

const recordSchema = z.object({
  accountId: z.custom<AccountId>((value) => typeof value === 'string'),
  /** Of the browser's session at the provider. */
  browserSession: z.string(),
  evidenceId: z.custom<AuthenticationEventId>((value) => typeof value === 'string'),
  signedInAt: z.number(),
  endsAt: z.number(),
  seenAt: z.number(),
  draft: draftSchema.optional().transform((draft) => draft),
});

/** What is kept of a session, sealed, under its hashed id. */
export type SessionRecord = Readonly<z.infer<typeof recordSchema>>;

export interface FoundSession {
  readonly id: string;
  readonly record: SessionRecord;
  readonly version: number;
}

export interface SessionRecords {
  /** A new one each time: an id that was there before signing in is worth nothing after it. */
  begin(record: SessionRecord): Promise<string>;
  find(id: string | undefined): Promise<FoundSession | undefined>;
  /** False when another request of the session was quicker; then what it wrote stands. */
  update(found: FoundSession, record: SessionRecord): Promise<boolean>;
  end(id: string): Promise<void>;
}

const KIND = 'portal-session';

export function createSessionRecords(
  store: EphemeralStore,
  { name }: Pick<Portal, 'name'>,
): SessionRecords {
  const keyOf = (id: string) => `${name} ${id}`;
  // Also while it is unused: whoever comes back too late finds what they were typing.
  const ttlOf = ({ endsAt, seenAt }: SessionRecord) =>
    Math.max(1, Math.ceil((endsAt - seenAt) / 1000));
  return {
    async begin(record) {
      const id = randomText(32);
      await store.put(KIND, keyOf(id), record, ttlOf(record));
      return id;
    },
    async find(id) {
      if (id === undefined || !/^[\w-]{43}$/.test(id)) return undefined;
      const stored = await store.get(KIND, keyOf(id));
      if (stored === undefined) return undefined;
      return { id, record: recordSchema.parse(stored.value), version: stored.version };
    },
    update: ({ id, version }, record) =>
      store.compareAndPut(KIND, keyOf(id), record, version, ttlOf(record)),
    end: (id) => store.remove(KIND, keyOf(id)),
  };
}
