import assert from 'node:assert/strict';

import { describeArtefactExpiry } from './artefact-expiry.contract.ts';
import { describeArtefactGrants } from './artefact-grants.contract.ts';
import { describeArtefactRaces } from './artefact-races.contract.ts';
import { describeArtefactWithGrant } from './artefact-with-grant.contract.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { PLACES, type SpellId } from './places.ts';

export function describeArtefactStoreContract(name: string, open: OpenBench): void {
  describe(`The artefact store on ${name}`, () => {
    describe('with its records', () => describeRecords(open));
    for (const { places, at } of PLACES) {
      describe(`with secondary keys of ${places}`, () => describeSecondaryKeys(open, at));
    }
    describe('as time goes by', () => describeArtefactExpiry(open));
    describe('with grants', () => {
      describeArtefactGrants(open);
      describeArtefactWithGrant(open);
    });
    describe('in a race', () => describeArtefactRaces(open));
  });
}

function describeRecords(open: OpenBench): void {
  const bench = freshBench(open);

  it('gives back an equal value that is not the same object', async () => {
    const { artefacts } = bench().stores;
    const payload = {
      jti: 'a',
      accountId: 'acc_1',
      nested: { list: [1, 'two', null, { três: true }] },
    };
    await artefacts.upsert('AccessToken', 'a', payload, 60);
    const first = await artefacts.find('AccessToken', 'a');
    const second = await artefacts.find('AccessToken', 'a');
    assert.deepEqual(first, payload);
    assert.notEqual(first, payload);
    assert.notEqual(first, second);
    assert.notEqual(first?.nested, second?.nested);
  });

  it('keeps fields it does not know', async () => {
    const { artefacts } = bench().stores;
    const payload = {
      'urn:x': [[]],
      expiresWithSession: false,
      __v: 0,
      rar: { 'định danh': '🪷' },
    };
    await artefacts.upsert('Interaction', 'i', payload, 60);
    assert.deepEqual(await artefacts.find('Interaction', 'i'), payload);
  });

  it('replaces the whole payload on a second write', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', 's', { uid: 'u', a: 1 }, 60);
    await artefacts.upsert('Session', 's', { uid: 'u', b: 2 }, 60);
    assert.deepEqual(await artefacts.find('Session', 's'), { uid: 'u', b: 2 });
  });

  it('finds nothing under an id it has not seen', async () => {
    assert.equal(await bench().stores.artefacts.find('AccessToken', 'unknown'), undefined);
  });

  it('keeps models apart that use the same id', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AccessToken', 'same', { kind: 'access' }, 60);
    await artefacts.upsert('RefreshToken', 'same', { kind: 'refresh' }, 60);
    await artefacts.consume('RefreshToken', 'same');
    assert.deepEqual(await artefacts.find('AccessToken', 'same'), { kind: 'access' });
    await artefacts.destroy('AccessToken', 'same');
    assert.equal((await artefacts.find('RefreshToken', 'same'))?.kind, 'refresh');
    assert.equal(await artefacts.find('Access', 'Tokensame'), undefined);
  });

  it('destroys a record, and does not mind destroying it twice', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    await artefacts.destroy('Session', 's');
    await artefacts.destroy('Session', 's');
    assert.equal(await artefacts.find('Session', 's'), undefined);
    assert.equal(await artefacts.findByUid('Session', 'u'), undefined);
  });

  it('shows when a record was consumed, in epoch seconds', async () => {
    const { stores, clock } = bench();
    await stores.artefacts.upsert('AuthorizationCode', 'c', { scope: 'openid' }, 60);
    const before = Math.floor(clock() / 1_000);
    assert.equal(await stores.artefacts.consume('AuthorizationCode', 'c'), 'won');
    const found = await stores.artefacts.find('AuthorizationCode', 'c');
    assert.equal(found?.scope, 'openid');
    assert.ok(typeof found.consumed === 'number' && found.consumed - before <= 1);
  });

  it('tells a replay from a record that is not there', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AuthorizationCode', 'c', {}, 60);
    assert.equal(await artefacts.consume('AuthorizationCode', 'c'), 'won');
    assert.equal(await artefacts.consume('AuthorizationCode', 'c'), 'replayed');
    assert.equal(await artefacts.consume('RefreshToken', 'c'), 'absent');
  });

  it('creates no record by consuming one that is not there', async () => {
    const { artefacts } = bench().stores;
    assert.equal(await artefacts.consume('AuthorizationCode', 'ghost'), 'absent');
    assert.equal(await artefacts.find('AuthorizationCode', 'ghost'), undefined);
    assert.equal(await artefacts.consume('AuthorizationCode', 'ghost'), 'absent');
  });

  it('keeps the consumed mark when the record is written again', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('RefreshToken', 'r', { rotations: 1 }, 60);
    await artefacts.consume('RefreshToken', 'r');
    await artefacts.upsert('RefreshToken', 'r', { rotations: 2 }, 60);
    const found = await artefacts.find('RefreshToken', 'r');
    assert.equal(found?.rotations, 2);
    assert.equal(typeof found.consumed, 'number');
    assert.equal(await artefacts.consume('RefreshToken', 'r'), 'replayed');
  });

  it('takes a record that was written as consumed for spent', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('RefreshToken', 'r', { consumed: 1_700_000_000 }, 60);
    assert.deepEqual(await artefacts.find('RefreshToken', 'r'), { consumed: 1_700_000_000 });
    assert.equal(await artefacts.consume('RefreshToken', 'r'), 'replayed');
  });
}

