import { describeAccountStoreContract } from './account-store.contract.ts';
import { describeArtefactStoreContract } from './artefact-store.contract.ts';
import { describeAuditStoreContract } from './audit-store.contract.ts';
import { describeAuthenticationStoreContract } from './authentication-store.contract.ts';
import { describeCaseRoundsContract } from './case-rounds.contract.ts';
import { describeClientStoreContract } from './client-store.contract.ts';
import { describeConsentStoreContract } from './consent-store.contract.ts';
import { describeDeliveryStoreContract } from './delivery-store.contract.ts';
import { describeOlderAccountsContract } from './older-accounts.contract.ts';
import { protocolEngines, registerEngines } from './engines.ts';
import { describeEphemeralStoreContract } from './ephemeral-store.contract.ts';
import { describePasskeyWritesContract } from './passkey-writes.contract.ts';
import { describePasskeyStoreContract } from './passkey-store.contract.ts';
import { describeRegisterWriterContract } from './register-writer.contract.ts';
import { describeRegisterWriterRaces } from './register-writer-races.contract.ts';
import { describeEnrolmentStoresContract } from './enrolment-stores.contract.ts';
import { describeSigningKeyStoreContract } from './signing-key-store.contract.ts';
import { describeStandingStoreContract } from './standing-store.contract.ts';

const registerContracts = [
  describeAccountStoreContract,
  describePasskeyStoreContract,
  describeConsentStoreContract,
  describeAuthenticationStoreContract,
  describeClientStoreContract,
  describeDeliveryStoreContract,
  describeSigningKeyStoreContract,
  describeStandingStoreContract,
  describeAuditStoreContract,
  describeRegisterWriterContract,
  describeRegisterWriterRaces,
  describeEnrolmentStoresContract,
  describeCaseRoundsContract,
  describeOlderAccountsContract,
  describePasskeyWritesContract,
];

const protocolContracts = [describeArtefactStoreContract, describeEphemeralStoreContract];

for (const { name, open } of registerEngines) {
  for (const describeContract of registerContracts) describeContract(name, open);
}
for (const { name, open } of protocolEngines) {
  for (const describeContract of protocolContracts) describeContract(name, open);
}
