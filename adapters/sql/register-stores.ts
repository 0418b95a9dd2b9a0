import type { RegisterStores } from '../stores.ts';
import { SqlAccountStore } from './account-store.ts';
import { SqlAuditStore } from './audit-store.ts';
import { SqlAuthenticationStore } from './authentication-store.ts';
import { SqlCalendarStore } from './calendar-store.ts';
import { SqlCaseStore } from './case-store.ts';
import { SqlClientStore } from './client-store.ts';
import { SqlConsentStore } from './consent-store.ts';
import { SqlDeliveryStore } from './delivery-store.ts';
import { SqlGuardianshipStore } from './guardianship-store.ts';
import { SqlNoticeStore } from './notice-store.ts';
import { SqlPasskeyStore } from './passkey-store.ts';
import { SqlPendingChangeStore } from './pending-change-store.ts';
import type { RegisterDatabase } from './register-database.ts';
import { SqlRegisterWriter } from './register-writer.ts';
import { SqlSigningKeyStore } from './signing-key-store.ts';
import { SqlStaffStore } from './staff-store.ts';
import { SqlStandingStore } from './standing-store.ts';
import { transactOnce, type Transact } from './transact.ts';
import type { Keep } from './writes/step.ts';

/** `hash` is keyed for the blind index and nothing else. `settled`: what the stores themselves hold back is written. */
export function createRegisterStores(
  db: RegisterDatabase,
  keep: Keep,
  transact: Transact = transactOnce(db),
): RegisterStores & { settled(): Promise<void> } {
  const { sealer, hash } = keep;
  const audit = new SqlAuditStore(db);
  return {
    accounts: new SqlAccountStore(db, keep, transact),
    standings: new SqlStandingStore(db, sealer, hash),
    passkeys: new SqlPasskeyStore(db, sealer),
    consents: new SqlConsentStore(db),
    authentications: new SqlAuthenticationStore(db),
    clients: new SqlClientStore(db, sealer),
    deliveries: new SqlDeliveryStore(db, sealer),
    signingKeys: new SqlSigningKeyStore(db, sealer),
    audit,
    cases: new SqlCaseStore(db, sealer, hash),
    staff: new SqlStaffStore(db),
    calendar: new SqlCalendarStore(db),
    pendingChanges: new SqlPendingChangeStore(db, sealer, hash),
    notices: new SqlNoticeStore(db, sealer),
    guardianships: new SqlGuardianshipStore(db),
    writer: new SqlRegisterWriter(db, keep, transact),
    settled: () => audit.settled(),
  };
}
