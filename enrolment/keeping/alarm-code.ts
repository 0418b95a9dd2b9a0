import { randomInt } from 'node:crypto';

/** Crockford's base 32: nothing that is mistaken for something else when it is read aloud or copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** 60 random bits, in groups: what a text message can hold, and nobody can guess. */
export function newAlarmCode(): string {
  return Array.from({ length: GROUPS }, group).join('-');
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** One spelling of what was typed; undefined when it can be no code. */
export function normaliseAlarmCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s–—-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return undefined;
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
