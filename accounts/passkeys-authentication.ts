import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type PublicKeyCredentialRequestOptionsJSON,
  type VerifiedAuthenticationResponse,
} from '@simplewebauthn/server';

import type { AccountId } from '../ids.ts';
import { CHALLENGE_SECONDS, type ChallengePurpose } from './passkey-challenges.ts';
import {
  parseAuthenticationResponse,
  type PasskeyAuthenticationResponse,
} from './passkey-responses.ts';
import type { Passkey } from './passkey-store.ts';
import type { PasskeyCeremonies } from './passkeys-ceremonies.ts';
import { userHandle } from './user-handle.ts';

type Assertion = VerifiedAuthenticationResponse['authenticationInfo'];

export type PasskeyRefusal =
  | 'malformed'
  | 'challenge_spent'
  | 'unknown_credential'
  | 'other_account'
  | 'not_verified'
  | 'cloned';

export type AuthenticationResult =
  | {
      readonly kind: 'verified';
      readonly accountId: AccountId;
      readonly passkey: Passkey;
      /** BE not set: the key cannot leave its authenticator. */
      readonly deviceBound: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: PasskeyRefusal };

interface CeremonyRequest {
  readonly journeyId: string;
  /** Undefined at sign-in, where the passkey says who it is. */
  readonly accountId: AccountId | undefined;
}

export interface PasskeyAuthentication {
  /** For `navigator.credentials.get()`. */
  authenticationOptions(request: CeremonyRequest): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** `response`: the browser's answer, as JSON text. */
  authenticate(
    answer: CeremonyRequest & { readonly response: string },
  ): Promise<AuthenticationResult>;
}

export function createPasskeyAuthentication(ceremonies: PasskeyCeremonies): PasskeyAuthentication {
  const { challenges, passkeys } = ceremonies;
  return {
    async authenticationOptions(request) {
      const { accountId } = request;
      const known = accountId === undefined ? undefined : await passkeys.listByAccount(accountId);
      const options = await optionsFor(known, ceremonies);
      await challenges.keep(purposeOf(request), options.challenge);
      return options;
    },

    async authenticate({ response: text, ...request }) {
      const response = parseAuthenticationResponse(text);
      if (response === undefined) return refused('malformed');
      const challenge = await challenges.take(purposeOf(request));
      if (challenge === undefined) return refused('challenge_spent');
      const passkey = await passkeys.findByCredentialId(response.id);
      if (passkey === undefined) return refused('unknown_credential');
      if (!belongs(passkey, response, request)) return refused('other_account');
      const assertion = await verified(response, challenge, passkey, ceremonies);
      if (assertion === undefined) return refused('not_verified');
      return recordUse(passkey, assertion, ceremonies);
    },
  };
}

function purposeOf({ journeyId, accountId }: CeremonyRequest): ChallengePurpose {
  return { ceremony: 'authentication', journeyId, accountId };
}

function refused(reason: PasskeyRefusal): AuthenticationResult {
  return { kind: 'refused', reason };
}

function optionsFor(
  known: readonly Passkey[] | undefined,
  { rpId }: PasskeyCeremonies,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpId,
    timeout: CHALLENGE_SECONDS * 1000,
    userVerification: 'required',
    ...(known && {
      allowCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
    }),
  });
}

/** WebAuthn Level 3, section 7.2, step 6: the user handle may be left out only when the person was known before. */
function belongs(
  passkey: Passkey,
  { response }: PasskeyAuthenticationResponse,
  { accountId }: CeremonyRequest,
): boolean {
  if (accountId !== undefined && passkey.accountId !== accountId) return false;
  if (response.userHandle === undefined) return accountId !== undefined;
  return response.userHandle === userHandle(passkey.accountId).toString('base64url');
}

/** The library tells every kind of bad answer by an exception with nothing but a text. */
async function verified(
  response: PasskeyAuthenticationResponse,
  expectedChallenge: string,
  passkey: Passkey,
  { origin, rpId }: PasskeyCeremonies,
): Promise<Assertion | undefined> {
  const { userHandle: handle, ...rest } = response.response;
  try {
    const { verified: isVerified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, response: { ...rest, ...(handle && { userHandle: handle }) } },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        // The counter is compared here, not there: only so can a clone be told from a bad signature.
        counter: 0,
      },
    });
    return isVerified && keepsBackupEligibility(passkey, authenticationInfo)
      ? authenticationInfo
      : undefined;
  } catch {
    return undefined;
  }
}

/** BE never changes in the life of a credential (WebAuthn Level 3, section 6.1.3). */
function keepsBackupEligibility(passkey: Passkey, { credentialDeviceType }: Assertion): boolean {
  return passkey.backupEligible === (credentialDeviceType === 'multiDevice');
}

/** WebAuthn Level 3, section 7.2, step 22; then the same comparison once more, atomically, for parallel answers. */
async function recordUse(
  passkey: Passkey,
  { newCounter: counter, credentialBackedUp: backedUp }: Assertion,
  { passkeys, clock }: PasskeyCeremonies,
): Promise<AuthenticationResult> {
  const { accountId, counter: expectedCounter, backupEligible } = passkey;
  const counts = counter > 0 || expectedCounter > 0;
  if (counts && counter <= expectedCounter) return refused('cloned');
  const at = clock();
  if (!(await passkeys.recordUse(passkey.id, { counter, expectedCounter, backedUp, at }))) {
    const still = await passkeys.findByCredentialId(passkey.credentialId);
    return refused(still === undefined ? 'unknown_credential' : 'cloned');
  }
  const used = { ...passkey, counter, backedUp, lastUsedAt: at };
  return { kind: 'verified', accountId, passkey: used, deviceBound: !backupEligible };
}
