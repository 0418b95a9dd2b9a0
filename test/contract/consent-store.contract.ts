import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import { newId } from '../../ids.ts';
import { assertAppendOnly } from './append-only.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleAccount, sampleConsent } from './samples.ts';

export function describeConsentStoreContract(name: string, open: OpenBench): void {
  describe(`The consent store on ${name}`, () => {
    const bench = freshBench(open);

    it('gives back a consent as appended', async () => {
      const { consents } = bench().stores;
      const consent = sampleConsent(await person());
      await consents.append(consent);
      const found = await consents.latest(consent.accountId, consent.clientId);
      assert.deepEqual(found, consent);
      assert.notEqual(found, consent);
    });

    it('gives back who decided for whom, and the child’s own yes', async () => {
      const { consents } = bench().stores;
      const [accountId, actorId] = [await person(), await person()];
      const alone = sampleConsent(accountId, { decidedAt: 10 });
      const guarded = sampleConsent(accountId, { decidedAt: 20, actorId });
      const assented = sampleConsent(accountId, { decidedAt: 30, actorId, assent: 'given' });
      for (const consent of [alone, guarded, assented]) await consents.append(consent);
      assert.deepEqual(await consents.latest(accountId, 'sample-bank'), assented);
      assert.deepEqual(await consents.history(accountId), [assented, guarded, alone]);
      assert.deepEqual(await consents.history(actorId), []);
    });

    it('knows no consent of a person with a relying party never met', async () => {
      const { consents } = bench().stores;
      const consent = sampleConsent(await person());
      await consents.append(consent);
      assert.equal(await consents.latest(consent.accountId, 'other-client'), undefined);
      assert.equal(await consents.latest(newId('acc'), consent.clientId), undefined);
    });

    it('puts the newest decision in force, a withdrawal or an expired one too', async () => {
      const { consents } = bench().stores;
      const accountId = await person();
      const granted = sampleConsent(accountId, { decidedAt: 10, expiresAt: 11 });
      const withdrawn = sampleConsent(accountId, {
        decidedAt: 20,
        expiresAt: undefined,
        kind: 'withdrawn',
      });
      await consents.append(withdrawn);
      await consents.append(granted);
      assert.deepEqual(await consents.latest(accountId, 'sample-bank'), withdrawn);
      assert.deepEqual(await consents.history(accountId), [withdrawn, granted]);
    });

    it('tells apart decisions of the same millisecond by their order', async () => {
      const { consents } = bench().stores;
      const accountId = await person();
      const decisions = Array.from({ length: 20 }, () => sampleConsent(accountId));
      for (const decision of decisions) await consents.append(decision);
      assert.deepEqual(await consents.latest(accountId, 'sample-bank'), decisions.at(-1));
      assert.deepEqual(await consents.history(accountId), decisions.toReversed());
    });

    it('refuses a second consent with the same id', async () => {
      const { consents } = bench().stores;
      const consent = sampleConsent(await person());
      await consents.append(consent);
      await assert.rejects(consents.append({ ...consent, kind: 'withdrawn' }), Conflict);
      assert.deepEqual(await consents.history(consent.accountId), [consent]);
    });

    it('lets nobody change or delete a decision', async () => {
      const { consents } = bench().stores;
      const consent = sampleConsent(await person());
      await consents.append(consent);
      await assertAppendOnly(bench(), 'consents', 'kind');
      assert.deepEqual(await consents.history(consent.accountId), [consent]);
    });

    async function person() {
      const account = sampleAccount();
      await bench().stores.accounts.insert(account);
      return account.id;
    }
  });
}
