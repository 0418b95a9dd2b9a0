/** Crockford's base 32: nothing that is mistaken for something else when it is read aloud or copied by hand. */
export const SPOKEN_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As it is printed: `7K2QF9XMPA3T` is `7K2Q-F9XM-PA3T`. */
export function inGroups(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
