import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { staleFiles } from '../../../web/theme/build-theme.ts';

const root = process.cwd();
const css = readFileSync(join(root, 'web/assets/senid.css'), 'utf8');

describe('The committed style sheet', () => {
  it('is what its sources give', async function () {
    this.timeout(30_000);
    assert.deepEqual(await staleFiles(root), []);
  });

  it('is small enough for a cheap phone', () => {
    assert.ok(gzipSync(css).length < 20_000);
  });

  it('carries nothing of GOV.UK that is not ours to use', () => {
    assert.doesNotMatch(css, /GDS Transport|govuk-header|crown\./i);
  });
});
