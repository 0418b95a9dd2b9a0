import type { AccountId, AuthenticationEventId } from '../ids.ts';
import type { Factor } from './factors.ts';

/** One authentication, for one relying party, in one transaction (design, section 1). Append-only. */
export interface Authentication {
  readonly id: AuthenticationEventId;
  readonly accountId: AccountId;
  /** Whose factors these are, where somebody acted for the person. */
  readonly actorId?: AccountId | undefined;
  readonly clientId: string;
  /** The `acr` that was told to the relying party. */
  readonly acr: string;
  /** The least `acr` this client would have accepted: a refresh may not fall below it. */
  readonly requiredAcrs: readonly string[];
  readonly factors: readonly Factor[];
  readonly at: number;
}

export interface AuthenticationStore {
  append(authentication: Authentication): Promise<void>;
  find(id: AuthenticationEventId): Promise<Authentication | undefined>;
}
