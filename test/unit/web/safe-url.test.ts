import assert from 'node:assert/strict';

import fc from 'fast-check';

import { languageHref } from '../../../web/language-href.ts';
import { safeUrl } from '../../../web/safe-url.ts';

describe('An address that a client supplied', () => {
  for (const address of [
    'https://bank.example/logo.svg',
    'http://localhost:3001/',
    'http://127.0.0.1/x',
    'http://[::1]:8080/',
    'http://app.localhost/',
  ]) {
    it(`is linked: ${address}`, () => {
      assert.equal(safeUrl(address), address);
    });
  }

  for (const address of [
    'javascript:alert(1)',
    ' jAvAsCrIpT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://bank.example/1',
    'http://bank.example/',
    'http://localhost.evil.example/',
    'https://user:secret@bank.example/',
    '//bank.example/',
    '/relative',
    'bank.example',
    '',
    undefined,
    42,
  ]) {
    it(`is not linked: ${JSON.stringify(address)}`, () => {
      assert.equal(safeUrl(address), undefined);
    });
  }
});

describe('The language switch', () => {
  it('stays on the page and keeps its query', () => {
    assert.equal(languageHref('/interaction/a?b=1&lang=vi', 'en'), '/interaction/a?b=1&lang=en');
  });

  it('never leaves the site, whatever the request line said', () => {
    const prefix = fc.constantFrom('//', '/\\', '\\\\', 'https://evil.example', '/', '');
    fc.assert(
      fc.property(prefix, fc.string(), (start, rest) => {
        const href = languageHref(start + rest, 'en');
        const url = new URL(href, 'https://id.example');
        return url.origin === 'https://id.example' && href.startsWith('/');
      }),
    );
  });
});
