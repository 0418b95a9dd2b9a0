import { z } from 'zod';

import { maskedDestination, type Contact } from '../../accounts/contact.ts';
import type { ContactCodes, ContactCodeSending } from '../../accounts/contact-codes.ts';
import type { MessageLocale } from '../../accounts/messages.ts';
import type { CodeVerdict } from '../../accounts/one-time-code-records.ts';
import { passwordProblem, type PasswordProblem } from '../../accounts/password-policy.ts';
import type { Passwords } from '../../accounts/passwords.ts';
import type { EventContext } from '../../audit/events.ts';
import { isId, randomText, type AccountId } from '../../ids.ts';
import type { Keeping } from './keeping.ts';
import {
  proveIdentity,
  type ProofSources,
  type Proved,
  type RecoveryProof,
} from './recovery-proof.ts';
import { recoveryChannels, type RecoveryRefusal } from './recovery.ts';

const JOURNEY_SECONDS = 30 * 60;
const KIND = 'enrolment';

export type FinishOutcome =
  | { readonly kind: 'requested'; readonly effectiveAt: number }
  | { readonly kind: 'refused'; readonly reason: RecoveryRefusal }
  /** Something else changed at the same moment. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'code'; readonly verdict: Exclude<CodeVerdict, { kind: 'ok' }> }
  | { readonly kind: 'password'; readonly problem: PasswordProblem | 'busy' }
  | { readonly kind: 'gone' };

/** The way back from afar: as level 1 is proofed (D69, Art. 10), and a code to a channel that still works. */
export interface Recovery {
  proof(
    proof: RecoveryProof,
  ): Promise<
    Exclude<Proved, { kind: 'matched' }> | { readonly kind: 'matched'; readonly journeyId: string }
  >;
  /** Masked; undefined when the journey is over. */
  channels(
    journeyId: string | undefined,
  ): Promise<
    readonly { readonly channel: Contact['channel']; readonly masked: string }[] | undefined
  >;
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

export interface RecoverySources extends ProofSources {
  readonly keeping: Pick<Keeping, 'load' | 'recover'>;
  readonly contactCodes: ContactCodes;
  readonly passwords: Pick<Passwords, 'hash'>;
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
    if (state === undefined) return undefined;
    const kept = await keeping.load(state.accountId);
    return kept ? recoveryChannels(kept, clock()) : [];
  };

  return {
    async proof(request) {
      const proved = await proveIdentity(request, sources);
      if (proved.kind !== 'matched') return proved;
      const journeyId = randomText(24);
      const { accountId } = proved;
      await ephemeral.put(KIND, keyOf(journeyId), { accountId }, JOURNEY_SECONDS);
      return { kind: 'matched', journeyId };
    },

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
      return contactCodes.send({ journeyId, contact, locale, address, identified: true });
    },

    async sentTo(journeyId) {
      const state = await load(journeyId);
      return state?.sentTo && maskedDestination(state.sentTo);
    },

    async finish({ journeyId, code, password, event }) {
      const state = await load(journeyId);
      if (state?.sentTo === undefined) return { kind: 'gone' };
      const kept = await keeping.load(state.accountId);
      if (kept === undefined) return { kind: 'gone' };
      const { identifier, name } = kept.account;
      // Not held against phone and mail: a refusal would tell them to somebody who has not entered the code.
      const problem = passwordProblem(password, { identifier, name });
      if (problem !== undefined) return { kind: 'password', problem };
      const hashed = await passwords.hash(password);
      if (hashed.kind !== 'hashed') return { kind: 'password', problem: hashed.kind };
      const verdict = await contactCodes.verify({ journeyId, contact: state.sentTo, code });
      if (verdict.kind !== 'ok') return { kind: 'code', verdict };
      // Of parallel answers one takes the journey.
      if ((await ephemeral.take(KIND, keyOf(journeyId))) === undefined) return { kind: 'gone' };
      const { accountId, sentTo } = state;
      const outcome = await keeping.recover(
        { accountId, event },
        { way: 'proofing', passwordHash: hashed.hash, codeWentTo: sentTo },
      );
      return outcome.kind === 'done' ? outcome.result : { kind: 'outdated' };
    },
  };
}
