import { MAX_PASSWORD_BYTES } from '../../accounts/passwords.ts';

const LEAST_CHARACTERS = 10;

/** NIST SP 800-63B, section 5.1.1.2: length is what counts; nothing is demanded of the characters. */
export function isPasswordLength(password: string): boolean {
  const length = [...password].length;
  return (
    length >= LEAST_CHARACTERS && Buffer.byteLength(password.normalize('NFC')) <= MAX_PASSWORD_BYTES
  );
}