function describeSecondaryKeys(open: OpenBench, at: SpellId): void {
  const bench = freshBench(open);

  it('finds a session by its uid, in its own model only', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', at('s'), { uid: at('u'), accountId: 'acc_1' }, 60);
    assert.deepEqual(await artefacts.findByUid('Session', at('u')), {
      uid: at('u'),
      accountId: 'acc_1',
    });
    assert.equal(await artefacts.findByUid('Interaction', at('u')), undefined);
    assert.equal(await artefacts.findByUserCode('Session', at('u')), undefined);
  });

  it('finds a device code by its user code, in its own model only', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('DeviceCode', at('d'), { userCode: at('ABCD-EFGH') }, 60);
    assert.deepEqual(await artefacts.findByUserCode('DeviceCode', at('ABCD-EFGH')), {
      userCode: at('ABCD-EFGH'),
    });
    assert.equal(await artefacts.findByUserCode('Session', at('ABCD-EFGH')), undefined);
  });

  it('finds a session under its new id while the old one still exists', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', at('old'), { uid: at('u'), jti: 'old' }, 60);
    await artefacts.upsert('Session', at('new'), { uid: at('u'), jti: 'new' }, 60);
    assert.equal((await artefacts.findByUid('Session', at('u')))?.jti, 'new');
    await artefacts.destroy('Session', at('old'));
    assert.equal((await artefacts.findByUid('Session', at('u')))?.jti, 'new');
  });

  it('forgets a secondary key that a later write leaves out', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('DeviceCode', at('d'), { userCode: at('ABCD') }, 60);
    await artefacts.upsert('DeviceCode', at('d'), { error: 'access_denied' }, 60);
    assert.equal(await artefacts.findByUserCode('DeviceCode', at('ABCD')), undefined);
  });

  it('shows the consumed mark through secondary keys too', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('DeviceCode', at('d'), { userCode: at('ABCD') }, 60);
    await artefacts.consume('DeviceCode', at('d'));
    const found = await artefacts.findByUserCode('DeviceCode', at('ABCD'));
    assert.equal(typeof found?.consumed, 'number');
  });

  it('does not bring back an older session when that one is written again', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', at('old'), { uid: at('u'), jti: 'old' }, 60);
    await artefacts.upsert('Session', at('new'), { uid: at('u'), jti: 'new' }, 60);
    await artefacts.upsert('Session', at('old'), { uid: at('u'), jti: 'late' }, 60);
    assert.equal((await artefacts.findByUid('Session', at('u')))?.jti, 'new');
  });
}
