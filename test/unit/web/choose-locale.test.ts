import assert from 'node:assert/strict';

import fc from 'fast-check';

import { chooseLocale } from '../../../web/i18n/choose-locale.ts';
import { locales } from '../../../web/i18n/locale.ts';

describe('The language of a page', () => {
  it('is Vietnamese when nobody asks for anything', () => {
    assert.equal(chooseLocale({}), 'vi');
  });

  it('follows the switch before the cookie, the request and the browser', () => {
    const wishes = { query: 'en', cookie: 'vi', uiLocales: 'vi', acceptLanguage: 'vi' };
    assert.equal(chooseLocale(wishes), 'en');
  });

  it('follows the cookie before the relying party', () => {
    assert.equal(chooseLocale({ cookie: 'en', uiLocales: 'vi' }), 'en');
  });

  it('takes the first of ui_locales that exists, regions included', () => {
    assert.equal(chooseLocale({ uiLocales: 'ko-KR en-GB vi', acceptLanguage: 'vi' }), 'en');
  });

  it('weighs Accept-Language by quality', () => {
    assert.equal(chooseLocale({ acceptLanguage: 'vi;q=0.3, en-US;q=0.9, ko' }), 'en');
    assert.equal(chooseLocale({ acceptLanguage: 'en;q=0, vi;q=0.1' }), 'vi');
  });

  it('passes over what is not a language of ours', () => {
    assert.equal(
      chooseLocale({ query: 'EN', cookie: '../en', uiLocales: 'ko', acceptLanguage: 'ja' }),
      'vi',
    );
  });

  it('is one of ours whatever arrives', () => {
    const text = fc.option(fc.string(), { nil: undefined });
    const wishes = fc.record({ query: text, cookie: text, uiLocales: text, acceptLanguage: text });
    fc.assert(fc.property(wishes, (any) => locales.includes(chooseLocale(any))));
  });
});
