import assert from 'node:assert/strict';

import { GrantRevoked } from '../../errors.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { repeated } from './race.ts';

export function describeArtefactGrants(open: OpenBench): void {
  const bench = freshBench(open);

  it('revokes the artefacts of one model that belong to a grant, and no others', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60);
    await artefacts.upsert('AccessToken', 'b', { grantId: 'other' }, 60);
    await artefacts.upsert('AccessToken', 'c', {}, 60);
    await artefacts.upsert('RefreshToken', 'd', { grantId: 'g' }, 60);
    await artefacts.upsert('Grant', 'g', { accountId: 'acc_1' }, 60);
    await artefacts.revokeByGrantId('AccessToken', 'g');
    await artefacts.revokeByGrantId('AccessToken', 'g');
    assert.equal(await artefacts.find('AccessToken', 'a'), undefined);
    assert.deepEqual(await artefacts.find('AccessToken', 'b'), { grantId: 'other' });
    assert.deepEqual(await artefacts.find('AccessToken', 'c'), {});
    assert.deepEqual(await artefacts.find('RefreshToken', 'd'), { grantId: 'g' });
    assert.deepEqual(await artefacts.find('Grant', 'g'), { accountId: 'acc_1' });
  });

  it('still accepts writes under a grant of which one model was revoked', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60);
    await artefacts.revokeByGrantId('AccessToken', 'g');
    await artefacts.upsert('AccessToken', 'b', { grantId: 'g' }, 60);
    assert.deepEqual(await artefacts.find('AccessToken', 'b'), { grantId: 'g' });
  });

  it('revokes a grant with the artefacts of all models, secondary keys included', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', 'g', {}, 60);
    await artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60);
    await artefacts.upsert('DeviceCode', 'd', { grantId: 'g', userCode: 'ABCD' }, 60);
    await artefacts.upsert('AccessToken', 'b', { grantId: 'other' }, 60);
    await artefacts.revokeGrant('g');
    await artefacts.revokeGrant('g');
    assert.equal(await artefacts.find('Grant', 'g'), undefined);
    assert.equal(await artefacts.find('AccessToken', 'a'), undefined);
    assert.equal(await artefacts.findByUserCode('DeviceCode', 'ABCD'), undefined);
    assert.deepEqual(await artefacts.find('AccessToken', 'b'), { grantId: 'other' });
  });

  it('refuses late writes under a revoked grant, the grant itself included', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('Grant', 'g', {}, 60);
    await artefacts.upsert('AuthorizationCode', 'c', { grantId: 'g' }, 60);
    await artefacts.revokeGrant('g');
    await assert.rejects(artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60), GrantRevoked);
    await assert.rejects(
      artefacts.upsert('AuthorizationCode', 'c', { grantId: 'g' }, 60),
      GrantRevoked,
    );
    await assert.rejects(artefacts.upsert('Grant', 'g', {}, 60), GrantRevoked);
    assert.equal(await artefacts.find('AccessToken', 'a'), undefined);
    assert.equal(await artefacts.find('AuthorizationCode', 'c'), undefined);
    assert.equal(await artefacts.find('Grant', 'g'), undefined);
  });

  it('refuses late writes under a grant it had never seen', async () => {
    const { artefacts } = bench().stores;
    await artefacts.revokeGrant('g');
    await assert.rejects(artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60), GrantRevoked);
  });

  it('leaves a record as it was when a late write moves it under a revoked grant', async () => {
    const { artefacts } = bench().stores;
    await artefacts.upsert('DeviceCode', 'd', { userCode: 'ABCD' }, 60);
    await artefacts.revokeGrant('g');
    const late = artefacts.upsert('DeviceCode', 'd', { userCode: 'ABCD', grantId: 'g' }, 60);
    await assert.rejects(late, GrantRevoked);
    assert.deepEqual(await artefacts.find('DeviceCode', 'd'), { userCode: 'ABCD' });
  });

  it('remembers a revocation as long as anything of the grant would have lived', async () => {
    const { stores, elapse } = bench();
    const days = 86_400;
    await stores.artefacts.upsert('Grant', 'g', {}, 14 * days);
    await stores.artefacts.upsert('RefreshToken', 'r', { grantId: 'g' }, 30 * days);
    await stores.artefacts.revokeGrant('g');
    await elapse(30 * days - 60);
    const late = stores.artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60);
    await assert.rejects(late, GrantRevoked);
  });

  it('does not shorten a revocation by repeating it', async () => {
    const { stores, elapse } = bench();
    await stores.artefacts.upsert('Grant', 'g', {}, 14 * 86_400);
    await stores.artefacts.revokeGrant('g');
    await stores.artefacts.revokeGrant('g');
    await elapse(13 * 86_400);
    const late = stores.artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60);
    await assert.rejects(late, GrantRevoked);
  });

  it('catches members of a grant whose writing had begun when it was revoked', async () => {
    const { artefacts } = bench().stores;
    const ids = repeated(40, (index) => `t${index}`);
    const write = (id: string) => artefacts.upsert('AccessToken', id, { grantId: 'g' }, 60);
    const before = ids.slice(0, 20).map(write);
    const revoked = artefacts.revokeByGrantId('AccessToken', 'g');
    const after = ids.slice(20).map(write);
    await Promise.all([...before, revoked, ...after]);
    for (const id of ids.slice(0, 20)) {
      assert.equal(await artefacts.find('AccessToken', id), undefined);
    }
  });
}
