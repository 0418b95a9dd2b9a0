import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { Account, AccountStore } from './account.ts';
import { contactOf, maskedDestination } from './contact.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import type { MessageLocale, Messenger } from './messages.ts';
import {
  CODE_MINUTES,
  createOneTimeCodeRecords,
  type CodeAnswer,
  type CodeVerdict,
} from './one-time-code-records.ts';
import { dateInVietNam } from './vietnam-date.ts';
import { countEvent } from './window-limits.ts';

const SENDING_WINDOW_SECONDS = 10 * 60;
const DAY_SECONDS = 24 * 60 * 60;

/** Codes that may be sent in 10 minutes. */
export interface SendingLimits {
  readonly perJourney: number;
  /**
   * Times the attempts per code, this bounds the guessing of who knows the password and not the code. A right answer
   * starts the count anew: whoever gives one is not guessing, and may log in as often as they like.
   */
  readonly perAccount: number;
  /** The same over a day. */
  readonly perAccountAndDay: number;
}

export const SENDING_LIMITS: SendingLimits = { perJourney: 3, perAccount: 6, perAccountAndDay: 40 };

export type CodeSending =
  | {
      readonly kind: 'sent';
      readonly channel: 'sms' | 'email';
      readonly maskedDestination: string;
      /** Epoch ms. */
      readonly expiresAt: number;
    }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  /** Neither phone nor mail address is known, of the guardian in the case of a child. */
  | { readonly kind: 'no_destination' };

interface CodeRequest {
  readonly journeyId: string;
  readonly account: Account;
  readonly locale: MessageLocale;
}

export interface OneTimeCodes {
  verify(answer: CodeAnswer & { readonly accountId: AccountId }): Promise<CodeVerdict>;
  send(request: CodeRequest): Promise<CodeSending>;
}

export interface OneTimeCodesDependencies {
  readonly ephemeral: EphemeralStore;
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly messages: Messenger;
  /** `secrets.derive('one-time-code')` */
  readonly key: Buffer;
  readonly clock: Clock;
  readonly limits?: SendingLimits;
  /** Only in the conformance profile (docs/conformance.md). */
  readonly fixedCode?: string | undefined;
}

export function createOneTimeCodes(dependencies: OneTimeCodesDependencies): OneTimeCodes {
  const records = createOneTimeCodeRecords(dependencies);
  const { messages, clock } = dependencies;
  return {
    async verify(answer) {
      const verdict = await records.verify(answer);
      if (verdict.kind === 'ok') {
        await dependencies.ephemeral.remove('one-time-code', accountSendings(answer.accountId));
        await dependencies.ephemeral.remove(
          'one-time-code',
          accountSendingsOfDay(answer.accountId),
        );
      }
      return verdict;
    },

    async send(request) {
      const { journeyId, account, locale } = request;
      const contact = await contactFor(dependencies, account);
      if (contact === undefined) return { kind: 'no_destination' };
      const retryAfterSeconds = await countSending(dependencies, request);
      if (retryAfterSeconds !== undefined) return { kind: 'limited', retryAfterSeconds };

      const { channel } = contact;
      const expiresAt = clock() + CODE_MINUTES * 60_000;
      const code = await records.issue({ journeyId, accountId: account.id, channel });
      const content = { kind: 'one_time_code', code, validMinutes: CODE_MINUTES } as const;
      await messages.send(contact, content, locale);
      return { kind: 'sent', channel, maskedDestination: maskedDestination(contact), expiresAt };
    },
  };
}

async function contactFor({ accounts, clock }: OneTimeCodesDependencies, account: Account) {
  const { guardianId } = account;
  const guardian = guardianId === undefined ? undefined : await accounts.findById(guardianId);
  return contactOf(account, guardian, dateInVietNam(clock()));
}

async function countSending(
  { ephemeral, clock, limits = SENDING_LIMITS }: OneTimeCodesDependencies,
  { journeyId, account }: CodeRequest,
): Promise<number | undefined> {
  const now = clock();
  const soon = await countEvent(ephemeral, {
    kind: 'one-time-code',
    seconds: SENDING_WINDOW_SECONDS,
    limits: [
      { key: `sendings/journey/${journeyId}`, limit: limits.perJourney },
      { key: accountSendings(account.id), limit: limits.perAccount },
    ],
    now,
  });
  if (soon !== undefined) return soon;
  return countEvent(ephemeral, {
    kind: 'one-time-code',
    seconds: DAY_SECONDS,
    limits: [{ key: accountSendingsOfDay(account.id), limit: limits.perAccountAndDay }],
    now,
  });
}

const accountSendings = (accountId: AccountId) => `sendings/account/${accountId}`;
const accountSendingsOfDay = (accountId: AccountId) => `sendings/day/${accountId}`;
