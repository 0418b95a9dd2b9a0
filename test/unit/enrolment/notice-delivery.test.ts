import assert from 'node:assert/strict';

import type { MessageSender } from '../../../accounts/messages.ts';
import type { Case } from '../../../enrolment/case.ts';
import { createNoticeSender } from '../../../enrolment/notices/notice-sender.ts';
import { noticeWrites } from '../../../enrolment/notices/notice-writes.ts';
import { goOnWithCases } from '../../../enrolment/rounds/case-round.ts';
import { newId } from '../../../ids.ts';
import { freshAccountBench } from '../accounts/account-bench.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('A notice', () => {
  const bench = freshAccountBench();

  it('stands on the page without what is fleeting, and goes out by every channel with it', async () => {
    const { stores, clock, person } = bench();
    const account = await person({ phone: '+84900000321', email: 'x@example.vn' });
    const application = { matter: 'citizen_level_2', reference: '7K2Q-F9XM-PA3T' } as const;
    const facts = {
      ...application,
      activateBy: clock(),
      numberEnd: '107',
      activationCode: 'ABCD-EFGH',
    };
    const writes = noticeWrites('application_approved', facts, {
      account,
      now: clock(),
      once: 'x',
    });
    assert.deepEqual(await stores.writer.apply(writes), { kind: 'written' });
    assert.deepEqual(await stores.writer.apply(writes.map(again)), { kind: 'written' });
    const [notice, ...more] = await stores.notices.ofAccount(account.id, 10);
    assert.deepEqual(more, []);
    assert.ok(notice && !JSON.stringify(notice).includes('ABCD-EFGH'));
    const deliveries = await stores.deliveries.list({ limit: 10 });
    assert.deepEqual(deliveries.map(({ uri }) => uri).toSorted(), ['notice:email', 'notice:sms']);
    for (const { clientId, payload, expiresAt } of deliveries) {
      assert.equal(clientId, 'senid');
      assert.ok(JSON.stringify(payload).includes('ABCD-EFGH'));
      assert.ok(expiresAt - clock() > DAY_MS);
    }
  });

  it('to a child goes to the guardian, in the guardian’s language', async () => {
    const { clock, person } = bench();
    const guardian = await person({ subjectType: 'foreigner', phone: '+84900000322' });
    const account = await person({ birthdate: '2020-01-01', phone: '+84900000323' });
    const writes = noticeWrites('account_unlocked', {}, { account, guardian, now: clock() });
    const texts = JSON.stringify(writes);
    assert.ok(texts.includes('+84900000322') && !texts.includes('+84900000323'));
    assert.ok(texts.includes('was unlocked'));
  });

  it('waits for a gateway that is away, and is refused when it is none', async () => {
    const { stores, clock, person } = bench();
    const account = await person();
    await stores.writer.apply(noticeWrites('account_locked', {}, { account, now: clock() }));
    const [delivery] = await stores.deliveries.list({ limit: 1 });
    assert.ok(delivery);
    const sent: string[] = [];
    const gateway: MessageSender = {
      async send({ id }) {
        if (sent.push(id ?? '') === 1) throw new Error('away');
      },
    };
    const send = createNoticeSender(gateway);
    const first = await send(delivery);
    assert.equal(first.kind, 'postponed');
    assert.deepEqual(await send(delivery), { kind: 'delivered', status: undefined });
    assert.deepEqual(sent, [delivery.id, delivery.id]);
    assert.equal((await send({ ...delivery, payload: { text: 'x' } })).kind, 'refused');
  });
});

describe('Cases whose time has come', () => {
  const bench = freshAccountBench();

  it('are gone on with by one of two nodes, and by another one after a crash', async () => {
    const { stores, clock, elapse } = bench();
    const { writer, cases } = stores;
    const id = newId('case');
    const row: Case = {
      id,
      kind: 'citizen_level_1',
      status: 'running',
      officeId: undefined,
      receivedBy: undefined,
      applicantNumber: undefined,
      accountId: undefined,
      guardianId: undefined,
      summary: {},
      version: 1,
      openedAt: clock(),
      dueAt: clock() + DAY_MS / 2,
      nextAt: clock(),
      closedAt: undefined,
    };
    const step = {
      sequence: 1,
      name: 'opened',
      actor: { kind: 'system' },
      at: clock(),
      data: {},
    } as const;
    await writer.apply([{ kind: 'case_step', row, step, openKey: undefined }]);
    const gone: string[] = [];
    const program = {
      async goOn(seen: Case) {
        gone.push(seen.id);
        return 'waiting' as const;
      },
    };
    const node = () => goOnWithCases({ cases, program, writer, clock });
    const counts = await Promise.all([node(), node(), node()]);
    assert.deepEqual(counts.toSorted(), [0, 0, 1]);
    assert.deepEqual(gone, [id]);
    assert.equal(await node(), 0);
    // As if the one that had claimed it was killed: nobody put it off further.
    elapse(61);
    assert.equal(await node(), 1);
  });

  it('are counted as late once they are, and as soon to be before that', async () => {
    const { stores, clock } = bench();
    for (const [n, dueAt] of [clock() - 1, clock() + DAY_MS / 2, clock() + 3 * DAY_MS].entries()) {
      const id = newId('case');
      const row = { id, kind: 'citizen_level_1', status: 'running', version: 1, dueAt } as const;
      const rest = {
        officeId: undefined,
        receivedBy: undefined,
        applicantNumber: `N${n}`,
        accountId: undefined,
      };
      const times = { openedAt: 1, nextAt: undefined, closedAt: undefined };
      const step = {
        sequence: 1,
        name: 'opened',
        actor: { kind: 'system' },
        at: 1,
        data: {},
      } as const;
      const all = { ...row, ...rest, ...times, guardianId: undefined, summary: {} };
      await stores.writer.apply([{ kind: 'case_step', row: all, step, openKey: undefined }]);
    }
    assert.deepEqual(await stores.cases.clocks(clock(), clock() + DAY_MS), {
      running: 1,
      dueSoon: 1,
      overdue: 1,
    });
  });
});

/** As another node would write it. */
function again(write: ReturnType<typeof noticeWrites>[number]): typeof write {
  if (write.kind === 'notice') return { ...write, notice: { ...write.notice, id: newId('ntc') } };
  if (write.kind !== 'delivery') return write;
  return { ...write, delivery: { ...write.delivery, id: newId('dlv') } };
}
