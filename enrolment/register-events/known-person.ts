import type { Account, Lock } from '../../accounts/account.ts';
import type { Guardianship } from '../../accounts/guardianship.ts';
import type { AccountId } from '../../ids.ts';
import type { RegisterWrite } from '../register-writes.ts';

/** A guardianship with the accounts at its ends. */
export interface Tie {
  readonly guardianship: Guardianship;
  readonly ward: Account;
  readonly guardian: Account;
  /** Who else may act for the ward: reached once this one is over. */
  readonly nextGuardian: Account | undefined;
}

/** All that is on record here about somebody a register tells of, as of one moment. */
export interface KnownPerson {
  readonly account: Account;
  /** Who is reached in a child's place. */
  readonly guardian: Account | undefined;
  /** Not lifted. */
  readonly locks: readonly Lock[];
  /** Not ended: who may act for them, and for whom they may act. */
  readonly guardians: readonly Tie[];
  readonly wards: readonly Tie[];
}

/** What a record of a register comes to. */
export interface Consequence {
  readonly writes: readonly RegisterWrite[];
  /** Names of what changed, for the audit. */
  readonly effects: readonly string[];
  /** Whose sessions, refresh tokens and grants end; what was given to who acted ends with the guardianship by itself. */
  readonly endsSessionsOf: readonly AccountId[];
}
