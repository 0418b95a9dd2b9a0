import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { StoreUnavailable } from '../../errors.ts';
import { newId } from '../../ids.ts';
import {
  sampleAccount,
  sampleAuditRecord,
  sampleCase,
  sampleConsent,
  sampleStep,
} from '../contract/samples.ts';
import { freshKeep } from './register-keep.ts';

/**
 * Writes to the register of `DATABASE_URL` until it is ended, whatever becomes of the server, printing
 * `<table> <id>` for what was acknowledged.
 */
const register = await openPostgresRegister(process.env['DATABASE_URL'] ?? '', freshKeep());

const acknowledge = (table: string, id: string) => writeSync(1, `${table} ${id}\n`);

async function writeOnce(): Promise<void> {
  const account = sampleAccount({
    identifier: newId('acc'),
    phone: `+84${randomInt(1e12)}`,
  });
  await register.accounts.insert(account);
  acknowledge('accounts', account.id);
  const row = sampleCase({ accountId: account.id });
  const outcome = await register.writer.apply([
    { kind: 'case_step', row, step: sampleStep(1), openKey: row.id },
    { kind: 'audit', record: sampleAuditRecord({ caseId: row.id, at: Date.now() }) },
  ]);
  if (outcome.kind === 'written') acknowledge('cases', row.id);
  const consent = sampleConsent(account.id);
  const record = sampleAuditRecord({ at: Date.now() });
  await Promise.all([
    register.consents.append(consent).then(() => acknowledge('consents', consent.id)),
    register.audit.append(record).then(() => acknowledge('audit_events', record.id)),
  ]);
}

async function writeForever(): Promise<never> {
  for (;;) {
    try {
      await writeOnce();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await delay(20);
    }
  }
}

for (let writer = 0; writer < 4; writer += 1) void writeForever();
