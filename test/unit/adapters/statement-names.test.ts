import assert from 'node:assert/strict';

import { StatementNames } from '../../../adapters/postgres/statement-names.ts';

describe('Names of prepared statements', () => {
  it('are the same for the same text, in another process too', () => {
    const text = 'select 1';
    assert.equal(new StatementNames().nameOf(text), new StatementNames().nameOf(text));
    const names = new StatementNames();
    assert.equal(names.nameOf(text), names.nameOf(text));
    assert.notEqual(names.nameOf(text), names.nameOf('select 2'));
  });

  it('are given to so many texts, and to none that is long', () => {
    const names = new StatementNames();
    const texts = Array.from({ length: 1_000 }, (_, index) => `select ${index}`);
    const named = texts.filter((text) => names.nameOf(text) !== undefined);
    assert.ok(named.length >= 100 && named.length < 1_000, `${named.length}`);
    // Those that have one keep it.
    for (const text of named) assert.notEqual(names.nameOf(text), undefined);
    assert.equal(new StatementNames().nameOf(`select '${'x'.repeat(100_000)}'`), undefined);
  });

  it('change once for everybody who met the same stale plan', () => {
    const names = new StatementNames();
    const stale = names.nameOf('select 1') ?? '';
    names.renew('select 1', stale);
    const fresh = names.nameOf('select 1') ?? '';
    assert.notEqual(fresh, stale);
    names.renew('select 1', stale);
    assert.equal(names.nameOf('select 1'), fresh);
    names.renew('select 1', fresh);
    assert.ok(![stale, fresh].includes(names.nameOf('select 1') ?? ''));
    // The server cuts names off after 63 bytes.
    assert.ok((names.nameOf('select 1') ?? '').length < 40);
  });
});
