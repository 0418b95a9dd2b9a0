import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server';

import type { EventContext } from '../audit/events.ts';
import { newId } from '../ids.ts';
import type { Account } from './account.ts';
import { CHALLENGE_SECONDS } from './passkey-challenges.ts';
import { defaultPasskeyName } from './passkey-name.ts';
import {
  parseRegistrationResponse,
  type PasskeyRegistrationResponse,
} from './passkey-responses.ts';
import type { Passkey } from './passkey-store.ts';
import { SUPPORTED_ALGORITHMS, type PasskeyCeremonies } from './passkeys-ceremonies.ts';
import { userHandle } from './user-handle.ts';

/** Passkeys one account holds at most. */
export const MAX_PASSKEYS = 10;

type Holder = Pick<Account, 'id' | 'name' | 'identifier' | 'signedOutAt'>;
type Credential = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;

export type RegistrationStart =
  | { readonly kind: 'options'; readonly options: PublicKeyCredentialCreationOptionsJSON }
  | { readonly kind: 'refused'; readonly reason: 'too_many' };

export type RegistrationResult =
  | { readonly kind: 'registered'; readonly passkey: Passkey }
  | {
      readonly kind: 'refused';
      readonly reason:
        | 'malformed'
        | 'challenge_spent'
        | 'not_verified'
        | 'too_many'
        | 'already_registered';
    };

export interface PasskeyRegistration {
  /** For `navigator.credentials.create()`. Whether the person may add a passkey is `mayAddPasskey`'s to say. */
  registrationOptions(request: {
    readonly journeyId: string;
    readonly account: Holder;
  }): Promise<RegistrationStart>;
  register(answer: {
    readonly journeyId: string;
    readonly account: Holder;
    /** The browser's answer, as JSON text. */
    readonly response: string;
    /** The person's own; one is made up while it is empty. */
    readonly name?: string;
    /** What the audit of it belongs to. */
    readonly event?: EventContext;
  }): Promise<RegistrationResult>;
}

export function createPasskeyRegistration(ceremonies: PasskeyCeremonies): PasskeyRegistration {
  const { passkeys, challenges } = ceremonies;
  const purposeOf = (journeyId: string, { id: accountId }: Holder) =>
    ({ ceremony: 'registration', journeyId, accountId }) as const;

  return {
    async registrationOptions({ journeyId, account }) {
      const existing = await passkeys.listByAccount(account.id);
      if (existing.length >= MAX_PASSKEYS) return { kind: 'refused', reason: 'too_many' };
      const options = await optionsFor(account, existing, ceremonies);
      await challenges.keep(purposeOf(journeyId, account), options.challenge);
      return { kind: 'options', options };
    },

    async register({ journeyId, account, response: text, name = '', event = {} }) {
      const response = parseRegistrationResponse(text);
      if (response === undefined) return { kind: 'refused', reason: 'malformed' };
      const challenge = await challenges.take(purposeOf(journeyId, account));
      if (challenge === undefined) return { kind: 'refused', reason: 'challenge_spent' };
      const credential = await verified(response, challenge, ceremonies);
      if (credential === undefined) return { kind: 'refused', reason: 'not_verified' };
      const existing = await passkeys.listByAccount(account.id);
      if (existing.length >= MAX_PASSKEYS) return { kind: 'refused', reason: 'too_many' };
      const passkey = newPasskey(account, credential, ceremonies);
      const names = existing.map((each) => each.name);
      const named = { ...passkey, name: name.trim() || defaultPasskeyName(passkey.aaguid, names) };
      const outcome = await ceremonies.keep(named, event, account.signedOutAt);
      if (outcome === 'kept') return { kind: 'registered', passkey: named };
      // What was ended took the ceremony with it.
      return { kind: 'refused', reason: outcome === 'ended' ? 'challenge_spent' : outcome };
    },
  };
}

function optionsFor(
  account: Holder,
  existing: readonly Passkey[],
  { rpId }: PasskeyCeremonies,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'SenID',
    rpID: rpId,
    userID: userHandle(account.id),
    // Tells namesakes on one device apart without giving the number away (domain, section 1.12).
    userName: `${account.name} (•••${account.identifier.slice(-3)})`,
    userDisplayName: account.name,
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: SUPPORTED_ALGORITHMS,
    excludeCredentials: existing.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  });
}

/** The library tells every kind of bad answer by an exception with nothing but a text. */
async function verified(
  response: PasskeyRegistrationResponse,
  expectedChallenge: string,
  { origin, rpId }: PasskeyCeremonies,
): Promise<Credential | undefined> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: SUPPORTED_ALGORITHMS,
    });
    return registrationInfo;
  } catch {
    return undefined;
  }
}

function newPasskey(
  account: Holder,
  { credential, aaguid, fmt, credentialDeviceType, credentialBackedUp }: Credential,
  { clock }: PasskeyCeremonies,
): Omit<Passkey, 'name'> {
  return {
    id: newId('pk'),
    accountId: account.id,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    aaguid,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
    attestationFormat: fmt,
    createdAt: clock(),
    lastUsedAt: undefined,
    removedAt: undefined,
  };
}
