import type { Account, AccountLevel } from './account.ts';

/** What every account reaches that may be used at all. */
const LOWEST: AccountLevel = 1;

/**
 * The level an authentication may count on now: the account's own, or the lowest while a recovery is fresh, so that
 * whoever recovered somebody else's account gains nothing by it before its holder has heard of it. What relying parties
 * are told (`account_level`) stays how the holder was proofed.
 */
export function reachableLevel(
  account: Pick<Account, 'level' | 'coolDownUntil'>,
  now: number,
): AccountLevel {
  return isCoolingDown(account, now) ? LOWEST : account.level;
}

export function isCoolingDown({ coolDownUntil }: Pick<Account, 'coolDownUntil'>, now: number) {
  return coolDownUntil !== undefined && now < coolDownUntil;
}
