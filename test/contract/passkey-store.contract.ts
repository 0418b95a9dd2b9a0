import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { Command } from './command.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';
import { sampleAccount, samplePasskey } from './samples.ts';

export function describePasskeyStoreContract(name: string, open: OpenBench): void {
  describe(`The passkey store on ${name}`, () => {
    const bench = freshBench(open);
    const places = [
      { where: 'in one process', run: race },
      { where: 'in two processes', run: raceAcrossProcesses },
    ];

    it('gives back a passkey by its holder and by its credential id', async () => {
      const { passkeys } = bench().stores;
      const passkey = await inserted();
      assert.deepEqual(await passkeys.findByCredentialId(passkey.credentialId), passkey);
      assert.deepEqual(await passkeys.listByAccount(passkey.accountId), [passkey]);
      assert.deepEqual(await passkeys.listByAccount(newId('acc')), []);
      assert.equal(await passkeys.findByCredentialId('unknown'), undefined);
    });

    it('lists the passkeys of one person, oldest first', async () => {
      const { passkeys } = bench().stores;
      const newer = await inserted({ createdAt: 20 });
      const older = samplePasskey(newer.accountId, { createdAt: 10 });
      await passkeys.insert(older);
      await inserted();
      assert.deepEqual(await passkeys.listByAccount(newer.accountId), [older, newer]);
    });

    it('refuses a credential id that exists already, for whomever', async () => {
      const { passkeys } = bench().stores;
      const { credentialId } = await inserted();
      await assert.rejects(inserted({ credentialId }), Conflict);
      const found = await passkeys.findByCredentialId(credentialId);
      await passkeys.remove(found?.id ?? newId('pk'), 1);
      await assert.rejects(inserted({ credentialId }), Conflict);
    });

    it('records a use: counter, backup state and time', async () => {
      const { passkeys } = bench().stores;
      const passkey = await inserted({ counter: 5 });
      const use = { counter: 9, expectedCounter: 5, backedUp: true, at: 1_800_000_000_000 };
      assert.equal(await passkeys.recordUse(passkey.id, use), true);
      assert.deepEqual(await passkeys.findByCredentialId(passkey.credentialId), {
        ...passkey,
        counter: 9,
        backedUp: true,
        lastUsedAt: 1_800_000_000_000,
      });
      assert.equal(await passkeys.recordUse(passkey.id, use), false);
    });

    it('shows a removed passkey to nobody, and removes it once', async () => {
      const { passkeys } = bench().stores;
      const passkey = await inserted();
      const use = { counter: 6, expectedCounter: 5, backedUp: false, at: 1 };
      assert.equal(await passkeys.remove(passkey.id, 1), true);
      assert.equal(await passkeys.remove(passkey.id, 2), false);
      assert.equal(await passkeys.remove(newId('pk'), 2), false);
      assert.equal(await passkeys.findByCredentialId(passkey.credentialId), undefined);
      assert.deepEqual(await passkeys.listByAccount(passkey.accountId), []);
      assert.equal(await passkeys.recordUse(passkey.id, use), false);
    });

    for (const { where, run } of places) {
      it(`accepts a counter from exactly one of ${RACERS} parallel uses, ${where}`, async () => {
        const { id } = await inserted({ counter: 0 });
        for (let expectedCounter = 0; expectedCounter < 15; expectedCounter += 1) {
          const command: Command = { do: 'use-passkey', id, expectedCounter };
          const outcomes = await run(
            bench(),
            repeated(RACERS, () => command),
          );
          assert.deepEqual(tally(outcomes), { true: 1, false: RACERS - 1 });
        }
      });
    }

    async function inserted(overrides: Parameters<typeof samplePasskey>[1] = {}) {
      const account = sampleAccount();
      const passkey = samplePasskey(account.id, overrides);
      await bench().stores.accounts.insert(account);
      await bench().stores.passkeys.insert(passkey);
      return passkey;
    }
  });
}
