declare const written: unique symbol;

/** Something a person chose the words of, made harmless: `personWritten()` is the only way to one. */
export type PersonWritten = string & { readonly [written]: true };

const LONGEST = 60;
/** Letters with their marks, digits, and what stands in names; control and format characters are in none of these. */
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{Nd} '’(),.·-]+/gu;
/** Four marks on one letter are more than any language sets. */
const HEAPED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** A point or comma with a letter right behind it is what mail programs make links of. */
const POINT_BEFORE_WORD = /([.,])(?=[\p{L}\p{M}\p{Nd}])/gu;
/** No identification number and no telephone number, however it is spaced. */
const LONG_NUMBER = /\p{Nd}(?:[ .()·-]*\p{Nd}){5,}/gu;

/**
 * What a person wrote, as it may stand in a sentence of ours: one line, no characters that hide or turn text, nothing a
 * mail program makes a link or a number to call of, at most 60 characters.
 */
export function personWritten(text: string): PersonWritten {
  const line = text
    .normalize('NFC')
    .replace(NOT_IN_NAMES, ' ')
    .replace(HEAPED_MARKS, '$1')
    .replace(LONG_NUMBER, '…')
    .replace(POINT_BEFORE_WORD, '$1 ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = Array.from(line);
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line;
  return short as PersonWritten;
}
