import assert from 'node:assert/strict';

import { needsStepUp, readTransfer } from '../../../clients/sample-rps/transfer.ts';

const read = (amount: string, to = 'Nguyễn Thị Lan') =>
  readTransfer(new URLSearchParams({ amount, to }));

describe('a transfer at the sample bank', () => {
  it('of exactly 10,000,000 ₫ needs no step-up, and of one đồng more does', () => {
    assert.equal(needsStepUp({ amount: 10_000_000, to: 'Lan' }), false);
    assert.equal(needsStepUp({ amount: 10_000_001, to: 'Lan' }), true);
  });

  for (const written of ['10000001', '10.000.001', '10,000,001', ' 10.000.001 ']) {
    it(`is read from "${written}" as 10,000,001 ₫`, () => {
      assert.deepEqual(read(written), { amount: 10_000_001, to: 'Nguyễn Thị Lan' });
    });
  }

  for (const written of [
    '',
    '0',
    '-1',
    '1e9',
    '0x10',
    '10.000.00',
    '10.000,000',
    '1.5',
    '12 000 000',
    '١٢',
    '99999999999',
    '1.500.000.001',
    'NaN',
  ]) {
    it(`is refused when the amount is "${written}"`, () => {
      assert.equal(read(written), 'amount');
    });
  }

  it('is refused when the recipient could be markup, is too short or too long', () => {
    for (const to of ['<b>Lan</b>', 'L', '', 'x'.repeat(71)]) assert.equal(read('1000', to), 'to');
  });
});
