import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import { newId } from '../../ids.ts';
import { assertAppendOnly } from './append-only.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleAccount, sampleAuthentication } from './samples.ts';

export function describeAuthenticationStoreContract(name: string, open: OpenBench): void {
  describe(`The authentication store on ${name}`, () => {
    const bench = freshBench(open);

    it('gives back an authentication as appended, with its factors', async () => {
      const { authentications } = bench().stores;
      const authentication = await appended();
      const found = await authentications.find(authentication.id);
      assert.deepEqual(found, authentication);
      assert.notEqual(found, authentication);
      assert.equal(await authentications.find(newId('evt')), undefined);
    });

    it('gives back whose factors they were that acted for another', async () => {
      const { accounts, authentications } = bench().stores;
      const [ward, actor] = [sampleAccount(), sampleAccount()];
      for (const account of [ward, actor]) await accounts.insert(account);
      const acting = sampleAuthentication(ward.id, { actorId: actor.id, sid: 's' });
      await authentications.append(acting);
      assert.deepEqual(await authentications.find(acting.id), acting);
    });

    it('tells where somebody acted for others: each session once, with the last time, and nothing of their own', async () => {
      const { accounts, authentications } = bench().stores;
      const [ward, other, actor] = [sampleAccount(), sampleAccount(), sampleAccount()];
      for (const account of [ward, other, actor]) await accounts.insert(account);
      const acted = (of: typeof ward, sid: string | undefined, at: number) =>
        authentications.append(sampleAuthentication(of.id, { actorId: actor.id, sid, at }));
      await acted(ward, 'one', 5);
      await acted(ward, 'one', 9);
      await acted(ward, undefined, 7);
      await acted(other, 'two', 6);
      await authentications.append(sampleAuthentication(actor.id));
      await authentications.append(sampleAuthentication(ward.id, { actorId: other.id }));
      const clientId = 'sample-bank';
      assert.deepEqual(
        (await authentications.actedBy(actor.id)).toSorted((a, b) => a.at - b.at),
        [
          { accountId: other.id, clientId, sid: 'two', at: 6 },
          { accountId: ward.id, clientId, sid: undefined, at: 7 },
          { accountId: ward.id, clientId, sid: 'one', at: 9 },
        ],
      );
      assert.deepEqual(await authentications.actedBy(ward.id), []);
    });

    it('refuses a second authentication with the same id', async () => {
      const { authentications } = bench().stores;
      const authentication = await appended();
      await assert.rejects(authentications.append({ ...authentication, acr: 'forged' }), Conflict);
      assert.deepEqual(await authentications.find(authentication.id), authentication);
    });

    it('lets nobody change or delete an authentication', async () => {
      const authentication = await appended();
      await assertAppendOnly(bench(), 'authentications', 'acr');
      const found = await bench().stores.authentications.find(authentication.id);
      assert.deepEqual(found, authentication);
    });

    async function appended() {
      const account = sampleAccount();
      const authentication = sampleAuthentication(account.id);
      await bench().stores.accounts.insert(account);
      await bench().stores.authentications.append(authentication);
      return authentication;
    }
  });
}
