/** GSM 03.38 without its extension table, whose characters cost two places. */
const SHORT_ALPHABET =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;
const MARKS = /\p{M}/gu;
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
};

/**
 * As text messages are written in Viet Nam: without marks. With them a part holds 70 characters in place of 160, and
 * operators take registered texts of this alphabet only (docs/adr/0035).
 */
export function inShortAlphabet(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐ“”‘’…–]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** Parts a text message is sent, and paid for, in (3GPP TS 23.040, section 9.2.3.24.1: joined ones have a header). */
export function messageParts(text: string): number {
  const [alone, joined] = SHORT_ALPHABET.test(text) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / joined);
}
