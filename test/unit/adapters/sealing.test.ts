import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { createSealer } from '../../../adapters/sealing.ts';
import { SealBroken } from '../../../errors.ts';

const newKey = (id: string) => ({ id, key: randomBytes(32) });

describe('A sealer', () => {
  const first = newKey('k1');
  const sealer = createSealer([first]);

  it('opens what it sealed, in the same place', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      assert.equal(sealer.open(sealer.seal(text, place), place), text);
    });
    fc.assert(property);
  });

  it('writes the key id, a nonce and the sealed text, all fit for a URL', () => {
    assert.match(sealer.seal('text', 'place'), /^k1\.[\w-]{36}\.[\w-]+$/);
  });

  it('does not open in another place', () => {
    const sealed = sealer.seal('text', 'accounts/sealed_person/acc_1');
    assert.throws(() => sealer.open(sealed, 'accounts/sealed_person/acc_2'), SealBroken);
  });

  it('does not open once a single character is changed', () => {
    const sealed = sealer.seal('text', 'place');
    for (const [index, character] of [...sealed].entries()) {
      // The bits of a last character that base64url does not use are no part of the value.
      if (index === sealed.length - 1) continue;
      const changed = `${sealed.slice(0, index)}${character === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`;
      assert.throws(() => sealer.open(changed, 'place'), SealBroken, `at ${index}`);
    }
  });

  it('does not open a value that is cut short or too long', () => {
    const sealed = sealer.seal('text', 'place');
    for (let length = 0; length < sealed.length; length += 1) {
      assert.throws(() => sealer.open(sealed.slice(0, length), 'place'), SealBroken, `${length}`);
    }
    assert.throws(() => sealer.open(`${sealed}.AAAA`, 'place'), SealBroken);
    assert.throws(() => sealer.open(`${sealed}AAAA`, 'place'), SealBroken);
  });

  it('never writes the same nonce twice, nor does a second sealer with the same key', () => {
    const second = createSealer([first]);
    const nonces = new Set<string | undefined>();
    for (let count = 0; count < 1_000; count += 1) {
      nonces.add(sealer.seal('text', 'place').split('.')[1]);
      nonces.add(second.seal('text', 'place').split('.')[1]);
    }
    assert.equal(nonces.size, 2_000);
  });

  it('seals with its first key and opens with all of them', () => {
    const old = sealer.seal('old', 'place');
    const rotated = createSealer([newKey('k2'), first]);
    assert.match(rotated.seal('new', 'place'), /^k2\./);
    assert.equal(rotated.open(old, 'place'), 'old');
    assert.equal(rotated.open(rotated.seal('new', 'place'), 'place'), 'new');
  });

  it('does not open what a key it does not have sealed, whatever its name', () => {
    const stranger = createSealer([newKey('k1')]).seal('text', 'place');
    assert.throws(() => sealer.open(stranger, 'place'), SealBroken);
    const unnamed = createSealer([newKey('k9')]).seal('text', 'place');
    assert.throws(() => sealer.open(unnamed, 'place'), SealBroken);
  });

  it('tells where a seal is broken and never what was in it', () => {
    const sealed = sealer.seal('secret text', 'place');
    assert.throws(
      () => sealer.open(sealed, 'elsewhere'),
      (error: SealBroken) => {
        assert.match(error.message, /elsewhere/);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      },
    );
  });

  it('opens the values of more processes than it keeps keys of', () => {
    const values = Array.from({ length: 1_100 }, (_, index) =>
      createSealer([first]).seal(`${index}`, 'place'),
    );
    for (const [index, sealed] of values.entries()) {
      assert.equal(sealer.open(sealed, 'place'), `${index}`);
    }
  });

  it('needs a key', () => {
    assert.throws(() => createSealer([]), RangeError);
  });
});
