import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { AccountStore } from './account.ts';
import { contactOf } from './contact.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { messageLocaleOf, type Messenger } from './messages.ts';
import { dateInVietNam } from './vietnam-date.ts';
import { countEvent } from './window-limits.ts';

/** Messages a person gets about what waits for them, whoever asks: three in ten minutes, twenty a day. */
const LIMITS = [
  { seconds: 10 * 60, limit: 3 },
  { seconds: 24 * 60 * 60, limit: 20 },
] as const;

/** Tells people that something waits for their approval. */
export interface ApprovalNotices {
  /** False when they have been told often enough; counts it otherwise. */
  mayTell(accountId: AccountId): Promise<boolean>;
  /** Resolves when the message was handed over, or when there is nobody to send it to. */
  tell(accountId: AccountId): Promise<void>;
}

export function createApprovalNotices({
  ephemeral,
  accounts,
  messages,
  clock,
}: {
  readonly ephemeral: Pick<EphemeralStore, 'increment'>;
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly messages: Messenger;
  readonly clock: Clock;
}): ApprovalNotices {
  return {
    async mayTell(accountId) {
      for (const { seconds, limit } of LIMITS) {
        const limits = [{ key: `approval-notice/${seconds}/${accountId}`, limit }];
        const wait = await countEvent(ephemeral, {
          kind: 'throttle',
          seconds,
          limits,
          now: clock(),
        });
        if (wait !== undefined) return false;
      }
      return true;
    },

    async tell(accountId) {
      const account = await accounts.findById(accountId);
      if (account === undefined) return;
      const { guardianId } = account;
      const guardian = guardianId === undefined ? undefined : await accounts.findById(guardianId);
      const contact = contactOf(account, guardian, dateInVietNam(clock()));
      if (contact === undefined) return;
      const content = { kind: 'approval_waiting' } as const;
      await messages.send(contact, content, messageLocaleOf(account));
    },
  };
}
