import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import type { Passkey } from '../../../accounts/passkey-store.ts';
import { createPasskeys } from '../../../accounts/passkeys.ts';
import { keepIn } from '../../support/kept-passkeys.ts';
import type { CeremonyBehaviour } from '../../support/virtual-authenticator-behaviour.ts';
import {
  createVirtualAuthenticator,
  type VirtualAuthenticator,
} from '../../support/virtual-authenticator.ts';
import type { AccountBench } from './account-bench.ts';

const ISSUER = 'https://id.example.vn';

let journeys = 0;

/** A person, their authenticator, and the ceremonies between them; each in a journey of its own. */
export function passkeyBench(bench: AccountBench) {
  const { stores, clock } = bench;
  const passkeys = createPasskeys({
    passkeys: stores.passkeys,
    keep: keepIn(stores.passkeys),
    ephemeral: stores.ephemerals,
    clock,
    issuer: ISSUER,
  });

  async function register(
    account: Account,
    authenticator: VirtualAuthenticator,
    lies: Partial<CeremonyBehaviour> = {},
  ) {
    const journeyId = newJourney();
    const options = await creationOptions(account, journeyId);
    const response = authenticator.create(options, lies);
    return passkeys.register({ journeyId, account, response });
  }

  async function creationOptions(account: Account, journeyId: string) {
    const start = await passkeys.registrationOptions({ journeyId, account });
    assert.ok(start.kind === 'options', 'no options');
    return start.options;
  }

  async function registered(...ceremony: Parameters<typeof register>): Promise<Passkey> {
    const result = await register(...ceremony);
    assert.ok(result.kind === 'registered', `registration: ${JSON.stringify(result)}`);
    return result.passkey;
  }

  /** `account` undefined: signing in; otherwise the person is known. */
  async function authenticate(
    account: Account | undefined,
    authenticator: VirtualAuthenticator,
    lies: Partial<CeremonyBehaviour> = {},
  ) {
    const request = { journeyId: newJourney(), accountId: account?.id };
    const options = await passkeys.authenticationOptions(request);
    return passkeys.authenticate({ ...request, response: authenticator.get(options, lies) });
  }

  return { passkeys, register, registered, creationOptions, authenticate };
}

export function newJourney(): string {
  return `journey-${(journeys += 1)}`;
}

export function newAuthenticator(character: Partial<CeremonyBehaviour> = {}): VirtualAuthenticator {
  return createVirtualAuthenticator({ origin: ISSUER, ...character });
}

/** A person with one passkey. */
export async function passkeyHolder(
  bench: AccountBench,
  character: Partial<CeremonyBehaviour> = {},
) {
  const ceremonies = passkeyBench(bench);
  const account = await bench.person();
  const authenticator = newAuthenticator(character);
  const passkey = await ceremonies.registered(account, authenticator);
  return { ...ceremonies, account, authenticator, passkey };
}

export const refused = (reason: string) => ({ kind: 'refused', reason });
