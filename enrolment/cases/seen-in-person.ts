import type { Account } from '../../accounts/account.ts';
import type { CaseStore } from '../case.ts';
import { kindDefinition } from './kinds.ts';

/** Whoever was seen at a counter with their number keeps it, whether or not the account is activated yet. */
export async function wasSeenInPerson(
  cases: Pick<CaseStore, 'list'>,
  { id: accountId, level }: Pick<Account, 'id' | 'level'>,
): Promise<boolean> {
  if (level === 2) return true;
  const waiting = await cases.list({ accountId, statuses: ['approved'], limit: 10 });
  return waiting.some(({ kind }) => kindDefinition(kind).level === 2);
}
