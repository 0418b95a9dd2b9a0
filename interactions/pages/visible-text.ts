/** Characters that are not seen themselves but change how others are: controls, and marks of writing direction. */
const HIDDEN = /[\p{Cc}\p{Bidi_Control}\ufeff]/gu;

/** Somebody else's words on our page: nothing is taken away, and nothing in them works unseen. A line break is a space. */
export function visibleText(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(HIDDEN, (hidden) => `[U+${hex(hidden)}]`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
