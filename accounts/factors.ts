import type { OrganisationId, PasskeyId } from '../ids.ts';

/** For whom a factor was proven: what a reuse policy looks at (design, section 2, rule 6). */
export interface FactorAudience {
  readonly clientId: string;
  readonly organisationId: OrganisationId;
  readonly publicService: boolean;
}

/** Whether factors proven for another relying party count here (design, section 2, rule 6; D69 Art. 19(4)). */
export type SessionReuse = 'never' | 'same-organisation' | 'public-services';

interface FactorBase {
  /** Epoch ms of the successful verification. */
  readonly at: number;
  /** The transaction (correlation id of the interaction) it was proven in. */
  readonly transaction: string;
  readonly audience: FactorAudience;
}

export interface PasswordFactor extends FactorBase {
  readonly method: 'pwd';
}
export interface OneTimeCodeFactor extends FactorBase {
  readonly method: 'otp';
  readonly channel: 'sms' | 'email';
}
export interface PasskeyFactor extends FactorBase {
  readonly method: 'passkey';
  readonly passkeyId: PasskeyId;
  readonly userVerified: true;
  /** Backup-eligible flag (BE) not set: the key cannot leave the authenticator. */
  readonly deviceBound: boolean;
}
/** A match against the State's biometric record; the only thing that lifts authentication to level 3 or 4. */
export interface BiometricFactor extends FactorBase {
  readonly method: 'biometric';
  readonly evidenceId: string;
}

/** One proven factor, with its own time: an entry of the ledger (design, section 2, rule 3). */
export type Factor = PasswordFactor | OneTimeCodeFactor | PasskeyFactor | BiometricFactor;
