import type { AccountId, AuthenticationEventId } from '../ids.ts';
import type { Factor } from './factors.ts';

/** One authentication, for one relying party, in one transaction (design, section 1). Append-only. */
export interface Authentication {
  readonly id: AuthenticationEventId;
  readonly accountId: AccountId;
  /** Whose factors these are, where somebody acted for the person. */
  readonly actorId?: AccountId | undefined;
  readonly clientId: string;
  /** Of the session of the relying party (`sid`), where somebody acted: what word of its end names. */
  readonly sid?: string | undefined;
  /** The `acr` that was told to the relying party. */
  readonly acr: string;
  /** The least `acr` this client would have accepted: a refresh may not fall below it. */
  readonly requiredAcrs: readonly string[];
  readonly factors: readonly Factor[];
  readonly at: number;
}

/** Where somebody acted for another, and in which session of that relying party. */
export interface Acted {
  readonly accountId: AccountId;
  readonly clientId: string;
  readonly sid: string | undefined;
  /** Epoch ms, the last time. */
  readonly at: number;
}

export interface AuthenticationStore {
  append(authentication: Authentication): Promise<void>;
  find(id: AuthenticationEventId): Promise<Authentication | undefined>;
  /** Everywhere this person acted for others, each session once; at whatever it was that nobody consented to as well. */
  actedBy(actorId: AccountId): Promise<readonly Acted[]>;
}
