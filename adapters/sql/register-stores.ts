import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { RegisterStores } from '../stores.ts';
import { SqlAccountStore } from './account-store.ts';
import { SqlAuditStore } from './audit-store.ts';
import { SqlAuthenticationStore } from './authentication-store.ts';
import { SqlClientStore } from './client-store.ts';
import { SqlConsentStore } from './consent-store.ts';
import { SqlDeliveryStore } from './delivery-store.ts';
import { SqlPasskeyStore } from './passkey-store.ts';
import type { RegisterDatabase } from './register-database.ts';
import { SqlSigningKeyStore } from './signing-key-store.ts';
import { SqlStandingStore } from './standing-store.ts';

/** `hash` is keyed for the blind index and nothing else. `settled`: what the stores themselves hold back is written. */
export function createRegisterStores(
  db: RegisterDatabase,
  { sealer, hash }: { sealer: Sealer; hash: KeyedHash },
): RegisterStores & { settled(): Promise<void> } {
  const audit = new SqlAuditStore(db);
  return {
    accounts: new SqlAccountStore(db, sealer, hash),
    standings: new SqlStandingStore(db, sealer, hash),
    passkeys: new SqlPasskeyStore(db, sealer),
    consents: new SqlConsentStore(db),
    authentications: new SqlAuthenticationStore(db),
    clients: new SqlClientStore(db, sealer),
    deliveries: new SqlDeliveryStore(db, sealer),
    signingKeys: new SqlSigningKeyStore(db, sealer),
    audit,
    settled: () => audit.settled(),
  };
}
