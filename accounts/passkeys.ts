import type { Clock } from '../clock.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { createPasskeyChallenges } from './passkey-challenges.ts';
import type { PasskeyStore } from './passkey-store.ts';
import type { KeepPasskey } from './passkeys-ceremonies.ts';
import {
  createPasskeyAuthentication,
  type PasskeyAuthentication,
} from './passkeys-authentication.ts';
import { createPasskeyRegistration, type PasskeyRegistration } from './passkeys-registration.ts';

/** WebAuthn ceremonies, always with a discoverable credential and under user verification. */
export interface Passkeys extends PasskeyRegistration, PasskeyAuthentication {}

export interface PasskeysDependencies {
  readonly passkeys: Omit<PasskeyStore, 'insert'>;
  readonly keep: KeepPasskey;
  readonly ephemeral: Pick<EphemeralStore, 'put' | 'take'>;
  readonly clock: Clock;
  /** The only source of the expected origin and the RP ID. */
  readonly issuer: string;
}

export function createPasskeys({
  passkeys,
  keep,
  ephemeral,
  clock,
  issuer,
}: PasskeysDependencies): Passkeys {
  const { origin, hostname: rpId } = new URL(issuer);
  const challenges = createPasskeyChallenges(ephemeral);
  const ceremonies = { passkeys, keep, challenges, clock, origin, rpId };
  return { ...createPasskeyRegistration(ceremonies), ...createPasskeyAuthentication(ceremonies) };
}
