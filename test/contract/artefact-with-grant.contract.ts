import assert from 'node:assert/strict';

import { freshBench, type OpenBench } from './engine.ts';
import { PLACES, type SpellId } from './places.ts';

export function describeArtefactWithGrant(open: OpenBench): void {
  for (const { places, at } of PLACES) {
    describe(`read together, with ${places}`, () => describeReadingTogether(open, at));
  }
}

function describeReadingTogether(open: OpenBench, at: SpellId): void {
  const bench = freshBench(open);
  const token = { grantId: at('g'), scope: 'openid' };
  const grant = { accountId: 'acc_1', openid: { scope: 'openid' } };

  it('gives an artefact and its grant', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', at('g'), grant, 60);
    await artefacts.upsert('Grant', at('other'), {}, 60);
    await artefacts.upsert('AccessToken', at('a'), token, 60);
    assert.deepEqual(await artefacts.findWithGrant('AccessToken', at('a')), {
      artefact: token,
      grant,
    });
    assert.equal(await artefacts.findWithGrant('RefreshToken', at('a')), undefined);
  });

  it('gives the artefact alone when its grant was destroyed, has expired, or never was', async () => {
    const { stores, elapse } = bench();
    const { artefacts } = stores;
    const alone = { artefact: token, grant: undefined };
    const read = () => artefacts.findWithGrant('AccessToken', at('a'));
    await artefacts.upsert('AccessToken', at('a'), token, 60);
    assert.deepEqual(await read(), alone);
    await artefacts.upsert('Grant', at('g'), grant, 1);
    assert.deepEqual(await read(), { artefact: token, grant });
    await elapse(1);
    assert.deepEqual(await read(), alone);
    await artefacts.upsert('Grant', at('g'), grant, 60);
    await artefacts.destroy('Grant', at('g'));
    assert.deepEqual(await read(), alone);
  });

  it('gives an artefact that belongs to no grant', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Session', at('s'), { uid: at('u') }, 60);
    await artefacts.upsert('Grant', at('g'), grant, 60);
    assert.deepEqual(await artefacts.findWithGrant('Session', at('s')), {
      artefact: { uid: at('u') },
      grant: undefined,
    });
    assert.deepEqual(await artefacts.findWithGrant('Grant', at('g')), {
      artefact: grant,
      grant: undefined,
    });
  });

  it('gives nothing when the artefact is not there, has expired, or its grant was revoked', async () => {
    const { stores, elapse } = bench();
    const { artefacts } = stores;
    const read = () => artefacts.findWithGrant('AccessToken', at('a'));
    assert.equal(await read(), undefined);
    await artefacts.upsert('Grant', at('g'), grant, 60);
    await artefacts.upsert('AccessToken', at('a'), token, 1);
    await elapse(1);
    assert.equal(await read(), undefined);
    await artefacts.upsert('AccessToken', at('a'), token, 60);
    await artefacts.revokeGrant(at('g'));
    assert.equal(await read(), undefined);
    assert.equal(await artefacts.consume('AccessToken', at('a')), 'absent');
  });

  it('shows when the artefact was consumed', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', at('g'), grant, 60);
    await artefacts.upsert('AuthorizationCode', at('c'), token, 60);
    await artefacts.consume('AuthorizationCode', at('c'));
    const found = await artefacts.findWithGrant('AuthorizationCode', at('c'));
    assert.equal(typeof found?.artefact.consumed, 'number');
    assert.deepEqual(found?.grant, grant);
  });

  it('follows an artefact that gets a grant later, and one that gets another', async () => {
    const { artefacts } = bench().stores;
    const write = (grantId?: string) =>
      artefacts.upsert('DeviceCode', at('d'), { userCode: at('ABCD'), grantId }, 60);
    const grantNow = async () =>
      (await artefacts.findWithGrant('DeviceCode', at('d')))?.grant?.accountId;
    await artefacts.upsert('Grant', at('g'), { accountId: 'first' }, 60);
    await artefacts.upsert('Grant', at('h'), { accountId: 'second' }, 60);
    await write();
    assert.equal(await grantNow(), undefined);
    await write(at('g'));
    assert.equal(await grantNow(), 'first');
    await write(at('h'));
    assert.equal(await grantNow(), 'second');
    await artefacts.revokeGrant(at('g'));
    assert.equal(await grantNow(), 'second');
    await artefacts.revokeGrant(at('h'));
    assert.equal(await artefacts.findByUserCode('DeviceCode', at('ABCD')), undefined);
  });
}
