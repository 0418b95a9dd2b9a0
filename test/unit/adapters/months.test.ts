import assert from 'node:assert/strict';

import { monthOf } from '../../../adapters/postgres/months.ts';

describe('A calendar month in UTC', () => {
  it('begins and ends at midnight there, wherever the program runs', () => {
    assert.deepEqual(monthOf(Date.UTC(2026, 10, 22, 5, 30)), {
      name: '2026_11',
      from: Date.UTC(2026, 10, 1),
      to: Date.UTC(2026, 11, 1),
    });
  });

  it('has its first and its last millisecond', () => {
    const { from, to } = monthOf(Date.UTC(2028, 1, 29));
    assert.equal(monthOf(from).name, '2028_02');
    assert.equal(monthOf(to - 1).name, '2028_02');
    assert.equal(monthOf(from - 1).name, '2028_01');
    assert.equal(monthOf(to).name, '2028_03');
  });

  it('is followed by the next one, also at the end of a year and of a long month', () => {
    const names = [0, 1, 2, 3].map((ahead) => monthOf(Date.UTC(2026, 9, 31, 23), ahead).name);
    assert.deepEqual(names, ['2026_10', '2026_11', '2026_12', '2027_01']);
  });
});
