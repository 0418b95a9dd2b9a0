import type { AccountId } from '../ids.ts';
import type { AccountStore } from './account.ts';
import {
  decoyHash,
  hashPassword,
  hasCost,
  matchesHash,
  PASSWORD_COST,
  type PasswordCost,
} from './password-hash.ts';
import { createWorkLimit } from './work-limit.ts';

/** After NFC normalisation, so that one password typed on two keyboards is one password. */
export const MAX_PASSWORD_BYTES = 256;

export type PasswordVerdict = { readonly kind: 'verified' | 'wrong' | 'busy' };
export type PasswordChange = {
  readonly kind: 'set' | 'too_long' | 'changed_meanwhile' | 'busy';
};

export type HashedPassword =
  /** PHC string. */
  { readonly kind: 'hashed'; readonly hash: string } | { readonly kind: 'too_long' | 'busy' };

export interface Passwords {
  /** Takes as long for an unknown account, or one without a password, as for a known one. */
  verify(accountId: AccountId | undefined, password: string): Promise<PasswordVerdict>;
  /** Only where there is none yet; `changed_meanwhile` when there is, though it came a moment ago. */
  setFirst(accountId: AccountId, password: string): Promise<PasswordChange>;
  /** Sets or replaces; `changed_meanwhile` when somebody else did so first. */
  set(accountId: AccountId, password: string): Promise<PasswordChange>;
  /** For who writes it together with other things (`password_set` in `enrolment/register-writes.ts`). */
  hash(password: string): Promise<HashedPassword>;
  /** Hashes that wait for their turn now. */
  waiting(): number;
}

export interface PasswordsDependencies {
  readonly accounts: Pick<AccountStore, 'passwordHash' | 'replacePasswordHash'>;
  readonly cost?: PasswordCost;
  /** Hashes computed at once: each takes a thread of the pool and `memoryKib`. */
  readonly concurrency?: number;
  /** Hashes that may wait; beyond it the answer is `busy`. */
  readonly queueLimit?: number;
}

export function createPasswords({
  accounts,
  cost = PASSWORD_COST,
  concurrency = 2,
  queueLimit = 64,
}: PasswordsDependencies): Passwords {
  const limit = createWorkLimit({ concurrency, queueLimit });
  const decoy = decoyHash(cost);

  async function replace(accountId: AccountId, bytes: Buffer, previous: string | undefined) {
    return accounts.replacePasswordHash(accountId, await hashPassword(bytes, cost), previous);
  }

  async function check(accountId: AccountId | undefined, bytes: Buffer): Promise<boolean> {
    const stored = accountId === undefined ? undefined : await accounts.passwordHash(accountId);
    const matches = await matchesHash(bytes, stored ?? decoy);
    if (accountId === undefined || stored === undefined) return false;
    // Raising the cost of a hash loses to a change made meanwhile, and rightly so.
    if (matches && !hasCost(stored, cost)) await replace(accountId, bytes, stored);
    return matches;
  }

  async function change(
    accountId: AccountId,
    password: string,
    previous: () => Promise<string | undefined>,
  ): Promise<PasswordChange> {
    const bytes = passwordBytes(password);
    if (bytes === undefined) return { kind: 'too_long' };
    const work = await limit.run(async () => replace(accountId, bytes, await previous()));
    if (work.kind === 'busy') return { kind: 'busy' };
    return { kind: work.value ? 'set' : 'changed_meanwhile' };
  }

  return {
    waiting: () => limit.waiting(),

    async verify(accountId, password) {
      const bytes = passwordBytes(password);
      if (bytes === undefined) return { kind: 'wrong' };
      const work = await limit.run(() => check(accountId, bytes));
      if (work.kind === 'busy') return { kind: 'busy' };
      return { kind: work.value ? 'verified' : 'wrong' };
    },

    async hash(password) {
      const bytes = passwordBytes(password);
      if (bytes === undefined) return { kind: 'too_long' };
      const work = await limit.run(() => hashPassword(bytes, cost));
      return work.kind === 'busy' ? work : { kind: 'hashed', hash: work.value };
    },

    setFirst: (accountId, password) => change(accountId, password, async () => undefined),

    set: (accountId, password) =>
      change(accountId, password, () => accounts.passwordHash(accountId)),
  };
}

/** Undefined when too long to be a password; known without looking at any account. */
function passwordBytes(password: string): Buffer | undefined {
  // A UTF-16 unit never takes less than a byte, and NFC makes of four units one at most.
  if (password.length > MAX_PASSWORD_BYTES * 4) return undefined;
  const bytes = Buffer.from(password.normalize('NFC'), 'utf8');
  return bytes.length > MAX_PASSWORD_BYTES ? undefined : bytes;
}
