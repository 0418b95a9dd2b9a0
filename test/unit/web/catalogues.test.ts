import assert from 'node:assert/strict';

import { IntlMessageFormat } from 'intl-messageformat';

import { locales } from '../../../web/i18n/locale.ts';
import { messages } from '../../../web/i18n/messages.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Element types of the parser: 0 text, 7 `#`; 5 and 6 (select, plural) nest further messages. */
function placeholders(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const nested =
      'options' in element
        ? Object.values(element.options).flatMap((option) => placeholders(option.value))
        : [];
    return 'value' in element ? [element.value, ...nested] : nested;
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
