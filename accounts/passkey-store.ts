import type { AccountId, PasskeyId } from '../ids.ts';

export interface Passkey {
  readonly id: PasskeyId;
  readonly accountId: AccountId;
  /** base64url, unique over all accounts. */
  readonly credentialId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly aaguid: string;
  /** BE: the key may be synced. */
  readonly backupEligible: boolean;
  /** BS: the key is synced now. */
  readonly backedUp: boolean;
  /** Attestation statement format as received, `none` included. */
  readonly attestationFormat: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | undefined;
  /** Epoch ms of removal; a removed passkey is kept as a record and accepted by nobody. */
  readonly removedAt: number | undefined;
}

export interface PasskeyStore {
  /** Only passkeys not removed. */
  listByAccount(accountId: AccountId): Promise<readonly Passkey[]>;
  /** Only passkeys not removed. */
  findByCredentialId(credentialId: string): Promise<Passkey | undefined>;
  /** Rejects with `Conflict` when the credential id exists already, for whomever. */
  insert(passkey: Passkey): Promise<void>;
  /**
   * Records a use: counter, backup state, time, in one atomic step, only while the stored counter equals
   * `expectedCounter`; false otherwise (a cloned key, or the same assertion twice).
   */
  recordUse(
    id: PasskeyId,
    use: { counter: number; expectedCounter: number; backedUp: boolean; at: number },
  ): Promise<boolean>;
  /** False when it was not there. */
  remove(id: PasskeyId, at: number): Promise<boolean>;
}
