import { randomInt } from 'node:crypto';

import { inGroups, SPOKEN_ALPHABET } from '../spoken-code.ts';

const LENGTH = 12;

/** 60 random bits, in groups: what a text message can hold, and nobody can guess. */
export function newAlarmCode(): string {
  const letters = Array.from({ length: LENGTH }, () => randomInt(SPOKEN_ALPHABET.length));
  return inGroups(letters.map((letter) => SPOKEN_ALPHABET[letter]).join(''));
}

/** One spelling of what was typed; undefined when it can be no code. */
export function normaliseAlarmCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s–—-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return undefined;
  return inGroups(letters);
}
