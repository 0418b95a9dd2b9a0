import type { Account } from './account.ts';
import { MAX_PASSWORD_BYTES } from './passwords.ts';

/** NIST SP 800-63B-4, section 3.1.1: length before everything; no rules about kinds of characters. */
export const LEAST_PASSWORD_CHARACTERS = 10;

export type PasswordProblem = 'missing' | 'too_short' | 'too_long' | 'common' | 'personal';

/** Shortest part of a name or number that makes a password a guess. */
const LEAST_PERSONAL_PART = 4;

/** What people choose who were told to choose ten characters. Compared without case, marks and digits at the end. */
const COMMON: ReadonlySet<string> = new Set([
  'password',
  'passwordpassword',
  'matkhau',
  'matkhaumatkhau',
  'iloveyou',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'anhyeuem',
  'emyeuanh',
  'yeuemnhieu',
  'vietnam',
  'vietnamvodich',
  'dinhdanhdientu',
  'xinchao',
  'welcome',
  'letmein',
  'administrator',
]);

/** Undefined when the password will do for this person. Pure. */
export function passwordProblem(
  password: string,
  person: Partial<Pick<Account, 'identifier' | 'phone' | 'email' | 'name'>>,
): PasswordProblem | undefined {
  if (password === '') return 'missing';
  const normal = password.normalize('NFC');
  if (Array.from(normal).length < LEAST_PASSWORD_CHARACTERS) return 'too_short';
  if (Buffer.byteLength(normal) > MAX_PASSWORD_BYTES) return 'too_long';
  const plain = plainText(normal);
  if (isMonotonous(plain) || COMMON.has(plain.replace(/[^a-z]+$/, ''))) return 'common';
  return personalParts(person).some((part) => plain.includes(part)) ? 'personal' : undefined;
}

/** Lower case, without marks: `Nguyễn` is `nguyen`. */
function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}

/** One short thing over and over, or digits in a row. */
function isMonotonous(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/.test(text) || '01234567890123456789'.includes(text);
}

/** Whole numbers, and the name as one word: a single common name says little. */
function personalParts({
  identifier,
  phone,
  email,
  name,
}: Partial<Pick<Account, 'identifier' | 'phone' | 'email' | 'name'>>): readonly string[] {
  return [
    identifier,
    phone?.replace('+84', ''),
    email?.split('@')[0],
    name === undefined ? undefined : plainText(name).replaceAll(' ', ''),
  ]
    .filter((part) => part !== undefined)
    .map(plainText)
    .filter((part) => part.length >= LEAST_PERSONAL_PART);
}
