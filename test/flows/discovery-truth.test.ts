import assert from 'node:assert/strict';

import { REFUSALS } from '../truth/refusals.ts';
import { ROWS } from '../truth/rows.ts';
import { createWorld, type World } from '../truth/world.ts';

/** The document against behaviour: everything advertised works, and nothing works that is not. */
describe('the discovery document tells the truth:', function () {
  this.timeout(180_000);
  let world: World;

  before(async () => {
    world = await createWorld();
  });

  it('each member has a row that shows it, and each row its member', () => {
    assert.deepEqual(Object.keys(world.metadata).toSorted(), Object.keys(ROWS).toSorted());
  });

  for (const [member, proof] of Object.entries(ROWS)) {
    it(`${member} works as advertised`, async () => {
      const value = world.metadata[member];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      assert.ok(values.length > 0, 'an empty list is left out (RFC 8414, section 3.2)');
      assert.equal(new Set(values).size, values.length, 'each value once');
      for (const each of values) {
        try {
          await proof(typeof each === 'string' ? each : JSON.stringify(each), world);
        } catch (cause) {
          throw new Error(`${member}: ${JSON.stringify(each)}`, { cause });
        }
      }
    });
  }

  for (const { what, refused } of REFUSALS) {
    it(`refuses ${what}, which is not advertised`, () => refused(world));
  }
});
