import { createHash } from 'node:crypto';

import type { AccountId } from '../ids.ts';

/**
 * What an authenticator keeps of the account: it must not tell who the person is (WebAuthn Level 3, section 14.6.1).
 * An account id is 144 random bits, so its hash needs no key.
 */
export function userHandle(accountId: AccountId) {
  return createHash('sha256').update(`senid/user-handle/1/${accountId}`).digest();
}
