import { z } from 'zod';

import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { parsePrincipal, type Principal } from '../accounts/principal.ts';
import type { Factor } from '../accounts/factors.ts';
import { parseFactors } from '../accounts/ledger.ts';
import { StoreUnavailable } from '../errors.ts';
import type { AccountId } from '../ids.ts';
import { LONGEST_INTERACTION_SECONDS } from '../provider/port.ts';

/** What one person has done so far in one interaction. It belongs to the interaction, never to the browser. */
export interface Journey {
  /** Who signed in in this journey; undefined while only the browser's session says who it is. */
  readonly accountId: AccountId | undefined;
  readonly factors: readonly Factor[];
  /** "Continue as …" was answered. */
  readonly confirmed: boolean;
  /** "Not you?" was answered: the browser's session counts for nothing here. */
  readonly switching: boolean;
  readonly addingPasskey: boolean;
  /** Agreed in this journey, which is what `prompt=consent` wants. */
  readonly consented: boolean;
  /** Said yes to what a relying party asked by itself (CIBA). */
  readonly approved: boolean;
  readonly code: CodeSent | undefined;
  /** For whom, as said in this journey: themself or a ward. Undefined: not said. */
  readonly principal: Principal | undefined;
  /** What a guardian agreed to and the child has still to: the ticks of the page. Nothing is on record yet. */
  readonly agreed: readonly string[] | undefined;
}

/** What came of sending the newest code. */
export type CodeSent =
  | {
      readonly kind: 'sent';
      readonly channel: 'sms' | 'email';
      readonly maskedDestination: string;
      /** It replaces one sent before. */
      readonly resent: boolean;
    }
  /** Too many were sent; `until` is epoch ms. */
  | { readonly kind: 'limited'; readonly until: number }
  | { readonly kind: 'no_destination' };

const codeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sent'),
    channel: z.enum(['sms', 'email']),
    maskedDestination: z.string(),
    resent: z.boolean(),
  }),
  z.object({ kind: z.literal('limited'), until: z.number() }),
  z.object({ kind: z.literal('no_destination') }),
]);

const journeySchema = z.object({
  accountId: z.custom<AccountId>((value) => typeof value === 'string').optional(),
  factors: z.unknown().transform(parseFactors),
  confirmed: z.boolean(),
  switching: z.boolean(),
  addingPasskey: z.boolean(),
  consented: z.boolean(),
  // Journeys under way when this was new have none.
  approved: z.boolean().default(false),
  code: codeSchema.optional(),
  principal: z.custom<Principal>((value) => parsePrincipal(value) !== undefined).optional(),
  agreed: z.array(z.string()).optional(),
});

const start: Journey = {
  accountId: undefined,
  factors: [],
  confirmed: false,
  switching: false,
  addingPasskey: false,
  consented: false,
  approved: false,
  code: undefined,
  principal: undefined,
  agreed: undefined,
};

const MOST_ATTEMPTS = 8;

export interface Journeys {
  read(uid: string): Promise<Journey>;
  /** `change` may run more than once: two tabs of one journey do not lose each other's steps. */
  update(uid: string, change: (journey: Journey) => Journey): Promise<Journey>;
  forget(uid: string): Promise<void>;
}

export function createJourneys(store: EphemeralStore): Journeys {
  const load = async (uid: string) => {
    const stored = await store.get('journey', uid);
    if (stored === undefined) return { version: 0, journey: start };
    const { accountId, code, principal, agreed, ...rest } = journeySchema.parse(stored.value);
    const journey = { ...rest, accountId, code, principal, agreed };
    return { version: stored.version, journey };
  };

  return {
    read: async (uid) => (await load(uid)).journey,

    async update(uid, change) {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const { version, journey } = await load(uid);
        const next = change(journey);
        const ttl = LONGEST_INTERACTION_SECONDS;
        if (await store.compareAndPut('journey', uid, next, version, ttl)) return next;
      }
      throw new StoreUnavailable('this journey is being written too often');
    },

    forget: (uid) => store.remove('journey', uid),
  };
}

/** A password is never enough by itself: a code follows each one, whatever level was asked for. */
export function awaitsCode({ factors }: Journey): boolean {
  const last = factors.findLastIndex(({ method }) => method === 'pwd');
  return last >= 0 && !factors.slice(last).some(({ method }) => method !== 'pwd');
}

/**
 * Who proves a password or passkey of their own takes the journey over. Somebody else begins from nothing: not one
 * factor, answer or code of the person before counts for them.
 */
export function provenBy(journey: Journey, accountId: AccountId, factor: Factor): Journey {
  const before =
    journey.accountId === accountId ? journey : { ...start, switching: journey.switching };
  return { ...before, accountId, factors: [...before.factors, factor], confirmed: true };
}

/** For whom the rest of it is. Nothing agreed to for somebody else goes along. */
export function forPerson(journey: Journey, principal: Principal | undefined): Journey {
  return { ...journey, principal, agreed: undefined, consented: false };
}

/** Somebody else signs in here: the browser's session, and all that was done, counts for nothing. */
export function startAnew(): Journey {
  return { ...start, switching: true };
}

/** A code starts no journey and changes none: it counts only while the journey is of the person it was sent to. */
export function withCode(journey: Journey, accountId: AccountId, factor: Factor): Journey {
  if (journey.accountId !== accountId) return journey;
  return { ...journey, factors: [...journey.factors, factor], code: undefined };
}
