import type { CaseId } from '../ids.ts';

/** Crockford's: no I, L, O and U, which are taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECKS = 31n;
const BYTES = 18;
const DIGITS = 29;
const GROUP = 5;

/**
 * A case as it is printed, read aloud and typed again: `7K2QF-9XMPA-…`, six groups of five. It is the id itself, with a
 * character that tells a slip, and gives nothing away: whoever has it is asked for a one-time code all the same.
 */
export function caseReference(id: CaseId): string {
  const value = BigInt(`0x${Buffer.from(id.slice('case_'.length), 'base64url').toString('hex')}`);
  const digits = Array.from(
    { length: DIGITS },
    (_, index) => ALPHABET[Number((value >> BigInt(5 * (DIGITS - 1 - index))) & 31n)] ?? '',
  );
  const text = digits.join('') + (ALPHABET[Number(value % CHECKS)] ?? '');
  return text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text;
}

/** Undefined for what cannot be one: too short, too long, or mistyped. */
export function caseOfReference(typed: string): CaseId | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (text.length !== DIGITS + 1) return undefined;
  const values = [...text].map((letter) => ALPHABET.indexOf(letter));
  if (values.includes(-1)) return undefined;
  const value = values.slice(0, DIGITS).reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  if (value >> BigInt(8 * BYTES) !== 0n || Number(value % CHECKS) !== values.at(-1))
    return undefined;
  const hex = value.toString(16).padStart(2 * BYTES, '0');
  return `case_${Buffer.from(hex, 'hex').toString('base64url')}`;
}
