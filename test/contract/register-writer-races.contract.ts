import assert from 'node:assert/strict';

import type { Case } from '../../enrolment/case.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { newId } from '../../ids.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleChange, sampleNotice } from './life-samples.ts';
import { RACERS, raceAcrossProcesses, repeated, tally } from './race.ts';
import { sampleAccount, sampleAuditRecord, sampleCase, sampleStep } from './samples.ts';

const WRITTEN = JSON.stringify({ kind: 'written' });
const OUTDATED = JSON.stringify({ kind: 'outdated' });
const taken = (what: string) => JSON.stringify({ kind: 'taken', what });

/** All racers do the same at once, half of them in another process: one wins, and the others leave nothing. */
export function describeRegisterWriterRaces(name: string, open: OpenBench): void {
  describe(`The register writer on ${name}, when many write at once,`, () => {
    const bench = freshBench(open);

    const raceTo = async (make: (index: number) => readonly RegisterWrite[]) =>
      tally(
        await raceAcrossProcesses(
          bench(),
          repeated(RACERS, (index) => ({ do: 'apply', writes: make(index) }) as const),
        ),
      );

    it('takes the next step of a case once, with its audit', async () => {
      const { writer, cases, audit } = bench().stores;
      const opened = sampleCase();
      await writer.apply([stepTo(opened)]);
      const next = { ...opened, version: 2, status: 'running' } as const;
      const counts = await raceTo(() => [
        stepTo(next),
        { kind: 'audit', record: sampleAuditRecord({ caseId: opened.id }) },
      ]);
      assert.deepEqual(counts, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
      assert.equal((await cases.steps(opened.id)).length, 2);
      assert.equal((await audit.list({ caseId: opened.id, limit: 50 })).length, 1);
    });

    it('opens one case of a sort', async () => {
      const counts = await raceTo(() => [stepTo(sampleCase(), 'F1/level 2')]);
      assert.deepEqual(counts, { [WRITTEN]: 1, [taken('open_case')]: RACERS - 1 });
      assert.equal((await bench().stores.cases.list({ limit: 50 })).length, 1);
    });

    it('gives a number to one new account, and to one that changes', async () => {
      const { accounts } = bench().stores;
      const counts = await raceTo(() => [
        {
          kind: 'account_added',
          account: sampleAccount({ phone: '+84900000001', identifier: newId('acc') }),
        },
      ]);
      assert.deepEqual(counts, { [WRITTEN]: 1, [taken('phone')]: RACERS - 1 });
      const people = repeated(RACERS, () => sampleAccount());
      for (const account of people) await accounts.insert(account);
      const changes = await raceTo((index) => {
        const seen = people[index] ?? sampleAccount();
        const account = { ...seen, phone: '+84900000002' };
        return [{ kind: 'account_changed', seen, account }];
      });
      assert.deepEqual(changes, { [WRITTEN]: 1, [taken('phone')]: RACERS - 1 });
    });

    it('changes an account as it was seen once', async () => {
      const seen = sampleAccount();
      await bench().stores.accounts.insert(seen);
      const counts = await raceTo((index) => [
        { kind: 'account_changed', seen, account: { ...seen, email: `${index}@example.test` } },
      ]);
      assert.deepEqual(counts, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
      assert.equal((await bench().stores.accounts.findById(seen.id))?.version, 1);
    });

    it('crosses numbers between two people without a knot', async () => {
      const { accounts, writer } = bench().stores;
      const [one, other] = [sampleAccount(), sampleAccount()];
      await accounts.insert(one);
      await accounts.insert(other);
      const swap: readonly RegisterWrite[] = [
        { kind: 'account_changed', seen: one, account: { ...one, email: 'a@example.test' } },
        { kind: 'account_changed', seen: other, account: { ...other, email: 'b@example.test' } },
      ];
      const counts = await raceTo((index) => (index % 4 < 2 ? swap : swap.toReversed()));
      assert.deepEqual(counts, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
      assert.deepEqual(await writer.apply(swap), { kind: 'outdated' });
    });

    it('asks for one change of a kind, settles it once, and tells of it once', async () => {
      const { accounts, notices } = bench().stores;
      const account = sampleAccount();
      const { id } = account;
      await accounts.insert(account);
      const asked = await raceTo((index) => [
        { kind: 'change_requested', change: sampleChange(id), cancelCode: `code ${index}` },
      ]);
      assert.deepEqual(asked, { [WRITTEN]: 1, [taken('pending_change')]: RACERS - 1 });
      const [change] = await bench().stores.pendingChanges.waitingOf(id);
      assert.ok(change);
      const settled = await raceTo(() => [
        { kind: 'change_settled', id: change.id, state: 'applied', at: 5 },
        { kind: 'notice', notice: sampleNotice({ accountId: id }), onceKey: undefined },
      ]);
      assert.deepEqual(settled, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
      assert.equal((await notices.ofAccount(id, 50)).length, 1);
      const told = await raceTo(() => [
        { kind: 'notice', notice: sampleNotice({ accountId: id }), onceKey: 'expiry 2026-12-01' },
      ]);
      assert.deepEqual(told, { [WRITTEN]: RACERS });
      assert.equal((await notices.ofAccount(id, 50)).length, 2);
    });

    it('moves a cursor once', async () => {
      const move = { kind: 'cursor', name: 'population', from: undefined, at: 1 } as const;
      const counts = await raceTo((index) => [{ ...move, position: String(index) }]);
      assert.deepEqual(counts, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
    });
  });
}

function stepTo(row: Case, openKey?: string): RegisterWrite {
  return { kind: 'case_step', row, step: sampleStep(row.version), openKey };
}
