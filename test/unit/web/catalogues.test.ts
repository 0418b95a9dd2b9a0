import assert from 'node:assert/strict';

import { IntlMessageFormat } from 'intl-messageformat';

import { locales } from '../../../web/i18n/locale.ts';
import { messages } from '../../../web/i18n/messages.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's number for plain text, the one element whose value is no name. */
const plainText: number = 0;

/** Select and plural nest further messages in their options. */
function placeholders(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    const kind: number = element.type;
    if (kind === plainText || !('value' in element)) return [];
    if (!('options' in element)) return [element.value];
    const nested = Object.values(element.options).flatMap(({ value }) => placeholders(value));
    return [element.value, ...nested];
  });
}

function placeholdersOf(text: string): readonly string[] {
  const ast = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  return [...new Set(placeholders(ast))].toSorted();
}

describe('The catalogues', () => {
  it('have the same keys', () => {
    assert.deepEqual(Object.keys(messages.en).toSorted(), Object.keys(messages.vi).toSorted());
  });

  it('have the same placeholders behind every key', () => {
    for (const [key, vi] of Object.entries(messages.vi)) {
      const en = Object.entries(messages.en).find(([other]) => other === key)?.[1] ?? '';
      assert.deepEqual(placeholdersOf(en), placeholdersOf(vi), key);
    }
  });

  it('have no empty text and no text with the margins of its source', () => {
    for (const locale of locales) {
      for (const [key, text] of Object.entries(messages[locale])) {
        assert.equal(text, text.trim(), `${locale} ${key}`);
        assert.notEqual(text, '', `${locale} ${key}`);
      }
    }
  });

  it('write Vietnamese in composed characters, as fonts and searches expect', () => {
    for (const [key, text] of Object.entries(messages.vi)) {
      assert.equal(text, text.normalize('NFC'), key);
    }
  });
});
