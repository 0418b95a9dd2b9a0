import assert from 'node:assert/strict';

import { newId } from '../../../ids.ts';
import { messages } from '../../../web/i18n/messages.ts';
import { comeBack, visitPortal } from '../../support/portal-visit.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import { newHolder } from '../../support/session-login.ts';
import { persona, type Person } from '../../support/session-people.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';

const { vi } = messages;
const PASSWORD = 'ba con gà vàng dưới ao 27';

describe('A guardian recovers the account of a ward', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
    noteSecret('password', PASSWORD);
  });

  async function guard(guardian: Person, ward: Person, untilDate?: string): Promise<void> {
    const guardianship = {
      id: newId('grd'),
      guardianId: guardian.accountId,
      wardId: ward.accountId,
      basis: 'represented_adult',
      fromDate: '2026-01-01',
      untilDate,
      caseId: undefined,
      createdAt: Date.now(),
      endedAt: undefined,
    } as const;
    await withStores(senid, ({ writer }) =>
      writer.apply([{ kind: 'guardianship_added', guardianship }]),
    );
  }

  it('with the guardian’s own passkey: at once, and the means of before open nothing', async () => {
    const [guardian, ward] = [await newHolder(senid), await newHolder(senid)];
    await guard(guardian, ward);
    const wards = await visitPortal(senid, ward, '/account');
    assert.equal(wards.page.status, 200);

    const path = `/account/wards/${ward.accountId}/recover`;
    const { browser, page } = await visitPortal(senid, guardian, path);
    assert.equal(new URL(page.url).pathname, path, page.body);
    const short = await browser.submit(page, { password: 'ngắn' });
    assert.equal(short.status, 422);
    const easy = await browser.submit(short, { password: 'matkhau12345' });
    assert.ok(easy.body.includes(vi['password.common']), easy.body);
    const done = await browser.submit(easy, { password: PASSWORD });
    assert.equal(done.status, 200, done.body);
    assert.ok(done.body.includes(vi['recover.done-next']), done.body);

    const kept = await withStores(senid, async ({ accounts, passkeys }) => ({
      account: await accounts.findById(ward.accountId),
      passkeys: await passkeys.listByAccount(ward.accountId),
    }));
    assert.ok((kept.account?.coolDownUntil ?? 0) > Date.now() + 23 * 3_600_000);
    assert.deepEqual(kept.passkeys, []);
    const start = await wards.browser.send(`${senid.issuer}/account`);
    assert.equal(start.status, 303, 'the session has ended');
    const anew = await comeBack(senid, { ...ward, password: PASSWORD }, wards.browser, start, {
      how: 'password',
    });
    assert.equal(new URL(anew.url).pathname, '/account', anew.body);
    assert.match(anew.body, /sen-notice--warning/, 'the cool-down is told');
    const seen = (
      await withStores(senid, ({ notices }) => notices.ofAccount(ward.accountId, 5))
    ).map(({ kind }) => kind);
    assert.ok(seen.includes('recovery_done'), seen.join());
  });

  it('not with a session that proved a password alone, nor after the guardianship has ended', async () => {
    const [guardian, ward] = [await newHolder(senid), await newHolder(senid)];
    await guard(guardian, ward, '2026-06-30');
    const path = `/account/wards/${ward.accountId}/recover`;
    const { browser } = await visitPortal(senid, guardian, '/account', { how: 'password' });
    const asked = await browser.send(senid.issuer + path);
    assert.match(asked.headers.get('location') ?? '', /acr_values=phrh/);
    const proven = await visitPortal(senid, guardian, path);
    assert.equal(new URL(proven.page.url).pathname, '/account');
  });

  it('not for an organisation, which has no password; it is not called a child either', async () => {
    const { accountId } = await persona(senid, 'an');
    const held = await withStores(senid, ({ guardianships }) =>
      guardianships.ofGuardian(accountId),
    );
    const firm = held.find(({ basis }) => basis === 'legal_representative_of_organisation');
    assert.ok(firm);
    const director = await newHolder(senid);
    const { accountId: guardianId } = director;
    await withStores(senid, ({ writer }) =>
      writer.apply([
        { kind: 'guardianship_added', guardianship: { ...firm, id: newId('grd'), guardianId } },
      ]),
    );
    const { browser, page } = await visitPortal(senid, director, '/account');
    assert.ok(page.body.includes(vi['account.ward-organisation']), page.body);
    assert.ok(!page.body.includes(firm.wardId));
    const answer = await visitPortal(senid, director, `/account/wards/${firm.wardId}/recover`, {
      browser,
    });
    assert.equal(new URL(answer.page.url).pathname, '/account');
  });
});
