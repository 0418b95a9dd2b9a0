import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import type { SigningKey } from '../../provider/signing-key-store.ts';
import type { Command } from './command.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';

export function describeSigningKeyStoreContract(name: string, open: OpenBench): void {
  describe(`The signing key store on ${name}`, () => {
    const bench = freshBench(open);
    const places = [
      { where: 'in one process', run: race },
      { where: 'in two processes', run: raceAcrossProcesses },
    ];

    it('lists keys as inserted, oldest first', async () => {
      const { signingKeys } = bench().stores;
      const [newer, older] = [sampleKey('ES256', 20), sampleKey('PS256', 10)];
      assert.equal(await signingKeys.insertFirst(newer), true);
      assert.equal(await signingKeys.insertFirst(older), true);
      assert.deepEqual(await signingKeys.list(), [older, newer]);
    });

    it('inserts no second first key of an algorithm', async () => {
      const { signingKeys } = bench().stores;
      const first = sampleKey('ES256', 1, 'first');
      assert.equal(await signingKeys.insertFirst(first), true);
      assert.equal(await signingKeys.insertFirst(sampleKey('ES256', 2, 'second')), false);
      assert.deepEqual(await signingKeys.list(), [first]);
    });

    it('refuses two keys with the same kid', async () => {
      const { signingKeys } = bench().stores;
      await signingKeys.insertFirst(sampleKey('ES256', 1, 'same'));
      await assert.rejects(signingKeys.insertFirst(sampleKey('PS256', 1, 'same')), Conflict);
    });

    for (const { where, run } of places) {
      it(`lets exactly one of ${RACERS} parallel starts insert the first key, ${where}`, async () => {
        const commands = repeated(RACERS, (index): Command => {
          return { do: 'insert-first-key', kid: `kid-${index}` };
        });
        const outcomes = await run(bench(), commands);
        assert.deepEqual(tally(outcomes), { true: 1, false: RACERS - 1 });
        assert.equal((await bench().stores.signingKeys.list()).length, 1);
      });
    }
  });
}

function sampleKey(alg: string, createdAt: number, kid = `kid-${alg}`): SigningKey {
  return {
    kid,
    alg,
    createdAt,
    jwk: { kty: 'EC', crv: 'P-256', kid, d: 'private', x: 'x', y: 'y' },
  };
}
