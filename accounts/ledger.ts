import { z } from 'zod';

import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../errors.ts';
import type { AccountId, OrganisationId, PasskeyId } from '../ids.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import type { Factor } from './factors.ts';

/** No factor counts for longer, however often the session is used: the absolute lifetime of a session. */
export const LEDGER_SECONDS = 12 * 60 * 60;
const MOST_FACTORS = 40;
const MOST_ATTEMPTS = 8;

/** What each browser session has proven, kept beside the library's session (design, section 2, rule 3). */
export interface Ledger {
  /** Empty when the session belongs to somebody else. */
  read(sessionUid: string, accountId: AccountId): Promise<readonly Factor[]>;
  /** Adds what is not there yet and returns the whole; a session that changed hands starts anew. */
  add(
    sessionUid: string,
    accountId: AccountId,
    factors: readonly Factor[],
  ): Promise<readonly Factor[]>;
  forget(sessionUid: string): Promise<void>;
}

const base = {
  at: z.number().int(),
  transaction: z.string(),
  audience: z.object({
    clientId: z.string(),
    organisationId: z.custom<OrganisationId>((value) => typeof value === 'string'),
    publicService: z.boolean(),
  }),
};
const factorSchema = z.discriminatedUnion('method', [
  z.object({ ...base, method: z.literal('pwd') }),
  z.object({ ...base, method: z.literal('otp'), channel: z.enum(['sms', 'email']) }),
  z.object({
    ...base,
    method: z.literal('passkey'),
    passkeyId: z.custom<PasskeyId>((value) => typeof value === 'string'),
    userVerified: z.literal(true),
    deviceBound: z.boolean(),
  }),
  z.object({ ...base, method: z.literal('biometric'), evidenceId: z.string() }),
]);
const ledgerSchema = z.object({
  accountId: z.custom<AccountId>((value) => typeof value === 'string'),
  factors: z.array(factorSchema),
});

/** Factors that went through a store; throws when they are not ours. */
export function parseFactors(value: unknown): readonly Factor[] {
  return z.array(factorSchema).parse(value);
}

export function createLedger(store: EphemeralStore, clock: Clock): Ledger {
  const load = async (sessionUid: string) => {
    const stored = await store.get('ledger', sessionUid);
    return {
      version: stored?.version ?? 0,
      content: stored === undefined ? undefined : ledgerSchema.parse(stored.value),
    };
  };

  const alive = (factors: readonly Factor[]) =>
    factors.filter(({ at }) => clock() - at < LEDGER_SECONDS * 1000);

  return {
    async read(sessionUid, accountId) {
      const { content } = await load(sessionUid);
      return content?.accountId === accountId ? alive(content.factors) : [];
    },

    async add(sessionUid, accountId, factors) {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const { version, content } = await load(sessionUid);
        const before = content?.accountId === accountId ? content.factors : [];
        const merged = alive(merge(before, factors)).slice(-MOST_FACTORS);
        const value = { accountId, factors: merged };
        if (await store.compareAndPut('ledger', sessionUid, value, version, LEDGER_SECONDS)) {
          return merged;
        }
      }
      throw new StoreUnavailable('the ledger of this session is being written too often');
    },

    async forget(sessionUid) {
      await store.remove('ledger', sessionUid);
    },
  };
}

function merge(before: readonly Factor[], added: readonly Factor[]): Factor[] {
  const known = new Set(before.map(keyOf));
  return [...before, ...added.filter((factor) => !known.has(keyOf(factor)))].toSorted(
    (a, b) => a.at - b.at,
  );
}

function keyOf({ method, at, transaction }: Factor): string {
  return `${method} ${at} ${transaction}`;
}
