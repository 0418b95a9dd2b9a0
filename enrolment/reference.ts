import { randomBytes } from 'node:crypto';

import type { CaseId } from '../ids.ts';

/** Crockford's: no I, L, O and U, which are taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 55 random bits, and a character that tells a slip. */
const RANDOM_DIGITS = 11;
const DIGITS = RANDOM_DIGITS + 1;
const GROUP = 4;

/** A case has the id it is called by at a counter, so that one is found by the other. */
export function newCaseId(): CaseId {
  const digits = [...randomBytes(RANDOM_DIGITS)].map((byte) => byte & 31);
  const letters = [...digits, checkOf(digits)].map((digit) => ALPHABET[digit]);
  return `case_${letters.join('')}`;
}

/**
 * A case as it is printed, read aloud and typed again: `7K2Q-F9XM-PA3T`. It is the id itself and gives nothing away:
 * officers must be of its office, and everybody else is asked for a one-time code.
 */
export function caseReference(id: CaseId): string {
  const text = id.slice('case_'.length);
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? text;
}

/** In any case, with dashes, spaces or none. Undefined for what cannot be one: too short, too long, or mistyped. */
export function caseOfReference(typed: string): CaseId | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (text.length !== DIGITS) return undefined;
  const digits = [...text].map((letter) => ALPHABET.indexOf(letter));
  if (digits.includes(-1) || checkOf(digits.slice(0, -1)) !== digits.at(-1)) return undefined;
  return `case_${text}`;
}

/** Horner's rule over GF(32): one wrong character, or two that changed places, never give the same. */
function checkOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesTwo(sum ^ digit), 0);
}

/** Modulo x⁵ + x² + 1. */
function timesTwo(value: number): number {
  const twice = value << 1;
  return twice > 31 ? twice ^ 0b100101 : twice;
}
