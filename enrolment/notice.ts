import type { AccountId, CaseId, NoticeId } from '../ids.ts';

/**
 * Something a person is told about the account or a case. It stands on the page of the account (or of the case, for who
 * has no account yet), and goes out by text message and mail as a delivery of its own.
 */
export interface Notice {
  readonly id: NoticeId;
  readonly accountId: AccountId | undefined;
  readonly caseId: CaseId | undefined;
  /** Names its texts in the catalogue, both languages. */
  readonly kind: string;
  /** What the texts fill in, plain JSON, sealed at rest. Never a secret, never an identification number. */
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly createdAt: number;
  readonly readAt: number | undefined;
}

export interface NoticeStore {
  /** Newest first. */
  ofAccount(accountId: AccountId, limit: number): Promise<readonly Notice[]>;
  ofCase(caseId: CaseId): Promise<readonly Notice[]>;
  unread(accountId: AccountId): Promise<number>;
  markRead(accountId: AccountId, at: number): Promise<void>;
}
