import type { Account } from './account.ts';
import type { Standing } from './standing.ts';

/**
 * Whether what was proven at `at` is over, because everything of the account was ended since: by a lock, a recovery, or
 * the holder. It stands in the register, so that no node, session or token outlives it, whatever they themselves know.
 */
export function isOver({ signedOutAt }: Pick<Account, 'signedOutAt'>, at: number): boolean {
  return signedOutAt !== undefined && at <= signedOutAt;
}

/**
 * Whether the tokens that rest on this authentication are; one without a record cannot show that it came later. Of who
 * acts for another the proofs count, of the other only when the authentication was.
 */
export function isAuthenticationOver({
  account,
  actor,
  authentication,
}: Pick<Standing, 'account' | 'actor' | 'authentication'>): boolean {
  const prover = actor?.account ?? account;
  // A guardianship that ended and began again does not wake what the first one gave.
  const since = actor?.guardianship?.createdAt;
  if (since !== undefined && authentication !== undefined && authentication.at < since) return true;
  if (authentication === undefined) {
    return account.signedOutAt !== undefined || prover.signedOutAt !== undefined;
  }
  const { at, factors } = authentication;
  return isOver(account, at) || [{ at }, ...factors].some((proof) => isOver(prover, proof.at));
}
