const UTC_PLUS_7_MS = 7 * 60 * 60 * 1000;

/** `YYYY-MM-DD` in Viet Nam, which is UTC+7 all year; such dates compare as text. */
export function dateInVietNam(epochMs: number): string {
  return new Date(epochMs + UTC_PLUS_7_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
