import assert from 'node:assert/strict';

import { caseOfReference, caseReference } from '../../../enrolment/reference.ts';
import { newId } from '../../../ids.ts';

describe('the reference of a case', () => {
  it('is the case again, however it is typed', () => {
    for (let count = 0; count < 200; count += 1) {
      const id = newId('case');
      const reference = caseReference(id);
      assert.match(reference, /^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
      assert.equal(caseOfReference(reference), id);
      const careless = reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
      assert.equal(caseOfReference(careless.replaceAll('1', 'l')), id);
    }
  });

  it('tells most slips: one character typed wrong is no reference', () => {
    const reference = caseReference('case_AAECAwQFBgcICQoLDA0ODxAR');
    const slips = [...reference].flatMap((letter, index) =>
      letter === '-'
        ? []
        : '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
            .split('')
            .filter((other) => other !== letter)
            .map((other) => reference.slice(0, index) + other + reference.slice(index + 1)),
    );
    const unnoticed = slips.filter((slip) => caseOfReference(slip) !== undefined);
    assert.equal(slips.length, 30 * 31);
    assert.ok(unnoticed.length <= 30, `${unnoticed.length} of ${slips.length}`);
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      'case_',
      'x'.repeat(10_000),
      '0'.repeat(29),
      'U'.repeat(30),
      'Z'.repeat(30),
    ]) {
      assert.equal(caseOfReference(text), undefined, text.slice(0, 40));
    }
  });
});
