import { describeAccountStoreContract } from './account-store.contract.ts';
import { describeArtefactStoreContract } from './artefact-store.contract.ts';
import { describeAuditStoreContract } from './audit-store.contract.ts';
import { describeAuthenticationStoreContract } from './authentication-store.contract.ts';
import { describeClientStoreContract } from './client-store.contract.ts';
import { describeConsentStoreContract } from './consent-store.contract.ts';
import { engines } from './engines.ts';
import { describeEphemeralStoreContract } from './ephemeral-store.contract.ts';
import { describePasskeyStoreContract } from './passkey-store.contract.ts';
import { describeSigningKeyStoreContract } from './signing-key-store.contract.ts';

const contracts = [
  describeAccountStoreContract,
  describePasskeyStoreContract,
  describeConsentStoreContract,
  describeAuthenticationStoreContract,
  describeClientStoreContract,
  describeSigningKeyStoreContract,
  describeAuditStoreContract,
  describeArtefactStoreContract,
  describeEphemeralStoreContract,
];

for (const { name, open } of engines) {
  for (const describeContract of contracts) describeContract(name, open);
}
