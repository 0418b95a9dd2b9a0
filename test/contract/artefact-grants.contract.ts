import assert from 'node:assert/strict';

import { GrantRevoked } from '../../errors.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { PLACES, type SpellId } from './places.ts';
import { repeated } from './race.ts';

export function describeArtefactGrants(open: OpenBench): void {
  for (const { places, at } of PLACES) {
    describe(`and artefacts of ${places}`, () => describeGrants(open, at));
  }
}

function describeGrants(open: OpenBench, at: SpellId): void {
  const bench = freshBench(open);

  it('revokes the artefacts of one model that belong to a grant, and no others', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60);
    await artefacts.upsert('AccessToken', at('b'), { grantId: at('other') }, 60);
    await artefacts.upsert('AccessToken', at('c'), {}, 60);
    await artefacts.upsert('RefreshToken', at('d'), { grantId: at('g') }, 60);
    await artefacts.upsert('Grant', at('g'), { accountId: 'acc_1' }, 60);
    await artefacts.revokeByGrantId('AccessToken', at('g'));
    await artefacts.revokeByGrantId('AccessToken', at('g'));
    assert.equal(await artefacts.find('AccessToken', at('a')), undefined);
    assert.deepEqual(await artefacts.find('AccessToken', at('b')), { grantId: at('other') });
    assert.deepEqual(await artefacts.find('AccessToken', at('c')), {});
    assert.deepEqual(await artefacts.find('RefreshToken', at('d')), { grantId: at('g') });
    assert.deepEqual(await artefacts.find('Grant', at('g')), { accountId: 'acc_1' });
  });

  it('still accepts writes under a grant of which one model was revoked', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60);
    await artefacts.revokeByGrantId('AccessToken', at('g'));
    await artefacts.upsert('AccessToken', at('b'), { grantId: at('g') }, 60);
    assert.deepEqual(await artefacts.find('AccessToken', at('b')), { grantId: at('g') });
  });

  it('revokes a grant with the artefacts of all models, secondary keys included', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', at('g'), {}, 60);
    await artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60);
    await artefacts.upsert('DeviceCode', at('d'), { grantId: at('g'), userCode: at('ABCD') }, 60);
    await artefacts.upsert('AccessToken', at('b'), { grantId: at('other') }, 60);
    await artefacts.revokeGrant(at('g'));
    await artefacts.revokeGrant(at('g'));
    assert.equal(await artefacts.find('Grant', at('g')), undefined);
    assert.equal(await artefacts.find('AccessToken', at('a')), undefined);
    assert.equal(await artefacts.findByUserCode('DeviceCode', at('ABCD')), undefined);
    assert.deepEqual(await artefacts.find('AccessToken', at('b')), { grantId: at('other') });
  });

  it('refuses late writes under a revoked grant, the grant itself included', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', at('g'), {}, 60);
    await artefacts.upsert('AuthorizationCode', at('c'), { grantId: at('g') }, 60);
    await artefacts.revokeGrant(at('g'));
    await assert.rejects(
      artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60),
      GrantRevoked,
    );
    await assert.rejects(
      artefacts.upsert('AuthorizationCode', at('c'), { grantId: at('g') }, 60),
      GrantRevoked,
    );
    await assert.rejects(artefacts.upsert('Grant', at('g'), {}, 60), GrantRevoked);
    assert.equal(await artefacts.find('AccessToken', at('a')), undefined);
    assert.equal(await artefacts.find('AuthorizationCode', at('c')), undefined);
    assert.equal(await artefacts.find('Grant', at('g')), undefined);
  });

  it('refuses late writes under a grant it had never seen', async () => {
    const { artefacts } = bench().stores;
    await artefacts.revokeGrant(at('g'));
    await assert.rejects(
      artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60),
      GrantRevoked,
    );
  });

  it('leaves a record as it was when a late write moves it under a revoked grant', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('DeviceCode', at('d'), { userCode: at('ABCD') }, 60);
    await artefacts.revokeGrant(at('g'));
    const late = artefacts.upsert(
      'DeviceCode',
      at('d'),
      { userCode: at('ABCD'), grantId: at('g') },
      60,
    );
    await assert.rejects(late, GrantRevoked);
    assert.deepEqual(await artefacts.find('DeviceCode', at('d')), { userCode: at('ABCD') });
  });

  it('remembers a revocation as long as anything of the grant would have lived', async () => {
    const { stores, elapse } = bench();
    const days = 86_400;
    await stores.artefacts.upsert('Grant', at('g'), {}, 14 * days);
    await stores.artefacts.upsert('RefreshToken', at('r'), { grantId: at('g') }, 30 * days);
    await stores.artefacts.revokeGrant(at('g'));
    await elapse(30 * days - 60);
    const late = stores.artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60);
    await assert.rejects(late, GrantRevoked);
  });

  it('does not shorten a revocation by repeating it', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('Grant', at('g'), {}, 14 * 86_400);
    await stores.artefacts.revokeGrant(at('g'));
    await stores.artefacts.revokeGrant(at('g'));
    await elapse(13 * 86_400);
    const late = stores.artefacts.upsert('AccessToken', at('a'), { grantId: at('g') }, 60);
    await assert.rejects(late, GrantRevoked);
  });

  it('catches members of a grant whose writing had begun when it was revoked', async () => {
    const { artefacts } = bench().stores;
    const ids = repeated(40, (index) => at(`t${index}`));
    const write = (id: string) => artefacts.upsert('AccessToken', id, { grantId: at('g') }, 60);
    const before = ids.slice(0, 20).map(write);
    const revoked = artefacts.revokeByGrantId('AccessToken', at('g'));
    const after = ids.slice(20).map(write);
    await Promise.all([...before, revoked, ...after]);
    for (const id of ids.slice(0, 20)) {
      assert.equal(await artefacts.find('AccessToken', id), undefined);
    }
  });
}
