import type { AccountId, ConsentId } from '../ids.ts';

/**
 * One decision of a person about one relying party: append-only (domain, section 4.2).
 * The newest record of (account, client) is the one in force.
 */
export interface Consent {
  readonly id: ConsentId;
  readonly accountId: AccountId;
  /** Who decided for them: a guardian, a representative. */
  readonly actorId?: AccountId | undefined;
  /** The child's own yes beside the guardian's (PDPL, Art. 24); absent where none was needed. */
  readonly assent?: 'given' | undefined;
  readonly clientId: string;
  /** Scopes agreed to. */
  readonly acceptedScopes: readonly string[];
  /** Scopes shown and declined (optional groups left unticked). */
  readonly refusedScopes: readonly string[];
  /** Single claims agreed to, asked for through the `claims` parameter. */
  readonly acceptedClaims: readonly string[];
  readonly refusedClaims: readonly string[];
  /** SHA-256, base64url, of the text as it was shown. */
  readonly textHash: string;
  readonly textVersion: string;
  readonly locale: 'vi' | 'en';
  readonly decidedAt: number;
  /** Epoch ms; undefined for a withdrawal. */
  readonly expiresAt: number | undefined;
  readonly kind: 'granted' | 'withdrawn';
}

export interface ConsentStore {
  append(consent: Consent): Promise<void>;
  /** The newest record, whatever its kind and expiry. */
  latest(accountId: AccountId, clientId: string): Promise<Consent | undefined>;
  /** All records of a person, newest first. */
  history(accountId: AccountId): Promise<readonly Consent[]>;
}
