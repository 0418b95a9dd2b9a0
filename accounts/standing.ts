import type { AccountId, AuthenticationEventId } from '../ids.ts';
import type { Account, Lock } from './account.ts';
import type { Authentication } from './authentication-store.ts';
import type { Consent } from './consent.ts';
import type { Guardianship } from './guardianship.ts';
import type { Passkey } from './passkey-store.ts';

/** Everything on record about one person that a decision for one relying party may rest on, as of one moment. */
export interface Standing {
  readonly account: Account;
  /** Not lifted, oldest first. */
  readonly locks: readonly Lock[];
  /** Not removed, oldest first. */
  readonly passkeys: readonly Passkey[];
  /** The newest record for the relying party, whatever its kind and expiry. */
  readonly consent: Consent | undefined;
  /** The one asked for, when it is this person's. */
  readonly authentication: Authentication | undefined;
  /** Somebody's guardian, or an organisation's representative, on paper; whether they may act is decided elsewhere. */
  readonly hasWards: boolean;
  /** Who acts for this person, in whose place `passkeys` are then theirs (`acting.ts`). */
  readonly actor?: ActorStanding | undefined;
}

/** Who acts for another: what their acting rests on. */
export interface ActorStanding {
  readonly account: Account;
  readonly locks: readonly Lock[];
  /** Undefined: not (any more) their guardian. */
  readonly guardianship: Guardianship | undefined;
}

export interface StandingStore {
  /** In one round trip; undefined when there is no such account (any more). */
  load(
    accountId: AccountId,
    clientId: string,
    authenticationId?: AuthenticationEventId,
  ): Promise<Standing | undefined>;
}
