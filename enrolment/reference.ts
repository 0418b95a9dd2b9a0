import { randomBytes } from 'node:crypto';

import type { CaseId } from '../ids.ts';
import { inGroups, SPOKEN_ALPHABET } from './spoken-code.ts';

/** 55 random bits, and a character that tells a slip. */
const RANDOM_DIGITS = 11;
const DIGITS = RANDOM_DIGITS + 1;

/** A case has the id it is called by at a counter, so that one is found by the other. */
export function newCaseId(): CaseId {
  const digits = [...randomBytes(RANDOM_DIGITS)].map((byte) => byte & 31);
  const letters = [...digits, checkOf(digits)].map((digit) => SPOKEN_ALPHABET[digit]);
  return `case_${letters.join('')}`;
}

/**
 * A case as it is printed, read aloud and typed again: `7K2Q-F9XM-PA3T`. It is the id itself and gives nothing away:
 * officers must be of its office, and everybody else is asked for a one-time code.
 */
export function caseReference(id: CaseId): string {
  return inGroups(id.slice('case_'.length));
}

/** In any case, with dashes, spaces or none. Undefined for what cannot be one: too short, too long, or mistyped. */
export function caseOfReference(typed: string): CaseId | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (text.length !== DIGITS) return undefined;
  const digits = [...text].map((letter) => SPOKEN_ALPHABET.indexOf(letter));
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
