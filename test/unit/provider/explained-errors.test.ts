import assert from 'node:assert/strict';

import { errors } from 'oidc-provider';

import { codeOf } from '../../../web/errors/explain.ts';
import { ERRORS } from '../../../web/errors/table.ts';
import { readSourceFiles } from '../../support/source-files.ts';
import { textsIn, textsUnder } from '../../support/thrown-texts.ts';

const { OIDCProviderError, CustomOIDCProviderError, ...LIBRARY } = errors;
const HOW = 'web/errors/README.md says how to add one';

const sources = readSourceFiles().filter(({ path }) => !path.startsWith('test/'));

/** Names of our own error classes, wherever they stand. */
const OURS = sources.flatMap(({ text }) =>
  [...text.matchAll(/class (\w+) extends SenidError/g)].map(([, name = '']) => name),
);
const THEIRS = Object.entries(LIBRARY).flatMap(([exported, made]) =>
  made.prototype instanceof OIDCProviderError ? [exported] : [],
);

describe('every error is explained:', () => {
  it('there are classes to look at', () => {
    assert.ok(CustomOIDCProviderError.prototype instanceof OIDCProviderError);
    assert.ok(THEIRS.length >= 50, `${THEIRS.length}`);
    assert.ok(OURS.includes('StoreUnavailable') && OURS.length >= 9, OURS.join());
  });

  for (const name of [...THEIRS, ...OURS]) {
    it(`${name} has one entry`, () => {
      const codes = Object.entries(ERRORS).flatMap(([code, { classes = [] }]) =>
        classes.includes(name) ? [code] : [],
      );
      assert.equal(
        codes.length,
        1,
        `add '${name}' to the \`classes\` of exactly one entry in web/errors (now: ${codes.join() || 'none'}); ${HOW}`,
      );
    });
  }

  it('no entry is for a class that there is no more', () => {
    const known = new Set([...THEIRS, ...OURS]);
    for (const [code, { classes = [] }] of Object.entries(ERRORS)) {
      for (const name of classes) {
        assert.ok(known.has(name), `web/errors: ${code} is for ${name}, which no longer exists`);
      }
    }
  });

  it('no entry waits for words that nobody says any more', () => {
    const said = new Set([
      ...textsUnder('node_modules/oidc-provider/lib'),
      ...sources
        .filter(({ path }) => !path.startsWith('web/'))
        .flatMap(({ text }) => textsIn(text)),
    ]);
    for (const [code, { when = [] }] of Object.entries(ERRORS)) {
      for (const each of when) {
        const isSaid =
          typeof each === 'string' ? said.has(each) : [...said].some((text) => each.test(text));
        assert.ok(isSaid, `web/errors: nobody says what ${code} waits for: ${each}`);
      }
    }
  });

  it('an error of the library keeps its word where nothing finer fits', () => {
    for (const name of THEIRS) {
      const Made = Reflect.get(errors, name) as new (
        text: string,
      ) => InstanceType<typeof OIDCProviderError>;
      const { message } = new Made('never said before');
      const entry = ERRORS[codeOf({ name, error: message, texts: ['never said before'] })];
      assert.equal(entry?.error, message, name);
    }
  });
});
