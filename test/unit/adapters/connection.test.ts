import assert from 'node:assert/strict';

import { Connection } from '../../../adapters/sqlite/connection.ts';
import { StoreUnavailable } from '../../../errors.ts';
import { scratchFile } from './scratch-file.ts';

describe('A SQLite connection', () => {
  const file = scratchFile();
  const open = (readOnly = false) => Connection.open(file(), { synchronous: 'FULL', readOnly });

  it('writes ahead, syncs every commit and holds foreign keys', async () => {
    const connection = await open();
    const pragma = (name: string) => connection.query(`pragma ${name}`, []).rows[0]?.[name];
    assert.equal(pragma('journal_mode'), 'wal');
    assert.equal(pragma('synchronous'), 2);
    assert.equal(pragma('foreign_keys'), 1);
    connection.close();
  });

  it('binds text, numbers, big integers, bytes and null', async () => {
    const connection = await open();
    const values = ['text', 1.5, 2n ** 40n, null, Uint8Array.of(1, 2)];
    const { rows } = connection.query('select ? as a, ? as b, ? as c, ? as d, ? as e', values);
    assert.deepEqual(Object.values(rows[0] ?? {}), [
      'text',
      1.5,
      2 ** 40,
      null,
      Uint8Array.of(1, 2),
    ]);
    connection.close();
  });

  const strangers = {
    undefined,
    'a boolean': true,
    'a date': new Date(0),
    'an object': {},
    'a list': [],
    NaN: Number.NaN,
    infinity: Infinity,
    'a symbol': Symbol('s'),
    'a function': () => 1,
  };
  for (const [name, stranger] of Object.entries(strangers)) {
    it(`refuses to bind ${name}`, async () => {
      const connection = await open();
      assert.throws(() => connection.query('select ? as a', [stranger]), TypeError);
      connection.close();
    });
  }

  it('refuses a write when it is for reading', async () => {
    (await open()).close();
    const reader = await open(true);
    assert.throws(() => reader.query('create table t (id text)', []), /readonly/);
    reader.close();
  });

  it('says that the store is unavailable when the file cannot be opened', async () => {
    const opening = Connection.open('/nowhere/at/all.db', { synchronous: 'FULL' });
    await assert.rejects(opening, StoreUnavailable);
  });

  it('goes on when more statements are used than it keeps', async () => {
    const connection = await open();
    for (let n = 0; n < 600; n += 1) {
      assert.equal(connection.query(`select ${n} as n`, []).rows[0]?.n, n);
    }
    connection.close();
  });
});
