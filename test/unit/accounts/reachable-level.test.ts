import assert from 'node:assert/strict';

import { levelBackAt, levelOf } from '../../../accounts/acting.ts';
import { reachableLevel } from '../../../accounts/reachable-level.ts';
import { isAuthenticationOver } from '../../../accounts/signed-out.ts';
import { sampleAccount, sampleAuthentication } from '../../contract/samples.ts';

const UNTIL = 1_000;

describe('the level an account reaches', () => {
  const recovered = sampleAccount({ level: 2, coolDownUntil: UNTIL });

  it('is 1 until the cool-down ends, to the millisecond', () => {
    assert.equal(reachableLevel(recovered, UNTIL - 1), 1);
    assert.equal(reachableLevel(recovered, UNTIL), 2);
    assert.equal(reachableLevel({ ...recovered, coolDownUntil: undefined }, 0), 2);
    assert.equal(reachableLevel({ ...recovered, level: 1 }, UNTIL), 1);
  });

  it('is that of the weaker, where a guardian who has just been recovered acts for a ward', () => {
    const ward = sampleAccount({ level: 2 });
    const actor = { account: recovered, locks: [], guardianship: undefined };
    assert.equal(levelOf({ account: ward, actor }, UNTIL - 1), 1);
    assert.equal(levelBackAt({ account: ward, actor }, UNTIL - 1), UNTIL);
    assert.equal(levelOf({ account: ward, actor }, UNTIL), 2);
    assert.equal(levelBackAt({ account: ward, actor }, UNTIL), undefined);
  });
});

describe('what was proven before everything was ended', () => {
  const account = sampleAccount({ signedOutAt: 100 });
  const provenAt = (at: number, factorAt = at) => {
    const sample = sampleAuthentication(account.id, { at });
    return { ...sample, factors: sample.factors.map((factor) => ({ ...factor, at: factorAt })) };
  };
  const isOver = (authentication: ReturnType<typeof provenAt> | undefined) =>
    isAuthenticationOver({ account, authentication });

  it('is over, and so is what rests on a proof from before', () => {
    assert.equal(isOver(provenAt(100)), true);
    assert.equal(isOver(provenAt(150, 99)), true);
    assert.equal(isOver(provenAt(101)), false);
    assert.equal(isOver(undefined), true);
    const never = { account: sampleAccount(), authentication: undefined };
    assert.equal(isAuthenticationOver(never), false);
  });

  it('is over of a guardian for the ward, and not the other way round', () => {
    const guardian = sampleAccount({ signedOutAt: 200 });
    const actor = { account: guardian, locks: [], guardianship: undefined };
    const ward = sampleAccount();
    assert.equal(
      isAuthenticationOver({ account: ward, actor, authentication: provenAt(150) }),
      true,
    );
    const free = { ...actor, account: sampleAccount() };
    const later = provenAt(150, 99);
    assert.equal(isAuthenticationOver({ account, actor: free, authentication: later }), false);
  });
});
