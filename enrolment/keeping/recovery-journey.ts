import { z } from 'zod';

import { normaliseIdentifier, type Account, type AccountStore } from '../../accounts/account.ts';
import { maskedDestination, type Contact } from '../../accounts/contact.ts';
import type { ContactCodes, ContactCodeSending } from '../../accounts/contact-codes.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { MessageLocale } from '../../accounts/messages.ts';
import type { CodeVerdict } from '../../accounts/one-time-code-records.ts';
import type { PasswordHashing } from '../../accounts/passwords.ts';
import { networkOf } from '../../accounts/throttle.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { Audit, EventContext } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import { isId, randomText, type AccountId } from '../../ids.ts';
import type { BiometricMatcher, BiometricSample } from '../registers.ts';
import type { KeptAccount } from './facts.ts';
import type { Keeping } from './keeping.ts';
import { mayRecover, type RecoveryRefusal } from './recovery.ts';
import { channelsOf } from './telling.ts';

const JOURNEY_SECONDS = 30 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Pictures compared for one number in a day, whoever sends them, and from one network in a quarter of an hour. */
const MOST_PER_NUMBER = 5;
const MOST_PER_ADDRESS = 20;
const KIND = 'enrolment';

export interface RecoveryProof {
  readonly number: string;
  readonly document: string;
  readonly sample: BiometricSample;
  readonly address: string;
  readonly event: EventContext;
}

export type ProofOutcome =
  | { readonly kind: 'matched'; readonly journeyId: string }
  /** Whether there is such an account, and what of it did not match, is nobody's business. */
  | { readonly kind: 'no_match' }
  /** The matcher does not answer. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  /** Only told to who was matched. */
  | { readonly kind: 'refused'; readonly reason: RecoveryRefusal };

export type FinishOutcome =
  | { readonly kind: 'requested'; readonly effectiveAt: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'code'; readonly verdict: Exclude<CodeVerdict, { kind: 'ok' }> }
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone' };

/** The way back from afar: as level 1 is proofed (D69, Art. 10), and a code to a channel that still works. */
export interface Recovery {
  proof(proof: RecoveryProof): Promise<ProofOutcome>;
  /** Masked; undefined when the journey is over. */
  channels(
    journeyId: string | undefined,
  ): Promise<readonly { readonly channel: Contact['channel']; readonly masked: string }[] | undefined>;
  send(request: {
    readonly journeyId: string;
    readonly channel: Contact['channel'];
    readonly locale: MessageLocale;
    readonly address: string;
  }): Promise<ContactCodeSending | undefined>;
  /** Where the code was sent, masked; undefined when none was. */
  sentTo(journeyId: string | undefined): Promise<string | undefined>;
  finish(answer: {
    readonly journeyId: string;
    readonly code: string;
    readonly password: string;
    readonly event: EventContext;
  }): Promise<FinishOutcome>;
}

const stateSchema = z.object({
  accountId: z.custom<AccountId>((value) => isId('acc', value)),
  sentTo: z
    .object({ channel: z.enum(['sms', 'email']), destination: z.string() })
    .optional()
    .transform((contact) => contact),
});

export interface RecoverySources {
  readonly accounts: Pick<AccountStore, 'findByIdentifier'>;
  readonly keeping: Pick<Keeping, 'load' | 'recover'>;
  readonly matcher: Pick<BiometricMatcher, 'match'>;
  readonly contactCodes: ContactCodes;
  readonly passwords: PasswordHashing;
  readonly ephemeral: EphemeralStore;
  readonly audit: Pick<Audit, 'recoveryProofed'>;
  readonly clock: Clock;
}

