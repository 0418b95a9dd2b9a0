import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeFileOnce } from '../../../make-file.ts';

describe('A file that is made once', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'senid-once-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is for its owner alone, and nothing else is left behind', () => {
    makeFileOnce(join(folder, 'a'), 'first');
    assert.equal(readFileSync(join(folder, 'a'), 'utf8'), 'first');
    assert.equal(statSync(join(folder, 'a')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('stays what the first one wrote', () => {
    makeFileOnce(join(folder, 'a'), 'first');
    makeFileOnce(join(folder, 'a'), 'second');
    assert.equal(readFileSync(join(folder, 'a'), 'utf8'), 'first');
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('is an error where it cannot be made', () => {
    assert.throws(() => makeFileOnce(join(folder, 'none', 'a'), 'text'), { code: 'ENOENT' });
  });
});
