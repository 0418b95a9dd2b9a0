import assert from 'node:assert/strict';

import { messages } from '../../../web/i18n/messages.ts';
import type { Answer } from '../../support/http-agent.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { portalCookie } from '../../support/portal-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { withStores } from '../../support/session-server.ts';

const AN = '099090000011';
const YEN = '099192000107';
const { vi } = messages;

describe('What a supervisor entered before they had to sign in anew', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  let supervisor: OfficerBrowser;
  before(async () => {
    senid = await startSenid({ registers: true, name: 'typed-by-officers' });
    supervisor = await officer(senid, 'supervisor');
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  /** Sent from a session that lay there unused as long as half an hour and a bit; where they come back to. */
  async function sentTooLate(
    by: OfficerBrowser,
    page: Answer,
    values: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const key = `officer ${by.cookie(portalCookie('officer'))}`;
    await withStores(senid, async ({ ephemerals }) => {
      const stored = await ephemerals.get('portal-session', key);
      assert.ok(stored, 'no session');
      const record = stored.value as { readonly seenAt: number };
      const idle = { ...record, seenAt: record.seenAt - 31 * 60_000 };
      await ephemerals.put('portal-session', key, idle, 3600);
    });
    const start = await by.post(page, values);
    assert.match(start.headers.get('location') ?? '', /\/authorize\?/);
    return by.prove(start);
  }

  async function worksOf(login: string) {
    return withStores(senid, async ({ accounts, staff }) => {
      const account = await accounts.findByIdentifier(login);
      return account && staff.ofAccount(account.id);
    });
  }

  it('is all of an appointment: number, ticked roles and reason; nobody is appointed yet', async () => {
    const page = await supervisor.open('/officer/staff');
    const values = { number: AN, role: 'receiving_officer', reason: 'new_colleague', appoint: '1' };
    const back = await sentTooLate(supervisor, page, values);
    assert.equal(new URL(back.url).pathname, '/officer/staff');
    assert.ok(back.body.includes(vi['officer.restored']), back.body);
    assert.ok(back.body.includes(`value="${AN}"`));
    assert.equal(isOn(back, 'input', 'id="role-receiving_officer"', 'checked'), true);
    assert.equal(isOn(back, 'input', 'id="role-auditor"', 'checked'), false);
    const [, reasons = ''] = back.body.split('id="reason"');
    assert.equal(isOn({ body: reasons }, 'option', 'value="new_colleague"', 'selected'), true);
    assert.equal(await worksOf(AN), undefined);
    const anew = await supervisor.open('/officer/staff');
    assert.ok(!anew.body.includes(AN), 'once');
  });

  it('is the reason to end somebody’s work, with theirs and not with an appointment', async () => {
    const page = await supervisor.open('/officer/staff');
    const yen = await worksOf(YEN);
    assert.ok(yen !== undefined);
    const values = { end: yen.id, reason: 'left', 'confirm-end': '1' };
    const back = await sentTooLate(supervisor, page, values);
    assert.ok(back.body.includes(vi['officer.restored']), back.body);
    const [before = '', theirs = ''] = back.body.split(`value="${yen.id}"`);
    assert.match(before.slice(before.lastIndexOf('<details')), /^<details[^>]* open/);
    const [own = '', ...others] = theirs.split('</form>');
    assert.equal(isOn({ body: own }, 'option', 'value="left"', 'selected'), true);
    const [, reasons = ''] = others.join('').split('id="reason"');
    assert.equal(isOn({ body: reasons }, 'option', 'value="left"', 'selected'), false);
    assert.ok((await worksOf(YEN)) !== undefined, 'nothing was sent');
  });

  it('stands there again beside what was wrong with it', async () => {
    const page = await supervisor.open('/officer/staff');
    const values = { number: AN, role: 'receiving_officer', appoint: '1' };
    const told = await supervisor.prove(await supervisor.post(page, values));
    assert.equal(told.status, 422);
    assert.ok(told.body.includes(`<a href="#reason">${vi['officer.staff-no_reason']}</a>`));
    assert.equal(isOn(told, 'input', 'id="role-receiving_officer"', 'checked'), true);
  });

  it('is a day of the calendar: its kind as well, and no noughts where nothing was typed', async () => {
    const authority = await officer(senid, 'authoritySupervisor');
    const page = await authority.open('/officer/calendar');
    const values = { date_day: '7', kind: 'make_up', source: 'Thông báo số 9/TB-BNV', save: '1' };
    const back = await sentTooLate(authority, page, values);
    assert.ok(back.body.includes(vi['officer.restored']), back.body);
    assert.equal(isOn(back, 'input', 'value="make_up"', 'checked'), true);
    assert.ok(back.body.includes('value="Thông báo số 9/TB-BNV"'));
    assert.equal(isOn(back, 'input', 'id="date"', 'value="07"'), true);
    assert.doesNotMatch(back.body, /value="00/);
  });
});

/** Whether the element with this attribute has the other one too. */
function isOn(
  { body }: Pick<Answer, 'body'>,
  element: string,
  known: string,
  asked: string,
): boolean {
  const found = body.match(new RegExp(`<${element}[^>]*>`, 'g')) ?? [];
  const [one, ...more] = found.filter((tag) => tag.includes(known));
  assert.ok(one !== undefined && more.length === 0, `${found.length} ${known}`);
  return one.includes(asked);
}
