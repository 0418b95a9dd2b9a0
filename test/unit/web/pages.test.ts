import assert from 'node:assert/strict';

import { locales } from '../../../web/i18n/locale.ts';
import { renderPage } from '../../../web/page.ts';
import { galleryContext } from '../../support/gallery-facts.ts';
import { samples } from '../../support/gallery-samples.tsx';

function matches(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}

function render(name: string, locale: 'vi' | 'en' = 'vi'): string {
  const sample = samples[name];
  assert.ok(sample, name);
  return renderPage(sample(galleryContext(locale, `/${name}`, 'n0nce')));
}

describe('Every page', () => {
  for (const name of Object.keys(samples)) {
    for (const locale of locales) {
      const html = render(name, locale);

      it(`${name} (${locale}) has one title, its language and unique ids`, () => {
        assert.match(html, new RegExp(`^<!doctype html><html lang="${locale}">`));
        assert.equal(matches(html, /<h1[ >]()/g).length, 1);
        const ids = matches(html, / id="([^"]+)"/g);
        assert.deepEqual(ids, [...new Set(ids)]);
      });

      it(`${name} (${locale}) obeys a policy without inline styles, handlers or scripts`, () => {
        assert.doesNotMatch(html, / (style|on[a-z]+)="/i);
        for (const script of matches(html, /<script ([^>]*)>/g)) {
          assert.match(
            script,
            /type="application\/json"|type="module" src="\/assets\/[^"]+" nonce="n0nce"/,
          );
        }
      });

      it(`${name} (${locale}) posts every form with a token`, () => {
        for (const form of html.split('<form ').slice(1)) {
          // A search changes nothing.
          if (form.startsWith('method="get" action="/errors"')) continue;
          // It carries an answer to the relying party, and to nobody else a token of ours.
          if (name === 'form-post') {
            assert.match(form, /^method="post" action="https:\/\//);
            assert.doesNotMatch(form, /name="(csrf|xsrf)"/);
            continue;
          }
          assert.match(form, /^method="post" action="\//);
          assert.match(form, /name="(csrf|xsrf)"/);
        }
      });

      it(`${name} (${locale}) offers both languages on the same page`, () => {
        // An answer under way is not asked for a second time.
        if (name === 'form-post') return assert.doesNotMatch(html, /\?lang=/);
        assert.match(html, new RegExp(`href="/${name}\\?lang=vi"`));
        assert.match(html, new RegExp(`href="/${name}\\?lang=en"`));
      });
    }
  }
});

describe('Names that outsiders rely on', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    'sign-in': ['identifier', 'password', 'continue', 'use-passkey', 'cancel', 'passkey_response'],
    'continue-as': ['continue', 'not-you', 'cancel'],
    'choose-account': ['continue', 'not-you', 'cancel'],
    'one-time-code': ['otp', 'continue', 'resend', 'cancel'],
    'step-up': ['use-passkey', 'passkey_response', 'cancel'],
    'step-up-none': ['add-passkey', 'cancel'],
    'add-passkey': ['passkey_name', 'use-passkey', 'passkey_response', 'cancel'],
    'unreachable-citizen': ['continue'],
    locked: ['cancel'],
    'document-expired': ['cancel'],
    'not-activated': ['cancel'],
    'too-young': ['cancel'],
    consent: ['consent', 'continue', 'cancel'],
    'logout-confirm': ['continue', 'cancel', 'logout', 'xsrf'],
  };

  for (const [page, names] of Object.entries(expected)) {
    it(`are on the page ${page}: ${names.join(', ')}`, () => {
      const found = new Set(matches(render(page), / name="([^"]+)"/g));
      for (const name of names) assert.ok(found.has(name), name);
    });
  }

  it('give each button an id like its name', () => {
    for (const page of Object.keys(expected)) {
      for (const button of matches(render(page), /<button type="submit" ([^>]*)>/g)) {
        const [, name, id] = /name="([^"]+)" id="([^"]+)"/.exec(button) ?? [];
        assert.equal(id, name, page);
      }
    }
  });

  it('leave every consent unticked', () => {
    assert.doesNotMatch(render('consent'), / checked/);
    assert.deepEqual(matches(render('consent'), /name="consent" value="([^"]+)"/g), [
      'phone',
      'address',
      'offline_access',
    ]);
  });
});
