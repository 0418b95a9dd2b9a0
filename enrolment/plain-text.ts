/**
 * Whether what somebody typed on one line is what others will read: no control or format character that hides,
 * reorders or breaks it (Unicode categories C, Zl and Zp). Pure.
 */
export function isPlainText(text: string): boolean {
  return !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}
