import assert from 'node:assert/strict';

import { freshBench, type OpenBench } from './engine.ts';

export function describeArtefactExpiry(open: OpenBench): void {
  const bench = freshBench(open);

  it('shows nothing after the expiry, through secondary keys neither', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('DeviceCode', 'd', { uid: 'u', userCode: 'ABCD' }, 1);
    assert.notEqual(await stores.artefacts.find('DeviceCode', 'd'), undefined);
    await elapse(1);
    assert.equal(await stores.artefacts.find('DeviceCode', 'd'), undefined);
    assert.equal(await stores.artefacts.findByUid('DeviceCode', 'u'), undefined);
    assert.equal(await stores.artefacts.findByUserCode('DeviceCode', 'ABCD'), undefined);
    assert.equal(await stores.artefacts.consume('DeviceCode', 'd'), 'absent');
  });

  it('keeps the expiry of a record that is consumed', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('AuthorizationCode', 'c', {}, 1);
    await stores.artefacts.consume('AuthorizationCode', 'c');
    await elapse(1);
    assert.equal(await stores.artefacts.find('AuthorizationCode', 'c'), undefined);
    assert.equal(await stores.artefacts.consume('AuthorizationCode', 'c'), 'absent');
  });

  it('moves the expiry with every write', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('Session', 's', { uid: 'u' }, 1);
    await stores.artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    await elapse(1);
    assert.deepEqual(await stores.artefacts.findByUid('Session', 'u'), { uid: 'u' });
  });

  it('does not bring back the mark of a record that had expired', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('AuthorizationCode', 'c', {}, 1);
    await stores.artefacts.consume('AuthorizationCode', 'c');
    await elapse(1);
    await stores.artefacts.upsert('AuthorizationCode', 'c', {}, 60);
    assert.equal(await stores.artefacts.consume('AuthorizationCode', 'c'), 'won');
  });

  it('shows nothing of a record that was written with no time left', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Interaction', 'i', { uid: 'u' }, 0);
    assert.equal(await artefacts.find('Interaction', 'i'), undefined);
    assert.equal(await artefacts.findByUid('Interaction', 'u'), undefined);
  });

  it('shows nothing any more of a record that is written again with no time left', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    await artefacts.upsert('Session', 's', { uid: 'u' }, -1);
    assert.equal(await artefacts.find('Session', 's'), undefined);
    assert.equal(await artefacts.findByUid('Session', 'u'), undefined);
    assert.equal(await artefacts.consume('Session', 's'), 'absent');
  });

  for (const ttl of [Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`refuses a record that would never expire (${ttl})`, async () => {
      const { artefacts } = bench().stores;
      await assert.rejects(artefacts.upsert('Session', 's', {}, ttl), RangeError);
      await assert.rejects(artefacts.remember('scope', 'value', ttl), RangeError);
      assert.equal(await artefacts.find('Session', 's'), undefined);
    });
  }
}
