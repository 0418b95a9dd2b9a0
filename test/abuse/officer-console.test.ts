import assert from 'node:assert/strict';

import { newId } from '../../ids.ts';
import { forge, postTo, weakenSession } from '../support/console-attacks.ts';
import {
  BINH,
  caseIdOf,
  MARKUP,
  openCase,
  startConsole,
  TUAN,
  type ConsoleStage,
} from '../support/console-stage.ts';
import { OFFICERS, type OfficerBrowser } from '../support/officer-visit.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';

const NOWHERE = '/officer/cases/case_AAAAAAAAAAAAAAAAAAAAAAAA';

describe('the officer console, attacked from within:', function () {
  this.timeout(240_000);
  let senid: SenidProcess;
  let stage: ConsoleStage;
  let address: string;

  before(async () => {
    stage = await startConsole('console-abuse');
    ({ senid, address } = stage);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  const caseAt = (path: string) => withStores(senid, ({ cases }) => cases.find(caseIdOf(path)));
  const refusals = (type: string) =>
    withStores(senid, async ({ audit }) =>
      (await audit.list({ type, limit: 100 })).map(({ data, actorId }) => [
        actorId,
        data['reason'],
      ]),
    );

  /** Nothing is written, and the officer is told. */
  async function cannotTake(by: OfficerBrowser, path: string, step: string, why?: string) {
    const before = await caseAt(path);
    const answer = await forge(senid, by, `${path}/steps/${step}`, {
      version: String(before?.version),
      reason: 'vì',
      refusal_reason: 'documents_not_valid',
      document_shown: 'yes',
      consent: 'yes',
    });
    const after = await caseAt(path);
    assert.deepEqual([after?.version, after?.status], [before?.version, before?.status], step);
    if (why === undefined) return assert.equal(answer.status, 404);
    assert.equal(answer.status, 409, answer.body);
    const told = await refusals('case.step_refused');
    assert.ok(
      told.some(([actor, reason]) => actor === by.person.accountId && reason === why),
      JSON.stringify(told),
    );
  }

  it('who receives decides nothing, whatever address they use', async () => {
    const { receiving } = stage;
    for (const step of ['approved', 'refused', 'returned']) {
      const page = await receiving.open(`${address}/steps/${step}`);
      assert.equal(new URL(page.url).pathname, address);
      await cannotTake(receiving, address, step, 'not_this_office');
    }
  });

  it('who audits reads, and writes nothing', async () => {
    const { auditor } = stage;
    assert.equal((await auditor.open(address)).status, 200);
    assert.equal((await auditor.open(`${address}/audit`)).status, 200);
    for (const step of ['approved', 'refused', 'returned']) {
      await cannotTake(auditor, address, step, 'not_your_role');
    }
    const opening = await forge(senid, auditor, '/officer/open/own_lock', { number: BINH });
    assert.equal(opening.headers.get('location'), '/officer/open');
    for (const path of ['/officer/staff', '/officer/calendar']) {
      assert.equal((await auditor.open(path)).status, 404);
      assert.equal((await forge(senid, auditor, path, { date_year: '2030' })).status, 404);
    }
  });

  it('a case of another office is not there: page, steps, form and audit', async () => {
    const { immigration } = stage;
    const stripped = (body: string) =>
      body.replaceAll(/(?:req|case)_[\w-]+/g, 'ID').replaceAll(/(nonce|value)="[^"]*"/g, '');
    for (const rest of ['', '/steps/approved', '/steps/undone', '/form', '/audit']) {
      const other = await immigration.open(address + rest);
      const nowhere = await immigration.open(NOWHERE + rest);
      assert.deepEqual([other.status, nowhere.status], [404, 404], rest);
      assert.equal(stripped(other.body), stripped(nowhere.body));
    }
    await cannotTake(immigration, address, 'approved');
    const withheld = await withStores(senid, ({ audit }) =>
      audit.list({ caseId: caseIdOf(address), type: 'case.withheld', limit: 20 }),
    );
    assert.ok(withheld.length >= 4, 'and each try is recorded');
    assert.ok(withheld.every(({ actorId }) => actorId === immigration.person.accountId));
    const found = await immigration.submit(await immigration.open('/officer'), { number: TUAN });
    assert.doesNotMatch(found.body, /Hoàng Minh Tuấn/);
    for (const odd of ['%00', '%E0%A4%A', '..%2f..', 'case_', 'x'.repeat(3_000)]) {
      const answer = await immigration.send(`${senid.issuer}/officer/cases/${odd}`);
      assert.ok(answer.status >= 400 && answer.status < 500, `${odd}: ${answer.status}`);
    }
  });

  it('nobody opens, handles or decides a case of their own, or of their ward', async () => {
    const { receiving, second } = stage;
    const own = await forge(senid, second, '/officer/open/own_lock', {
      number: OFFICERS.secondReceiving,
    });
    assert.equal(own.status, 409);
    const told = await refusals('case.opening_refused');
    assert.deepEqual(told, [[second.person.accountId, 'own_case']]);
    const theirs = await openCase(receiving, 'own_lock', { number: OFFICERS.secondReceiving });
    await cannotTake(second, theirs, 'documents_checked', 'own_case');
    const wards = await openCase(receiving, 'own_lock', { number: BINH });
    await withStores(senid, async ({ accounts, writer }) => {
      const ward = await accounts.findByIdentifier(BINH);
      assert.ok(ward);
      const guardianship = {
        id: newId('grd'),
        guardianId: second.person.accountId,
        wardId: ward.id,
        basis: 'represented_adult',
        fromDate: '2020-01-01',
        untilDate: undefined,
        caseId: undefined,
        createdAt: Date.now(),
        endedAt: undefined,
      } as const;
      await writer.apply([{ kind: 'guardianship_added', guardianship }]);
    });
    await cannotTake(second, wards, 'documents_checked', 'own_case');
  });

  it('nobody learns at work that an agency has asked for a lock of their own account', async () => {
    const { receiving, second } = stage;
    const secret = await openCase(receiving, 'agency_lock', {
      number: OFFICERS.secondReceiving,
      agency: `Tòa án ${MARKUP}`,
      document_number: '12/QĐ',
      document_date_day: '2',
      document_date_month: '11',
      document_date_year: '2026',
    });
    const shown = await receiving.open(secret);
    assert.match(shown.body, /Tòa án/);
    assert.doesNotMatch(shown.body, /<script>alert|<img src=x/);
    assert.equal((await second.open(secret)).status, 404);
    assert.equal((await second.open(`${secret}/form`)).status, 404);
    assert.ok(!(await second.open('/officer')).body.includes(caseIdOf(secret)));
    const found = await second.submit(await second.open('/officer'), {
      number: OFFICERS.secondReceiving,
    });
    assert.ok(!found.body.includes(caseIdOf(secret)));
  });

  it('a proof older than five minutes, or without a passkey, decides nothing', async () => {
    const { deciding, supervisor } = stage;
    const before = await caseAt(address);
    for (const how of [{ ageMs: 5 * 60_000 + 1_000 }, 'password and code'] as const) {
      const page = await deciding.open(`${address}/steps/approved`);
      assert.equal(page.status, 200);
      await weakenSession(senid, deciding, how);
      const answer = await deciding.post(page, { take: '' });
      assert.equal(answer.status, 303);
      const asked = new URL(answer.headers.get('location') ?? '', senid.issuer);
      assert.equal(asked.pathname, '/authorize');
      assert.equal(asked.searchParams.get('max_age'), '300');
      assert.equal(asked.searchParams.get('acr_values'), 'urn:senid:loa:substantial');
      assert.equal((await caseAt(address))?.version, before?.version);
      // Proven anew they are at the form again, and nothing was sent in their place.
      const again = await deciding.prove(answer);
      assert.equal(new URL(again.url).pathname, `${address}/steps/approved`);
      assert.equal((await caseAt(address))?.status, 'running');
    }
    await supervisor.open('/officer/staff');
    await weakenSession(senid, supervisor, { ageMs: 301_000 });
    const posted = await forgeStale(supervisor, '/officer/staff');
    assert.match(posted.headers.get('location') ?? '', /\/authorize\?/);
  });

  /** Its token was read before the session grew old. */
  async function forgeStale(by: OfficerBrowser, path: string) {
    const page = await by.send(`${senid.issuer}/officer`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return postTo(senid, by, path, [
      ['csrf', csrf],
      ['number', BINH],
      ['role', 'auditor'],
      ['reason', 'new_colleague'],
    ]);
  }

  it('no supervisor appoints or ends themself, or gives what their office has not', async () => {
    const { deciding, supervisor } = stage;
    await supervisor.open('/officer/staff');
    const appoint = (number: string, role: string) =>
      forge(senid, supervisor, '/officer/staff', { number, role, reason: 'new_duties' });
    assert.equal((await appoint(OFFICERS.supervisor, 'receiving_officer')).status, 422);
    assert.equal((await appoint(BINH, 'deciding_authority')).status, 422);
    const mine = await withStores(senid, ({ staff }) =>
      staff.ofAccount(supervisor.person.accountId),
    );
    const theirs = await withStores(senid, ({ staff }) =>
      staff.ofAccount(deciding.person.accountId),
    );
    for (const end of [mine?.id, theirs?.id, 'staff_nobody', '']) {
      const answer = await forge(senid, supervisor, '/officer/staff', {
        end: end ?? '',
        reason: 'left',
      });
      assert.equal(answer.status, 422);
    }
    const members = await withStores(senid, ({ staff }) => staff.ofOffice('office_hoan-kiem'));
    assert.equal(members.length, 3);
    const reasons = (await refusals('staff.refused')).map(([, reason]) => reason);
    assert.ok(reasons.includes('oneself') && reasons.includes('not_your_office'));
  });

  it('who handled a case does not decide it from another desk', async () => {
    const { receiving } = stage;
    await withStores(senid, async ({ staff, writer }) => {
      const { accountId } = receiving.person;
      const before = await staff.ofAccount(accountId);
      assert.ok(before);
      const at = Date.now();
      const moved = { ...before, id: newId('staff'), since: at };
      const roles = ['deciding_authority'] as const;
      await writer.apply([
        { kind: 'staff_ended', id: before.id, at },
        { kind: 'staff_added', member: { ...moved, officeId: 'office_identification', roles } },
      ]);
    });
    for (const step of ['approved', 'refused']) {
      await cannotTake(receiving, address, step, 'another_person_must_decide');
    }
  });

  it('whoever works there no longer has no console any more', async () => {
    const { second } = stage;
    await withStores(senid, async ({ staff, writer }) => {
      const member = await staff.ofAccount(second.person.accountId);
      assert.ok(member);
      await writer.apply([{ kind: 'staff_ended', id: member.id, at: Date.now() }]);
    });
    const page = await second.open('/officer');
    assert.equal(page.status, 403);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    for (const path of ['/officer/search', '/officer/open/own_lock', `${address}/steps/approved`]) {
      const answer = await postTo(senid, second, path, [
        ['csrf', csrf],
        ['number', BINH],
      ]);
      assert.equal(answer.status, 403);
    }
  });
});
