import type { DocumentType } from '../../accounts/account.ts';

const words = {
  identity_card: 'identity-card',
  passport: 'passport',
  residence_card: 'residence-card',
} as const satisfies Record<DocumentType, string>;

/** The part of a message key that names a kind of document. */
export function documentWord(type: DocumentType): (typeof words)[DocumentType] {
  return words[type];
}
