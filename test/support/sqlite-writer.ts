import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';

import { openStores } from '../../adapters/open-stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { newId, type AccountId } from '../../ids.ts';
import { loadSecrets } from '../../secrets.ts';
import {
  sampleAccount,
  sampleAuditRecord,
  sampleCase,
  sampleConsent,
  sampleStep,
} from '../contract/samples.ts';

/** Serves the folder and writes until it is killed, printing `<kind> <id>` for what was acknowledged. */
const config = readConfig(process.env);
const secrets = loadSecrets(config);
const stores = await openStores({ config, secrets, clock: systemClock, own: true });

const acknowledge = (kind: string, id: string) => writeSync(1, `${kind} ${id}\n`);

/** Three tables in one transaction. */
async function writeCase(accountId: AccountId): Promise<void> {
  const row = sampleCase({ accountId });
  await stores.writer.apply([
    { kind: 'case_step', row, step: sampleStep(1), openKey: row.id },
    { kind: 'audit', record: sampleAuditRecord({ caseId: row.id }) },
  ]);
  acknowledge('case', row.id);
}

async function writeForever(): Promise<never> {
  for (;;) {
    const account = sampleAccount({
      identifier: newId('acc'),
      phone: `+84${randomInt(1e12)}`,
    });
    await stores.accounts.insert(account);
    acknowledge('account', account.id);
    await writeCase(account.id);
    const consent = sampleConsent(account.id);
    const record = sampleAuditRecord();
    const token = newId('req');
    await Promise.all([
      stores.consents.append(consent).then(() => acknowledge('consent', account.id)),
      stores.audit.append(record).then(() => acknowledge('audit', record.id)),
      stores.artefacts
        .upsert('AccessToken', token, {}, 600)
        .then(() => acknowledge('token', token)),
    ]);
    if ((await stores.artefacts.consume('AccessToken', token)) === 'won')
      acknowledge('spent', token);
  }
}

for (let writer = 0; writer < 10; writer += 1) void writeForever();
