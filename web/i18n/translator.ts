import { IntlMessageFormat } from 'intl-messageformat';
import type { VNode } from 'preact';

import { formatsOf, type Formats } from './formats.ts';
import type { Locale } from './locale.ts';
import { messages, type MessageKey } from './messages.ts';
import type { MessageValues } from './message-values.ts';

export interface Translator extends Formats {
  readonly locale: Locale;
  t<Key extends MessageKey>(key: Key, ...values: MessageValues<Key, string | number>): string;
  /** As `t`, with elements as values: a name in bold inside its sentence. */
  rich<Key extends MessageKey>(
    key: Key,
    ...values: MessageValues<Key, string | number | VNode>
  ): readonly (string | VNode)[];
}

const cache = new Map<Locale, Translator>();

/** One per locale, kept: parsing a message costs far more than formatting it. */
export function translator(locale: Locale): Translator {
  const known = cache.get(locale);
  if (known !== undefined) return known;
  const made = makeTranslator(locale);
  cache.set(locale, made);
  return made;
}

function makeTranslator(locale: Locale): Translator {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const format = (key: MessageKey): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const message = new IntlMessageFormat(messages[locale][key], locale, undefined, {
      ignoreTag: true,
    });
    parsed.set(key, message);
    return message;
  };
  return {
    locale,
    ...formatsOf(locale),
    t: (key, ...values) => String(format(key).format(values[0])),
    rich: (key, ...values) => {
      const formatted = format(key).format<VNode>(values[0]);
      return Array.isArray(formatted) ? formatted : [formatted];
    },
  };
}