export function createRecovery(sources: RecoverySources): Recovery {
  const { ephemeral, keeping, contactCodes, passwords, clock } = sources;
  const keyOf = (journeyId: string) => `recovery/${journeyId}`;
  const load = async (journeyId: string | undefined) => {
    if (journeyId === undefined) return undefined;
    const stored = await ephemeral.get(KIND, keyOf(journeyId));
    return stored && stateSchema.parse(stored.value);
  };
  const contacts = async (journeyId: string | undefined) => {
    const state = await load(journeyId);
    const kept = state && (await keeping.load(state.accountId));
    return kept && channelsOf(kept, clock());
  };

  return {
    proof: (proof) => prove(proof, sources, keyOf),

    async channels(journeyId) {
      const all = await contacts(journeyId);
      return all?.map((contact) => ({
        channel: contact.channel,
        masked: maskedDestination(contact),
      }));
    },

    async send({ journeyId, channel, locale, address }) {
      const [state, all = []] = await Promise.all([load(journeyId), contacts(journeyId)]);
      const contact = all.find((each) => each.channel === channel);
      if (state === undefined || contact === undefined) return undefined;
      const next = { ...state, sentTo: contact };
      await ephemeral.put(KIND, keyOf(journeyId), next, JOURNEY_SECONDS);
      return contactCodes.send({ journeyId, contact, locale, address });
    },

    async sentTo(journeyId) {
      const state = await load(journeyId);
      return state?.sentTo && maskedDestination(state.sentTo);
    },

    async finish({ journeyId, code, password, event }) {
      const state = await load(journeyId);
      if (state?.sentTo === undefined) return { kind: 'gone' };
      const hashed = await passwords.hash(password);
      if (hashed.kind !== 'hashed') return { kind: 'busy' };
      const verdict = await contactCodes.verify({ journeyId, contact: state.sentTo, code });
      if (verdict.kind !== 'ok') return { kind: 'code', verdict };
      // Of parallel answers one takes the journey.
      if ((await ephemeral.take(KIND, keyOf(journeyId))) === undefined) return { kind: 'gone' };
      const { accountId } = state;
      const outcome = await keeping.recover(
        { accountId, event },
        { way: 'proofing', passwordHash: hashed.hash },
      );
      return outcome.kind === 'done' && outcome.result.kind === 'requested'
        ? { kind: 'requested', effectiveAt: outcome.result.effectiveAt }
        : { kind: 'refused' };
    },
  };
}

async function prove(
  { number, document, sample, address, event }: RecoveryProof,
  sources: RecoverySources,
  keyOf: (journeyId: string) => string,
): Promise<ProofOutcome> {
  const { accounts, keeping, ephemeral, audit, clock } = sources;
  const retryAfterSeconds = await countProof(sources, number, address);
  if (retryAfterSeconds !== undefined) return { kind: 'limited', retryAfterSeconds };
  const account = await accounts.findByIdentifier(number);
  // Asked for whatever was typed, so that an answer takes as long for nobody's number as for somebody's.
  const face = await compare(sources, account, number, sample);
  const isDocument =
    account?.document !== undefined &&
    normaliseIdentifier(account.document.number) === normaliseIdentifier(document);
  const outcome = !isDocument && face !== 'unknown' ? 'no_match' : face;
  await audit.recoveryProofed({ ...event, accountId: account?.id }, { outcome });
  if (outcome !== 'matched') return { kind: outcome };
  const kept: KeptAccount | undefined = account && (await keeping.load(account.id));
  if (kept === undefined) return { kind: 'no_match' };
  const reason = mayRecover(kept, 'proofing', clock());
  if (reason !== undefined) return { kind: 'refused', reason };
  const journeyId = randomText(24);
  const state = { accountId: kept.account.id };
  await ephemeral.put(KIND, keyOf(journeyId), state, JOURNEY_SECONDS);
  return { kind: 'matched', journeyId };
}

async function compare(
  { matcher }: Pick<RecoverySources, 'matcher'>,
  account: Account | undefined,
  number: string,
  sample: BiometricSample,
): Promise<'matched' | 'no_match' | 'unknown'> {
  const spelled = normaliseIdentifier(number);
  const isForeigner = account?.subjectType === 'foreigner' || /^\D/.test(spelled);
  const register = isForeigner ? 'immigration' : 'population';
  const requestId = `recovery-${randomText(18)}`;
  const answer = await matcher.match({ requestId, register, number: spelled, sample });
  if (answer.kind === 'unknown') return 'unknown';
  return answer.kind === 'found' && answer.value.outcome === 'match' ? 'matched' : 'no_match';
}

async function countProof(
  { ephemeral, clock }: Pick<RecoverySources, 'ephemeral' | 'clock'>,
  number: string,
  address: string,
): Promise<number | undefined> {
  const kind = 'throttle' as const;
  const now = clock();
  const byAddress = [{ key: `recovery/${networkOf(address)}`, limit: MOST_PER_ADDRESS }];
  const wait = await countEvent(ephemeral, { kind, seconds: 900, limits: byAddress, now });
  if (wait !== undefined) return wait;
  const byNumber = [{ key: `recovery/${normaliseIdentifier(number)}`, limit: MOST_PER_NUMBER }];
  return countEvent(ephemeral, { kind, seconds: DAY_SECONDS, limits: byNumber, now });
}
