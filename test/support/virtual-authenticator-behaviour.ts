/** What the authenticator and the browser before it say in one ceremony; each of it can be a lie. */
export interface CeremonyBehaviour {
  readonly origin: string;
  /** Hashed into the authenticator data; the one in the options when undefined. */
  readonly rpId: string | undefined;
  /** The one in the options when undefined. */
  readonly challenge: string | undefined;
  readonly clientDataType: string | undefined;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  /** Told instead of the authenticator's own count; 0 for those that do not count. */
  readonly counter: number | undefined;
  /** base64url; null leaves it out. */
  readonly userHandle: string | null | undefined;
  readonly attestation: 'none' | 'packed';
  readonly algorithm: 'ES256' | 'EdDSA';
  readonly aaguid: string;
  readonly transports: readonly string[];
}

/** A device-bound platform authenticator that tells the truth. */
export const honest: Omit<CeremonyBehaviour, 'origin'> = {
  rpId: undefined,
  challenge: undefined,
  clientDataType: undefined,
  userPresent: true,
  userVerified: true,
  backupEligible: false,
  backedUp: false,
  counter: undefined,
  userHandle: undefined,
  attestation: 'none',
  algorithm: 'ES256',
  aaguid: '00000000-0000-0000-0000-000000000000',
  transports: ['internal'],
};
