import assert from 'node:assert/strict';

import type { AuditRecord } from '../../../audit/audit-store.ts';
import { createAudit, EVENT_CATALOGUE } from '../../../audit/events.ts';
import { newId } from '../../../ids.ts';
import { makeSqliteFolder } from '../../support/sqlite-folder.ts';

describe('audit events', function () {
  this.timeout(20_000);

  async function recorded(record: (audit: ReturnType<typeof createAudit>) => Promise<void>) {
    const folder = makeSqliteFolder();
    const stores = await folder.open();
    await record(createAudit(stores.audit, () => 1_795_230_000_000));
    const records = await stores.audit.list({ limit: 10 });
    await stores.close();
    folder.remove();
    return records;
  }

  it('are stored with their context, and with what is known only', async () => {
    const context = {
      requestId: newId('req'),
      accountId: newId('acc'),
      clientId: 'bank',
      authenticationEventId: newId('evt'),
    };
    const passkeyId = newId('pk');
    const [first, second] = await recorded(async (audit) => {
      await audit.signInRefused({}, { reason: 'throttled' });
      await audit.factorVerified(context, { method: 'passkey', passkeyId, deviceBound: undefined });
    });
    const expected: Omit<AuditRecord, 'id'> = {
      ...context,
      consentId: undefined,
      caseId: undefined,
      actorId: undefined,
      at: 1_795_230_000_000,
      type: 'factor.verified',
      data: { method: 'passkey', passkeyId },
    };
    assert.ok(first && second);
    assert.partialDeepStrictEqual(first, expected);
    assert.deepEqual(first.data, expected.data);
    assert.partialDeepStrictEqual(second, {
      type: 'sign_in.refused',
      accountId: undefined,
      data: { reason: 'throttled' },
    });
  });

  it('leave out what the catalogue does not name', async () => {
    const smuggled = { reason: 'wrong_credentials', identifier: '099090000011' } as const;
    const [record] = await recorded((audit) => audit.signInRefused({}, smuggled));
    assert.deepEqual(record?.data, { reason: 'wrong_credentials' });
  });

  it('each have a function, a type of their own and an explanation of every field', async () => {
    await recorded(async (audit) => {
      assert.deepEqual(Object.keys(audit).toSorted(), Object.keys(EVENT_CATALOGUE).toSorted());
    });
    const definitions = Object.values(EVENT_CATALOGUE);
    assert.equal(new Set(definitions.map(({ type }) => type)).size, definitions.length);
    for (const { type, description, fields } of definitions) {
      assert.match(type, /^[a-z_]+\.[a-z_]+$/);
      assert.match(description, /\.$/);
      for (const meaning of Object.values(fields)) assert.ok(meaning.length > 0);
    }
  });

  it('have no field for what must never be recorded', () => {
    const fields = Object.values(EVENT_CATALOGUE).flatMap((definition) =>
      Object.keys(definition.fields),
    );
    for (const field of fields) {
      assert.doesNotMatch(
        field,
        /identifier|name$|phone|email|address|code|secret|token$|password|birth|ground/i,
      );
    }
  });
});
