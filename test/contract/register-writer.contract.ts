import assert from 'node:assert/strict';

import type { Case } from '../../enrolment/case.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { newId } from '../../ids.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleAccount, sampleAuditRecord, sampleCase, sampleStep } from './samples.ts';

export function describeRegisterWriterContract(name: string, open: OpenBench): void {
  describe(`The register writer on ${name}`, () => {
    const bench = freshBench(open);

    it('writes everything that belongs together, whatever the order it is given in', async () => {
      const { writer, accounts, cases, audit } = bench().stores;
      const account = sampleAccount();
      const opened = sampleCase({ accountId: account.id });
      const record = sampleAuditRecord({ caseId: opened.id });
      const step = sampleStep(1);
      const writes: RegisterWrite[] = [
        { kind: 'audit', record },
        { kind: 'case_step', row: opened, step, openKey: 'one' },
        { kind: 'account_added', account },
      ];
      assert.deepEqual(await writer.apply(writes), { kind: 'written' });
      assert.deepEqual(await cases.find(opened.id), opened);
      assert.deepEqual(await cases.steps(opened.id), [step]);
      assert.deepEqual(await accounts.findById(account.id), account);
      assert.deepEqual(await audit.list({ caseId: opened.id, limit: 5 }), [record]);
    });

    it('takes a step of a case at the version it was seen at, once', async () => {
      const { writer, cases } = bench().stores;
      const opened = sampleCase();
      await writer.apply([stepTo(opened)]);
      const next = { ...opened, version: 2, status: 'running', dueAt: 5 } as const;
      assert.deepEqual(await writer.apply([stepTo(next)]), { kind: 'written' });
      assert.deepEqual(await writer.apply([stepTo(next)]), { kind: 'outdated' });
      assert.deepEqual(await writer.apply([stepTo({ ...next, version: 4 })]), { kind: 'outdated' });
      assert.deepEqual(await cases.find(opened.id), next);
      assert.equal((await cases.steps(opened.id)).length, 2);
    });

    it('lets one case of a sort be open, and another once that is over', async () => {
      const { writer } = bench().stores;
      const [first, second] = [sampleCase(), sampleCase()];
      await writer.apply([stepTo(first, 'M1/level 2')]);
      const taken = { kind: 'taken', what: 'open_case' };
      assert.deepEqual(await writer.apply([stepTo(second, 'M1/level 2')]), taken);
      await writer.apply([stepTo({ ...first, version: 2, status: 'refused' })]);
      assert.deepEqual(await writer.apply([stepTo(second, 'M1/level 2')]), { kind: 'written' });
    });

    it('changes an account as it was seen, and nothing else', async () => {
      const { writer, accounts } = bench().stores;
      const account = sampleAccount();
      await accounts.insert(account);
      const seen = await accounts.findById(account.id);
      assert.ok(seen);
      const changed = { ...seen, email: 'new@example.test', coolDownUntil: 99 };
      const write: RegisterWrite = { kind: 'account_changed', seen, account: changed };
      assert.deepEqual(await writer.apply([write]), { kind: 'written' });
      assert.deepEqual(await writer.apply([write]), { kind: 'outdated' });
      assert.deepEqual(await accounts.findById(account.id), { ...changed, version: 1 });
    });

    it('gives a number that was let go to somebody else', async () => {
      const { writer, accounts } = bench().stores;
      const [one, other] = [sampleAccount(), sampleAccount()];
      await accounts.insert(one);
      await accounts.insert(other);
      const taking: RegisterWrite = {
        kind: 'account_changed',
        seen: other,
        account: { ...other, phone: one.phone },
      };
      assert.deepEqual(await writer.apply([taking]), { kind: 'taken', what: 'phone' });
      assert.deepEqual(await accounts.findById(other.id), other);
      await writer.apply([
        { kind: 'account_changed', seen: one, account: { ...one, phone: undefined } },
      ]);
      assert.deepEqual(await writer.apply([taking]), { kind: 'written' });
    });

    it('moves a cursor from where it was seen', async () => {
      const { writer } = bench().stores;
      const move = { kind: 'cursor', name: 'population', at: 7 } as const;
      const first: RegisterWrite = { ...move, from: undefined, position: '10' };
      assert.deepEqual(await writer.apply([first]), { kind: 'written' });
      assert.deepEqual(await writer.apply([first]), { kind: 'outdated' });
      const from = await writer.cursor('population');
      assert.deepEqual(from, { position: '10', version: 1, movedAt: 7 });
      const second: RegisterWrite = { ...move, from, position: '20' };
      assert.deepEqual(await writer.apply([second]), { kind: 'written' });
      assert.deepEqual(await writer.apply([second]), { kind: 'outdated' });
      assert.equal((await writer.cursor('population'))?.position, '20');
    });

    it('writes nothing of what it refuses in the middle', async () => {
      const { writer, accounts, cases, audit } = bench().stores;
      const account = sampleAccount();
      const opened = sampleCase({ accountId: account.id });
      const outcome = await writer.apply([
        { kind: 'account_added', account },
        stepTo(opened),
        { kind: 'staff_ended', id: newId('staff'), at: 1 },
        { kind: 'audit', record: sampleAuditRecord({ caseId: opened.id }) },
      ]);
      assert.deepEqual(outcome, { kind: 'outdated' });
      assert.equal(await accounts.findById(account.id), undefined);
      assert.equal(await cases.find(opened.id), undefined);
      assert.deepEqual(await audit.list({ caseId: opened.id, limit: 5 }), []);
    });
  });
}

function stepTo(row: Case, openKey?: string): RegisterWrite {
  return { kind: 'case_step', row, step: sampleStep(row.version), openKey };
}
