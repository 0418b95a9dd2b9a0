import assert from 'node:assert/strict';

import type { Case } from '../../enrolment/case.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import type { AccountId } from '../../ids.ts';
import { freshBench, type OpenBench } from './engine.ts';
import {
  sampleChange,
  sampleGuardianship,
  sampleMember,
  sampleNotice,
  sampleOffice,
} from './life-samples.ts';
import { sampleAccount, sampleCase, sampleLock, sampleStep } from './samples.ts';

/** What is read is what was written, in the order that is promised. */
export function describeEnrolmentStoresContract(name: string, open: OpenBench): void {
  describe(`The stores of enrolment on ${name}`, () => {
    const bench = freshBench(open);
    const write = async (...writes: readonly RegisterWrite[]) =>
      assert.deepEqual(await bench().stores.writer.apply(writes), { kind: 'written' });

    async function person(): Promise<AccountId> {
      const account = sampleAccount();
      await bench().stores.accounts.insert(account);
      return account.id;
    }

    it('list cases by what is known of them, what is due first first', async () => {
      const { cases } = bench().stores;
      const late = sampleCase({
        dueAt: 9,
        officeId: 'office_1',
        receivedBy: 'office_3',
        status: 'running',
        nextAt: 4,
      });
      const soon = sampleCase({
        dueAt: 5,
        officeId: 'office_1',
        applicantNumber: 'm 1-2',
        nextAt: 3,
      });
      const waiting = sampleCase({ officeId: 'office_2', openedAt: 1, kind: 'own_lock' });
      await write(opened(late), opened(waiting), opened(soon));
      assert.deepEqual(await cases.list({ limit: 9 }), [soon, late, waiting]);
      assert.deepEqual(await cases.list({ officeId: 'office_1', limit: 1 }), [soon]);
      assert.deepEqual(await cases.list({ receivedBy: 'office_3', limit: 9 }), [late]);
      assert.deepEqual(await cases.list({ applicantNumber: 'M12', limit: 9 }), [soon]);
      assert.deepEqual(await cases.list({ statuses: ['running'], limit: 9 }), [late]);
      assert.deepEqual(await cases.list({ kinds: ['own_lock', 'recovery'], limit: 9 }), [waiting]);
      assert.deepEqual(await cases.dueForProgram(3, 9), [soon]);
      assert.deepEqual(await cases.dueForProgram(4, 1), [soon]);
      await write({ kind: 'case_next', seen: soon, nextAt: undefined });
      assert.deepEqual(await cases.dueForProgram(4, 9), [late]);
      const again: RegisterWrite = { kind: 'case_next', seen: soon, nextAt: 8 };
      assert.deepEqual(await bench().stores.writer.apply([again]), { kind: 'outdated' });
    });

    it('let somebody work in one office at a time', async () => {
      const { staff, writer } = bench().stores;
      const [office, other] = [sampleOffice(), sampleOffice({ kind: 'immigration' })];
      const id = await person();
      const member = sampleMember(id, office);
      await write({ kind: 'office', office }, { kind: 'office', office: other });
      await write({ kind: 'staff_added', member });
      assert.deepEqual(await staff.ofAccount(id), member);
      assert.deepEqual(await staff.ofOffice(office.id), [member]);
      const second = sampleMember(id, other);
      const adding: RegisterWrite = { kind: 'staff_added', member: second };
      assert.equal((await writer.apply([adding])).kind, 'taken');
      await write(adding, { kind: 'staff_ended', id: member.id, at: 7 });
      assert.deepEqual(await staff.ofAccount(id), second);
      assert.deepEqual(await staff.findMember(member.id), { ...member, endedAt: 7 });
      assert.deepEqual(await staff.ofOffice(office.id), []);
      await write({ kind: 'office', office: { ...office, closedAt: 8 } });
      assert.equal((await staff.findOffice(office.id))?.closedAt, 8);
      assert.equal((await staff.offices()).length, 2);
      assert.deepEqual(await staff.officesOf('immigration'), [other]);
    });

    it('give the days of a span in their order, and a day that is taken back no more', async () => {
      const { calendar } = bench().stores;
      const day = (date: string, kind: 'off' | 'make_up') =>
        ({ date, kind, source: 'QĐ 1', decidedBy: 'statute', decidedAt: 1 }) as const;
      const [first, second] = [day('2026-08-22', 'make_up'), day('2026-08-31', 'off')];
      for (const each of [second, first, day('2027-01-01', 'off')]) {
        await write({ kind: 'calendar_day', date: each.date, day: each });
      }
      assert.deepEqual(await calendar.between('2026-08-22', '2026-12-31'), [first, second]);
      const moved = { ...first, source: 'QĐ 2' };
      await write({ kind: 'calendar_day', date: first.date, day: moved });
      await write({ kind: 'calendar_day', date: second.date, day: undefined });
      assert.deepEqual(await calendar.between('2026-01-01', '2026-12-31'), [moved]);
    });

    it('find what waits, by its time and by the code that calls it off', async () => {
      const { pendingChanges } = bench().stores;
      const id = await person();
      const [phone, mail] = [sampleChange(id), sampleChange(id, { kind: 'email', effectiveAt: 5 })];
      await write({ kind: 'change_requested', change: phone, cancelCode: 'AB-12' });
      await write({ kind: 'change_requested', change: mail, cancelCode: 'CD-34' });
      assert.deepEqual(await pendingChanges.findByCancelCode('AB-12'), phone);
      assert.equal(await pendingChanges.findByCancelCode('AB-13'), undefined);
      assert.equal((await pendingChanges.waitingOf(id)).length, 2);
      assert.deepEqual(await pendingChanges.due(5, 9), [mail]);
      await write({ kind: 'change_settled', id: mail.id, state: 'cancelled', at: 6 });
      assert.deepEqual(await pendingChanges.due(5, 9), []);
      const settled = { ...mail, state: 'cancelled', settledAt: 6 } as const;
      assert.deepEqual(await pendingChanges.find(mail.id), settled);
      await write({
        kind: 'change_requested',
        change: sampleChange(id, { kind: 'email' }),
        cancelCode: 'E',
      });
    });

    it('give notices newest first, and count the unread', async () => {
      const { notices } = bench().stores;
      const id = await person();
      const row = sampleCase();
      const [old, young] = [
        sampleNotice({ accountId: id, createdAt: 1 }),
        sampleNotice({ accountId: id }),
      ];
      const ofCase = sampleNotice({ caseId: row.id });
      await write(opened(row));
      for (const notice of [young, old, ofCase]) {
        await write({ kind: 'notice', notice, onceKey: undefined });
      }
      assert.deepEqual(await notices.ofAccount(id, 9), [young, old]);
      assert.deepEqual(await notices.ofCase(row.id), [ofCase]);
      assert.equal(await notices.unread(id), 2);
      await notices.markRead(id, 8);
      assert.equal(await notices.unread(id), 0);
      assert.equal((await notices.ofAccount(id, 1))[0]?.readAt, 8);
    });

    it('tell who may act for whom, until it is ended', async () => {
      const { guardianships } = bench().stores;
      const [mother, child] = [await person(), await person()];
      const first = sampleGuardianship(mother, child);
      await write({ kind: 'guardianship_added', guardianship: first });
      assert.deepEqual(await guardianships.find(mother, child), first);
      assert.deepEqual(await guardianships.ofWard(child), [first]);
      assert.deepEqual(await guardianships.ofGuardian(mother), [first]);
      assert.deepEqual(await guardianships.page(undefined, 9), [first]);
      assert.deepEqual(await guardianships.page(first.id, 9), []);
      const second = sampleGuardianship(mother, child, { basis: 'appointed_guardian' });
      await write(
        { kind: 'guardianship_added', guardianship: second },
        { kind: 'guardianship_ended', guardianship: first, at: 9 },
      );
      assert.deepEqual(await guardianships.find(mother, child), second);
    });

    it('end everything of an account with a lock, and never take that back', async () => {
      const { accounts, standings } = bench().stores;
      const id = await person();
      const lock = sampleLock(id, { lockedAt: 50 });
      await write({ kind: 'lock_added', lock });
      assert.deepEqual((await standings.load(id, 'sample-bank'))?.locks, [lock]);
      const details = { ...lock.details, liftedBy: 'holder' } as const;
      await write({ kind: 'lock_lifted', lockId: lock.id, at: 60, details });
      assert.deepEqual(await accounts.openLocks(id), []);
      await write({ kind: 'signed_out', accountId: id, at: 40 });
      const seen = await accounts.findById(id);
      assert.equal(seen?.signedOutAt, 50);
      const account = { ...seen, signedOutAt: undefined, email: undefined };
      await write({ kind: 'account_changed', seen, account });
      assert.equal((await accounts.findById(id))?.signedOutAt, 50);
    });

    it('remember the language somebody chose, whatever else is changed by who has not seen it', async () => {
      const { accounts, standings } = bench().stores;
      const id = await person();
      const seen = (await accounts.findById(id)) ?? assert.fail('no account');
      assert.equal(seen.locale, undefined);
      await write({ kind: 'language_chosen', accountId: id, locale: 'vi' });
      await write({ kind: 'account_changed', seen, account: { ...seen, email: undefined } });
      assert.equal((await accounts.findById(id))?.locale, 'vi');
      assert.equal((await standings.load(id, 'sample-bank'))?.account.locale, 'vi');
      await write({ kind: 'language_chosen', accountId: id, locale: 'en' });
      assert.equal((await accounts.findById(id))?.locale, 'en');
      const reader = sampleAccount({ locale: 'en' });
      await accounts.insert(reader);
      assert.deepEqual(await accounts.findById(reader.id), reader);
    });

    it('find accounts by the day a document ends them', async () => {
      const { accounts, writer } = bench().stores;
      const ends = async (expiry: string) => {
        const account = sampleAccount({
          residencePermit: undefined,
          document: { type: 'passport', number: 'M1', expiry },
        });
        await accounts.insert(account);
        return account;
      };
      const [first, second] = [await ends('2026-12-01'), await ends('2026-12-08')];
      await ends('2027-01-01');
      const span = { from: '2026-12-01', to: '2026-12-31', limit: 9 };
      assert.deepEqual(await accounts.ending(span), [first, second]);
      const after = { endsOn: '2026-12-01', id: first.id };
      assert.deepEqual(await accounts.ending({ ...span, after }), [second]);
      const renewed = {
        ...first,
        document: { type: 'passport', number: 'M2', expiry: '2036-12-01' },
      } as const;
      await writer.apply([{ kind: 'account_changed', seen: first, account: renewed }]);
      assert.deepEqual(await accounts.ending(span), [second]);
    });
  });
}

function opened(row: Case): RegisterWrite {
  return { kind: 'case_step', row, step: sampleStep(1), openKey: undefined };
}
