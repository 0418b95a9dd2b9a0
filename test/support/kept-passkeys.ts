import type { PasskeyStore } from '../../accounts/passkey-store.ts';
import type { KeepPasskey } from '../../accounts/passkeys-ceremonies.ts';
import { Conflict } from '../../errors.ts';

/** Keeps passkeys in a store, and tells nobody: for tests of the ceremonies alone. */
export function keepIn(store: PasskeyStore): KeepPasskey {
  return async (passkey) => {
    try {
      await store.insert(passkey);
      return 'kept';
    } catch (error) {
      if (error instanceof Conflict) return 'already_registered';
      throw error;
    }
  };
}
