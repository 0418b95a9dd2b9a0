import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import { createKeyKeeper } from '../../provider/key-keeper.ts';
import { keyStates } from '../../provider/key-states.ts';
import type { SigningKey, SigningKeyStore } from '../../provider/signing-key-store.ts';
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

    describeSigningKeyClauses(() => bench().stores.signingKeys);

    it('takes a key an older program has made as one that signs since it was made', async () => {
      const { signingKeys } = bench().stores;
      const key = sampleKey('ES256', 10, 'older');
      await signingKeys.insertFirst(key);
      await bench().tamper('update signing_keys set active_from = null');
      assert.deepEqual(await signingKeys.list(), [key]);
      assert.equal(await signingKeys.insertAfter('older', sampleKey('ES256', 20, 'next')), true);
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

      it(`makes exactly one next key of ${RACERS} parallel rotations, ${where}`, async () => {
        const { signingKeys } = bench().stores;
        const commands = repeated(RACERS, (): Command => ({ do: 'rotate-key', leadMs: 60_000 }));
        await signingKeys.insertFirst(sampleKey('ES256', 1, 'first'));
        const outcomes = await run(bench(), commands);
        assert.deepEqual(tally(outcomes), { '"made"': 1, '"waiting"': RACERS - 1 });
        assert.deepEqual(await statesOf(signingKeys), ['current', 'next']);
      });

      it(`puts one successor in the place of a key many withdraw and rotate at once, ${where}`, async () => {
        const { signingKeys } = bench().stores;
        await signingKeys.insertFirst(sampleKey('ES256', 1, 'stolen'));
        const commands = repeated(RACERS, (index): Command => {
          return index % 4 < 2
            ? { do: 'withdraw-key', kid: 'stolen' }
            : { do: 'rotate-key', leadMs: 60_000 };
        });
        const outcomes = tally(await run(bench(), commands));
        assert.equal(outcomes['"removed"'], 1, JSON.stringify(outcomes));
        const left = await signingKeys.records();
        assert.ok(!left.some(({ kid }) => kid === 'stolen'));
        const current = keyStates(left, Date.now()).filter(({ state }) => state === 'current');
        assert.equal(current.length, 1);
        // Who rotates after the successor signs makes the one that follows it.
        assert.ok(left.length <= 2, String(left.length));
      });
    }
  });
}

/** What every store of signing keys promises, wherever it keeps them. */
export function describeSigningKeyClauses(open: () => SigningKeyStore): void {
  it('lists keys as inserted, oldest first, and their times without what signs', async () => {
    const signingKeys = open();
    const [newer, older] = [sampleKey('ES256', 20), sampleKey('PS256', 10)];
    assert.equal(await signingKeys.insertFirst(newer), true);
    assert.equal(await signingKeys.insertFirst(older), true);
    assert.deepEqual(await signingKeys.list(), [older, newer]);
    const times = [older, newer].map(({ kid, alg, createdAt, activeFrom }) => {
      return { kid, alg, createdAt, activeFrom };
    });
    assert.deepEqual(await signingKeys.records(), times);
  });

  it('inserts no second first key of an algorithm', async () => {
    const signingKeys = open();
    const first = sampleKey('ES256', 1, 'first');
    assert.equal(await signingKeys.insertFirst(first), true);
    assert.equal(await signingKeys.insertFirst(sampleKey('ES256', 2, 'second')), false);
    assert.deepEqual(await signingKeys.list(), [first]);
  });

  it('inserts one successor of a key, and another once that one is removed', async () => {
    const signingKeys = open();
    await signingKeys.insertFirst(sampleKey('ES256', 1, 'first'));
    assert.equal(await signingKeys.insertAfter('first', sampleKey('ES256', 2, 'second')), true);
    assert.equal(await signingKeys.insertAfter('first', sampleKey('ES256', 3, 'third')), false);
    assert.equal(await signingKeys.insertAfter('second', sampleKey('ES256', 3, 'third')), true);
    assert.equal(await signingKeys.remove('second'), true);
    assert.equal(await signingKeys.remove('second'), false);
    assert.equal(await signingKeys.insertAfter('first', sampleKey('ES256', 4, 'fourth')), true);
    const kids = (await signingKeys.records()).map(({ kid }) => kid);
    assert.deepEqual(kids, ['first', 'third', 'fourth']);
  });

  it('refuses two keys with the same kid', async () => {
    const signingKeys = open();
    await signingKeys.insertFirst(sampleKey('ES256', 1, 'same'));
    await assert.rejects(signingKeys.insertFirst(sampleKey('PS256', 1, 'same')), Conflict);
    await assert.rejects(signingKeys.insertAfter('same', sampleKey('ES256', 1, 'same')), Conflict);
  });

  it('brings the time of a key forward, and never puts it off', async () => {
    const signingKeys = open();
    await signingKeys.insertFirst({ ...sampleKey('ES256', 1, 'key'), activeFrom: 100 });
    assert.equal(await signingKeys.bringForward('key', 101), false);
    assert.equal(await signingKeys.bringForward('key', 100), false);
    assert.equal(await signingKeys.bringForward('key', 50), true);
    assert.equal(await signingKeys.bringForward('nobody', 50), false);
    const [{ activeFrom } = { activeFrom: 0 }] = await signingKeys.records();
    assert.equal(activeFrom, 50);
  });

  it('keeps a key that can be used: what rotation makes signs after it was read back', async () => {
    const signingKeys = open();
    const keeper = createKeyKeeper(signingKeys, () => 1_000);
    assert.equal((await keeper.rotate('EdDSA', 500)).kind, 'made');
    const [key] = await signingKeys.list();
    assert.equal(key?.jwk.alg, 'EdDSA');
    assert.equal(typeof key.jwk.d, 'string');
    assert.equal(key.jwk.kid, key.kid);
  });
}

async function statesOf(store: SigningKeyStore): Promise<readonly string[]> {
  return keyStates(await store.records(), Date.now()).map(({ state }) => state);
}

function sampleKey(alg: string, createdAt: number, kid = `kid-${alg}`): SigningKey {
  return {
    kid,
    alg,
    createdAt,
    activeFrom: createdAt,
    jwk: { kty: 'EC', crv: 'P-256', kid, d: 'private', x: 'x', y: 'y' },
  };
}
