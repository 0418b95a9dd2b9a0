import assert from 'node:assert/strict';

import fc from 'fast-check';

import { returnPath } from '../../../portals/session/return-path.ts';

const ISSUER = 'https://id.example.vn';

describe('Where somebody comes back to after signing in', () => {
  it('is the page they wanted', () => {
    for (const path of [
      '/officer',
      '/officer/',
      '/officer?list=mine',
      '/officer/cases/case_AbC-_9/steps/approved',
      '/officer/cases/case_AbC?taken=opened&x=%2F%2Fevil.example',
    ]) {
      assert.equal(returnPath('/officer', path), path);
    }
  });

  it('is the first page of the portal for everything that leads elsewhere', () => {
    for (const path of [
      undefined,
      '',
      'https://evil.example/officer',
      '//evil.example/officer',
      '///evil.example/officer',
      '/\\evil.example/officer',
      '\\\\evil.example',
      '/\t/evil.example',
      '/officer\r\nset-cookie: a=b',
      '/officer\u0000',
      'javascript:alert(1)',
      '/account',
      '/account/../officer-of-mine',
      '/officers',
      '/officer.evil',
      '/officer/../account/passkeys',
      '/officer/%2e%2e/account/passkeys',
      '/officer/.%2E/sign-out',
      '/officer@evil.example',
      '/officer#//evil.example',
      `/officer/${'a'.repeat(600)}`,
      '/ officer',
      '/ｏfficer',
    ]) {
      assert.equal(returnPath('/officer', path), '/officer', String(path));
    }
  });

  it('is never outside the portal, whatever is asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '\\',
        '..',
        '.',
        '%2e',
        '%2f',
        '@',
        ':',
        '?',
        '#',
        '\t',
        'evil.vn',
      ),
      fc.constantFrom('/officer', 'officer', '/account', 'https:', 'javascript:'),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = new URL(returnPath('/officer', pieces.join('')), `${ISSUER}/authorize/x`);
        assert.equal(url.origin, ISSUER);
        assert.match(url.pathname, /^\/officer(\/|$)/);
      }),
      { numRuns: 500 },
    );
  });
});
