import type { Configuration } from 'oidc-provider';

import type { Secrets } from '../secrets.ts';
import { createCookieSignatures } from './cookie-signatures.ts';

const common = {
  httpOnly: true,
  sameSite: 'lax',
  secure: true,
  signed: true,
  overwrite: true,
} as const;

/** Of the browser's session. */
export const LONG_COOKIE = { ...common, path: '/' } as const;

/** RFC 6265bis prefixes: `__Host-` cannot be planted from a sibling domain; the two with a path can only be `__Secure-`. */
export function cookies(secrets: Secrets): NonNullable<Configuration['cookies']> {
  return {
    names: {
      session: '__Host-senid_session',
      interaction: '__Secure-senid_interaction',
      resume: '__Secure-senid_resume',
    },
    keys: createCookieSignatures(secrets.derive('cookies')),
    long: LONG_COOKIE,
    short: common,
  };
}
