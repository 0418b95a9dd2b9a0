import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import type { Passkey } from '../../../accounts/passkey-store.ts';
import { openKeeping, type OpenKeeping } from '../../../enrolment/keeping/open-keeping.ts';
import { newId, randomText, type AccountId } from '../../../ids.ts';
import { freshAccountBench, type AccountBench } from '../accounts/account-bench.ts';

export interface KeepingBench extends AccountBench, OpenKeeping {
  /** The codes in the text messages to this destination, newest first. */
  codesTo(destination: string): Promise<readonly string[]>;
  addPasskey(account: Account): Promise<Passkey>;
  account(id: AccountId): Promise<Account>;
}

/** Real stores, the clock of the test, and nothing of our own replaced. */
export function freshKeepingBench(): () => KeepingBench {
  const bench = freshAccountBench();
  let made: { readonly of: AccountBench; readonly bench: KeepingBench } | undefined;
  return () => {
    const open = bench();
    if (made?.of !== open) made = { of: open, bench: around(open) };
    return made.bench;
  };
}

function around(bench: AccountBench): KeepingBench {
  const { stores, clock } = bench;
  const open = openKeeping({
    stores,
    clock,
    notMeUri: 'https://id.example/not-me',
  });
  return {
    ...bench,
    ...open,
    async codesTo(destination) {
      const deliveries = await stores.deliveries.list({ limit: 100 });
      return deliveries.flatMap(({ payload }) => {
        const { destination: to, text } = payload as { destination: string; text: string };
        const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
        return to === destination && code !== undefined ? [code] : [];
      });
    },
    async addPasskey(account) {
      const passkey = samplePasskey(account, clock());
      const { signedOutAt } = (await stores.accounts.findById(account.id)) ?? account;
      assert.equal(await open.keeping.keepPasskey(passkey, {}, signedOutAt), 'kept');
      return passkey;
    },
    account: async (id) => (await stores.accounts.findById(id)) ?? assert.fail('no account'),
  };
}

export function samplePasskey({ id: accountId }: Account, createdAt: number): Passkey {
  return {
    id: newId('pk'),
    accountId,
    credentialId: randomText(16),
    publicKey: 'AAAA',
    counter: 0,
    transports: [],
    aaguid: '00000000-0000-0000-0000-000000000000',
    backupEligible: false,
    backedUp: false,
    attestationFormat: 'none',
    name: 'Passkey',
    createdAt,
    lastUsedAt: undefined,
    removedAt: undefined,
  };
}
