import assert from 'node:assert/strict';

import { codeOf, errorDescription, wireText } from '../../../../web/errors/explain.ts';
import { searchErrors } from '../../../../web/errors/search.ts';
import { specificationUri } from '../../../../web/errors/specifications.ts';
import { ERROR_AREAS, errorEntry, ERRORS } from '../../../../web/errors/table.ts';

const entries = Object.entries(ERRORS);
const HOSTS = new Set(['www.rfc-editor.org', 'openid.net']);
/** RFC 6749, appendix A.7 and A.8. */
const DESCRIPTION = /^[\u0020-\u0021\u0023-\u005b\u005d-\u007e]+$/;

describe('the table of errors', () => {
  it('holds each code once, in a form an address can have', () => {
    const codes = Object.values(ERROR_AREAS).flatMap((area) => Object.keys(area));
    assert.deepEqual(codes.toSorted(), [...new Set(codes)].toSorted());
    for (const code of codes) assert.match(code, /^[a-z0-9_]+(\.[a-z0-9_]+)?$/);
  });

  it('explains the general case of every error on the wire', () => {
    for (const [code, { error, alsoAs = [] }] of entries) {
      for (const each of [error, ...alsoAs]) assert.ok(errorEntry(each), `${code}: ${each}`);
    }
  });

  it('tells cause and remedy in both languages', () => {
    for (const [code, { cause, remedy }] of entries) {
      for (const told of [cause, remedy]) {
        assert.ok(told.en.trim().length > 5 && told.vi.trim().length > 5, code);
        assert.notEqual(told.en, told.vi, code);
        assert.doesNotMatch(told.vi, /\b(the|and|must)\b/, code);
        // Code stands between two backticks.
        for (const text of [told.en, told.vi]) assert.equal(text.split('`').length % 2, 1, code);
      }
    }
  });

  it('says on the wire only what RFC 6749 allows', () => {
    for (const [code, { says }] of entries) {
      if (says !== undefined) assert.match(says, DESCRIPTION, code);
      assert.match(errorDescription(code), DESCRIPTION, code);
    }
  });

  it('links to specifications only', () => {
    for (const [code, { specifications }] of entries) {
      for (const each of specifications) {
        const { protocol, host } = new URL(specificationUri(each));
        assert.ok(protocol === 'https:' && HOSTS.has(host), `${code}: ${each}`);
      }
    }
  });

  it('is found by code, by parameter and by words of either language, with and without marks', () => {
    const codes = (query: string, locale: 'en' | 'vi') =>
      searchErrors(query, locale).flatMap(({ entries: found }) => found.map(([code]) => code));
    assert.ok(codes('pkce.missing', 'en').includes('pkce.missing'));
    assert.ok(codes('code_verifier', 'en').includes('pkce.verification_failed'));
    assert.ok(codes('nguoi dung tu choi', 'vi').includes('access_denied'));
    assert.deepEqual(codes('no such words', 'en'), []);
    assert.equal(codes('', 'vi').length, entries.length);
  });
});

describe('what the table makes of an error', () => {
  const of = (error: string, text?: string, name = 'Any') => codeOf({ name, error, texts: [text] });

  it('is the finest entry that fits both the word of OAuth and what was said', () => {
    assert.equal(
      of('invalid_grant', 'authorization code is expired'),
      'invalid_grant.code_expired',
    );
    assert.equal(of('invalid_grant', 'client mismatch'), 'invalid_grant.code_not_found');
    assert.equal(of('invalid_token', 'client mismatch'), 'registration.token');
    assert.equal(of('invalid_request', 'authorization code is expired'), 'invalid_request');
  });

  it('is the general case of the word where nothing finer fits, and a fault of ours where nobody knows it', () => {
    assert.equal(of('invalid_grant', 'something new'), 'invalid_grant');
    assert.equal(of('invalid_request', 'x', 'SessionNotFound'), 'session_not_found');
    assert.equal(of('no_such_error'), 'server_error');
    assert.equal(of('__proto__'), 'server_error');
    assert.equal(of('constructor'), 'server_error');
  });

  it('never says on the wire what a request brought along as it was', () => {
    assert.equal(wireText('a"b\\c\r\nd\u00e9\u0000'), "a'b/c??d??");
    assert.ok(wireText('x'.repeat(9_000)).length < 1_000);
  });
});
