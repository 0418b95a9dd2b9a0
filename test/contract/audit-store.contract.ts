import assert from 'node:assert/strict';

import { Conflict } from '../../errors.ts';
import { newId } from '../../ids.ts';
import { assertAppendOnly } from './append-only.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleAuditRecord } from './samples.ts';

export function describeAuditStoreContract(name: string, open: OpenBench): void {
  describe(`The audit store on ${name}`, () => {
    const bench = freshBench(open);

    it('gives back a record as appended, a bare one too', async () => {
      const { audit } = bench().stores;
      const full = sampleAuditRecord({ consentId: newId('con') });
      const bare = sampleAuditRecord({
        requestId: undefined,
        accountId: undefined,
        clientId: undefined,
        authenticationEventId: undefined,
        data: {},
      });
      await audit.append(full);
      await audit.append(bare);
      assert.deepEqual(await audit.list({ limit: 10 }), [bare, full]);
    });

    it('lists the newest first, within the same millisecond too, up to the limit', async () => {
      const { audit } = bench().stores;
      const records = Array.from({ length: 30 }, () => sampleAuditRecord());
      for (const record of records) await audit.append(record);
      assert.deepEqual(await audit.list({ limit: 12 }), records.toReversed().slice(0, 12));
    });

    it('lists what a person, a client or a type is about, and all of them together', async () => {
      const { audit } = bench().stores;
      const accountId = newId('acc');
      const about = { accountId, clientId: 'landlord', type: 'consent.granted' };
      const wanted = sampleAuditRecord(about);
      const others = [
        sampleAuditRecord({ ...about, accountId: newId('acc') }),
        sampleAuditRecord({ ...about, clientId: 'sample-bank' }),
        sampleAuditRecord({ ...about, type: 'consent.withdrawn' }),
      ] as const;
      for (const record of [wanted, ...others]) await audit.append(record);
      const [otherPerson, otherClient, otherType] = others;
      assert.deepEqual(await audit.list({ accountId, limit: 9 }), [otherType, otherClient, wanted]);
      assert.deepEqual(await audit.list({ clientId: 'landlord', limit: 9 }), [
        otherType,
        otherPerson,
        wanted,
      ]);
      assert.deepEqual(await audit.list({ type: about.type, limit: 9 }), [
        otherClient,
        otherPerson,
        wanted,
      ]);
      assert.deepEqual(await audit.list({ ...about, limit: 9 }), [wanted]);
    });

    it('refuses a second record with the same id', async () => {
      const { audit } = bench().stores;
      const record = sampleAuditRecord();
      await audit.append(record);
      await assert.rejects(audit.append({ ...record, type: 'forged' }), Conflict);
      assert.deepEqual(await audit.list({ limit: 10 }), [record]);
    });

    it('lets nobody change or delete a record', async () => {
      const record = sampleAuditRecord();
      await bench().stores.audit.append(record);
      await assertAppendOnly(bench(), 'audit_events', 'type');
      assert.deepEqual(await bench().stores.audit.list({ limit: 10 }), [record]);
    });
  });
}
