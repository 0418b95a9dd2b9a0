import assert from 'node:assert/strict';

import { caseOfReference, caseReference, newCaseId } from '../../../enrolment/reference.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');

describe('the reference of a case', () => {
  it('is the case again, however it is typed', () => {
    for (let count = 0; count < 500; count += 1) {
      const id = newCaseId();
      const reference = caseReference(id);
      assert.match(reference, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
      assert.equal(caseOfReference(reference), id);
      assert.equal(caseOfReference(` ${reference.replaceAll('-', '')}\n`), id);
      const careless = reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
      assert.equal(caseOfReference(careless.replaceAll('1', 'l')), id);
    }
  });

  it('is another one for every case, and every letter can stand anywhere', () => {
    const ids = Array.from({ length: 2_000 }, newCaseId);
    assert.equal(new Set(ids).size, ids.length);
    for (let place = 0; place < 12; place += 1) {
      const seen = new Set(ids.map((id) => id.slice('case_'.length)[place]));
      assert.equal(seen.size, LETTERS.length, `place ${place}`);
    }
  });

  it('tells every slip of one character', () => {
    for (let count = 0; count < 20; count += 1) {
      const letters = newCaseId().slice('case_'.length).split('');
      for (const [place, right] of letters.entries()) {
        for (const wrong of LETTERS) {
          if (wrong === right) continue;
          const slip = letters.with(place, wrong).join('');
          assert.equal(caseOfReference(slip), undefined, `${letters.join('')} ${slip}`);
        }
      }
    }
  });

  it('tells any two characters that changed places', () => {
    for (let count = 0; count < 50; count += 1) {
      const letters = newCaseId().slice('case_'.length).split('');
      for (const [here, one] of letters.entries()) {
        for (const [there, other] of letters.entries()) {
          if (one === other) continue;
          const slip = letters.with(here, other).with(there, one).join('');
          assert.equal(caseOfReference(slip), undefined, `${letters.join('')} ${slip}`);
        }
      }
    }
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      'case_',
      'x'.repeat(10_000),
      '0'.repeat(11),
      '0'.repeat(13),
      'U'.repeat(12),
      '099090000011',
      'F00000000107',
    ]) {
      assert.equal(caseOfReference(text), undefined, text.slice(0, 40));
    }
  });
});
