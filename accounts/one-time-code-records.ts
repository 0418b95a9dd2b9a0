import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import type { AccountId } from '../ids.ts';
import type { EphemeralStore } from './ephemeral-store.ts';

export const CODE_DIGITS = 6;
export const CODE_MINUTES = 5;
const CODE_ATTEMPTS = 5;
const CODE_SECONDS = CODE_MINUTES * 60;

/** A phone number or mail address somebody is proving, who need not have an account. */
export type ContactSubject = `contact_${string}`;

/** What a code answers for, and nothing else: one person, or one address that is being proven, in one journey. */
interface CodePurpose {
  readonly journeyId: string;
  readonly accountId: AccountId | ContactSubject;
}

export interface CodeAnswer extends CodePurpose {
  /** As typed. */
  readonly code: string;
}

export type CodeVerdict =
  | { readonly kind: 'ok'; readonly channel: 'sms' | 'email' }
  | { readonly kind: 'wrong'; readonly attemptsLeft: number }
  /** None was sent, it is too old, or it was used. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'exhausted' };

export interface OneTimeCodeRecords {
  /** A new code, replacing the one issued before for the same purpose. */
  issue(purpose: CodePurpose & { readonly channel: 'sms' | 'email' }): Promise<string>;
  /** `ok` at most once per code; at most `CODE_ATTEMPTS` answers are looked at, however many come at once. */
  verify(answer: CodeAnswer): Promise<CodeVerdict>;
}

const recordSchema = z.object({
  /** Tells this code from the one that replaces it. */
  issue: z.string(),
  hash: z.base64url(),
  channel: z.enum(['sms', 'email']),
});

interface Dependencies {
  readonly ephemeral: EphemeralStore;
  readonly key: Buffer;
  /** What every code is, where whoever types them cannot read what is sent: only in the conformance profile. */
  readonly fixedCode?: string | undefined;
}

export function createOneTimeCodeRecords(dependencies: Dependencies): OneTimeCodeRecords {
  const { ephemeral, key } = dependencies;
  return {
    async issue({ channel, ...purpose }) {
      const code = dependencies.fixedCode ?? randomCode();
      const record: z.infer<typeof recordSchema> = {
        issue: randomBytes(12).toString('base64url'),
        hash: hashOf(key, { ...purpose, code }).toString('base64url'),
        channel,
      };
      await ephemeral.put('one-time-code', storeKey(purpose), record, CODE_SECONDS);
      return code;
    },

    async verify(answer) {
      const stored = await ephemeral.get('one-time-code', storeKey(answer));
      if (stored === undefined) return { kind: 'expired' };
      const { issue, hash, channel } = recordSchema.parse(stored.value);
      // Counted before it is compared, so that parallel guesses are counted too.
      const count = await countAnswer(ephemeral, issue);
      if (count > CODE_ATTEMPTS) return { kind: 'exhausted' };
      if (timingSafeEqual(hashOf(key, answer), Buffer.from(hash, 'base64url'))) {
        return (await spend(dependencies, answer, issue))
          ? { kind: 'ok', channel }
          : { kind: 'expired' };
      }
      return count === CODE_ATTEMPTS
        ? { kind: 'exhausted' }
        : { kind: 'wrong', attemptsLeft: CODE_ATTEMPTS - count };
    },
  };
}

function randomCode(): string {
  return randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
}

async function countAnswer(ephemeral: EphemeralStore, issue: string): Promise<number> {
  const attempts = `attempts/${issue}`;
  return (await ephemeral.increment('one-time-code', attempts, CODE_SECONDS)).count;
}

/** Of parallel right answers one takes the record; one put there meanwhile is not the one that was answered. */
async function spend({ ephemeral }: Dependencies, answer: CodeAnswer, issue: string) {
  const taken = await ephemeral.take('one-time-code', storeKey(answer));
  return taken !== undefined && recordSchema.parse(taken).issue === issue;
}

/** Keyed, because a million candidates are nothing to whoever reads the store. */
function hashOf(key: Buffer, { journeyId, accountId, code }: CodeAnswer): Buffer {
  const bound = JSON.stringify([journeyId, accountId, code.replace(/\s+/g, '')]);
  return createHmac('sha256', key).update(bound).digest();
}

function storeKey({ journeyId, accountId }: CodePurpose): string {
  return `code/${journeyId}/${accountId}`;
}
