import assert from 'node:assert/strict';

import { parsePrincipal, principalOf, proverOf } from '../../../accounts/principal.ts';
import { isId, newId } from '../../../ids.ts';

describe('a principal', () => {
  it('of somebody who acts for nobody is the account id it always was', () => {
    const accountId = newId('acc');
    assert.equal(principalOf({ accountId, actorId: undefined }), accountId);
    assert.equal(principalOf({ accountId, actorId: accountId }), accountId, 'nor for themself');
    assert.deepEqual(parsePrincipal(accountId), { accountId, actorId: undefined });
    assert.equal(proverOf({ accountId, actorId: undefined }), accountId);
  });

  it('reads back as the two persons it was made of, in their places', () => {
    for (let round = 0; round < 200; round += 1) {
      const persons = { accountId: newId('acc'), actorId: newId('acc') };
      assert.deepEqual(parsePrincipal(principalOf(persons)), persons);
      assert.equal(proverOf(persons), persons.actorId);
    }
  });

  it('of one acting for another is nobody’s account id', () => {
    const principal = principalOf({ accountId: 'acc_ward', actorId: 'acc_guardian' });
    assert.ok(!isId('acc', principal));
  });

  for (const value of [
    undefined,
    '',
    'ward',
    'act_ward',
    'act_ward.',
    'act_.guardian',
    'act_ward.guardian.another',
    'act_ward.ward',
    'act_ward guardian',
    'act_ward.guardian\n',
    { accountId: 'acc_ward' },
  ]) {
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.equal(parsePrincipal(value), undefined);
    });
  }
});
