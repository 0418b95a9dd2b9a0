import assert from 'node:assert/strict';

import { HIGH, LOW, reaches, SUBSTANTIAL } from '../../../clients/sample-rps/shared/acr-ladder.ts';

describe('the acr ladder of the samples', () => {
  it('treats each value as a minimum', () => {
    const ladder = [LOW, SUBSTANTIAL, HIGH];
    for (const [have, acr] of ladder.entries()) {
      for (const [want, minimum] of ladder.entries()) {
        assert.equal(reaches(acr, minimum), have >= want, `${acr} for ${minimum}`);
      }
    }
  });

  it('lets a value it does not know neither reach nor be reached', () => {
    for (const unknown of ['phr', '', undefined, null, 2, [SUBSTANTIAL]]) {
      assert.equal(reaches(unknown, LOW), false);
    }
    assert.equal(reaches(HIGH, 'phr'), false);
    assert.equal(reaches('phr', 'phr'), false);
  });
});
