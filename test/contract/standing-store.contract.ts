import assert from 'node:assert/strict';

import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { newId, type AccountId } from '../../ids.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleGuardianship } from './life-samples.ts';
import { repeated } from './race.ts';
import { sampleAccount, sampleAuthentication, sampleConsent, samplePasskey } from './samples.ts';

export function describeStandingStoreContract(name: string, open: OpenBench): void {
  describe(`The standing store on ${name}`, () => {
    const bench = freshBench(open);

    it('gives together what the single stores give apart', async () => {
      const { stores } = bench();
      const id = await person({ locks: 3, passkeys: 3 });
      await stores.consents.append(sampleConsent(id));
      const newest = sampleConsent(id, { acceptedScopes: ['email'] });
      await stores.consents.append(newest);
      const authentication = sampleAuthentication(id);
      await stores.authentications.append(authentication);

      const standing = await stores.standings.load(id, 'sample-bank', authentication.id);
      assert.deepEqual(standing, {
        account: await stores.accounts.findById(id),
        locks: await stores.accounts.openLocks(id),
        passkeys: await stores.passkeys.listByAccount(id),
        consent: newest,
        authentication,
        hasWards: false,
      });
      assert.equal(standing?.locks.length, 3);
      assert.equal(standing.passkeys.length, 3);
    });

    it('leaves out what is lifted, removed, or of other people and relying parties', async () => {
      const { stores } = bench();
      const id = await person({ locks: 2, passkeys: 2 });
      const other = await person({ locks: 1, passkeys: 1 });
      const [lock] = await stores.accounts.openLocks(id);
      const [passkey] = await stores.passkeys.listByAccount(id);
      assert.ok(lock !== undefined && passkey !== undefined);
      await stores.accounts.liftLock(lock.id, 1);
      await stores.passkeys.remove(passkey.id, 1);
      await stores.consents.append(sampleConsent(id, { clientId: 'sample-landlord' }));
      await stores.consents.append(sampleConsent(other));
      const theirs = sampleAuthentication(other);
      await stores.authentications.append(theirs);

      const standing = await stores.standings.load(id, 'sample-bank', theirs.id);
      assert.equal(standing?.account.id, id);
      assert.equal(standing.locks.length, 1);
      assert.equal(standing.passkeys.length, 1);
      assert.equal(standing.consent, undefined);
      assert.equal(standing.authentication, undefined);
    });

    it('knows a person of whom there is nothing else, and nobody who is not there', async () => {
      const { standings } = bench().stores;
      const id = await person({ locks: 0, passkeys: 0 });
      const standing = await standings.load(id, 'sample-bank');
      assert.deepEqual([standing?.account.id, standing?.locks, standing?.passkeys], [id, [], []]);
      assert.deepEqual([standing?.consent, standing?.authentication], [undefined, undefined]);
      assert.equal(await standings.load(newId('acc'), 'sample-bank'), undefined);
    });

    it('tells who decided, and whether there is anybody to act for, until that is ended', async () => {
      const { stores } = bench();
      const guardian = await person({ locks: 2, passkeys: 2 });
      const ward = await person({ locks: 0, passkeys: 0 });
      const consent = sampleConsent(ward, { actorId: guardian, assent: 'given' });
      await stores.consents.append(consent);
      const authentication = sampleAuthentication(ward, { actorId: guardian });
      await stores.authentications.append(authentication);
      const guardianship = sampleGuardianship(guardian, ward);
      await write({ kind: 'guardianship_added', guardianship });

      const ofWard = await stores.standings.load(ward, 'sample-bank', authentication.id);
      assert.deepEqual(ofWard?.consent, consent);
      assert.deepEqual(ofWard?.authentication, authentication);
      assert.equal(ofWard?.hasWards, false);
      const ofGuardian = await stores.standings.load(guardian, 'sample-bank', authentication.id);
      assert.equal(ofGuardian?.hasWards, true);
      assert.equal(ofGuardian.consent, undefined);
      assert.equal(ofGuardian.authentication, undefined);
      assert.deepEqual([ofGuardian.locks.length, ofGuardian.passkeys.length], [2, 2]);
      await write({ kind: 'guardianship_ended', guardianship, at: 7 });
      assert.equal((await stores.standings.load(guardian, 'sample-bank'))?.hasWards, false);
    });

    async function write(each: RegisterWrite): Promise<void> {
      assert.deepEqual(await bench().stores.writer.apply([each]), { kind: 'written' });
    }

    async function person(count: { locks: number; passkeys: number }): Promise<AccountId> {
      const { accounts, passkeys } = bench().stores;
      const account = sampleAccount();
      await accounts.insert(account);
      for (const index of repeated(count.locks, (each) => each)) {
        const lock = { accountId: account.id, ground: 'own_request', liftedAt: undefined } as const;
        await accounts.addLock({ id: newId('lock'), lockedAt: 10 - index, ...lock });
      }
      for (const index of repeated(count.passkeys, (each) => each)) {
        await passkeys.insert(samplePasskey(account.id, { createdAt: 10 - index }));
      }
      return account.id;
    }
  });
}
