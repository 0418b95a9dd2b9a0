import type { Contact } from '../../accounts/contact.ts';
import type {
  Message,
  MessageContent,
  MessageLocale,
  MessageSender,
  Messenger,
} from '../../accounts/messages.ts';
import { CATALOGUE } from './catalogue.ts';
import type { AtOnceKind, AtOnceText } from './kinds.ts';
import { inShortAlphabet } from './short-alphabet.ts';

export function composeMessage(
  { channel, destination }: Contact,
  content: MessageContent,
  locale: MessageLocale,
): Message {
  // Its kind and what it says come in together, which the compiler cannot follow through a union.
  const said = CATALOGUE[locale].atOnce[content.kind] as AtOnceText<AtOnceKind>;
  const { subject } = said;
  const text = said.text(content);
  return channel === 'sms'
    ? { channel, destination, subject: undefined, text: inShortAlphabet(text) }
    : { channel, destination, subject, text };
}

/** What `accounts/` sends goes out in words of the catalogue. */
export function createMessenger(sender: MessageSender): Messenger {
  return {
    send: (contact, content, locale) => sender.send(composeMessage(contact, content, locale)),
  };
}
