import assert from 'node:assert/strict';

import { postTo, tokenOf } from '../support/console-attacks.ts';
import {
  BINH,
  caseIdOf,
  MARKUP,
  openCase,
  startConsole,
  TUAN,
  type ConsoleStage,
} from '../support/console-stage.ts';
import { officer, OFFICERS } from '../support/officer-visit.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';

describe('pages and forms of the officer console, attacked:', function () {
  this.timeout(240_000);
  let senid: SenidProcess;
  let stage: ConsoleStage;
  let address: string;

  before(async () => {
    stage = await startConsole('console-pages');
    ({ senid, address } = stage);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  it('every form is held against forgery, and takes each field once', async () => {
    const { receiving, second } = stage;
    const forms = [
      ['/officer/search', 'number'],
      ['/officer/open/citizen_level_2', 'number'],
      [`${address}/steps/withdrawn`, 'reason'],
      [`${address}/steps/withdrawn`, 'version'],
      [`${address}/steps/withdrawn`, 'request_id'],
      ['/officer/sign-out', 'csrf'],
    ] as const;
    const csrf = await tokenOf(receiving);
    const others = await tokenOf(second);
    const own = { origin: senid.issuer };
    for (const [path, field] of forms) {
      const bare = [[field === 'csrf' ? 'x' : field, 'a']] as const;
      for (const [fields, headers] of [
        [bare, own],
        [[...bare, ['csrf', others]], own],
        [[...bare, ['csrf', `${csrf}x`]], own],
        [[...bare, ['csrf', csrf]], { origin: 'https://evil.example' }],
        [[...bare, ['csrf', csrf]], { 'sec-fetch-site': 'same-site' }],
      ] as const) {
        const answer = await postTo(senid, receiving, path, fields, headers);
        assert.equal(answer.status, 403, path);
      }
      const twice = [
        ['csrf', csrf],
        [field, 'a'],
        [field, 'b'],
      ] as const;
      assert.equal((await postTo(senid, receiving, path, twice)).status, 400, `${path} ${field}`);
    }
  });

  it('so is the form of the working days, which takes nothing hidden and nobody’s number', async () => {
    const authority = await officer(senid, 'authoritySupervisor');
    const send = (more: Readonly<Record<string, string>>, token?: string) =>
      tokenOf(authority).then((own) => {
        const day = { date_day: '31', date_month: '12', date_year: '2026' };
        const fields = { csrf: token ?? own, ...day, kind: 'off', source: '4567/TB-BNV', ...more };
        return postTo(senid, authority, '/officer/calendar', Object.entries(fields));
      });
    await authority.open('/officer/calendar');
    assert.equal((await send({}, await tokenOf(stage.supervisor))).status, 403);
    for (const wrong of [
      { kind: '' },
      { kind: 'holiday' },
      { source: '' },
      { source: 'TB\u202E 7654' },
      { source: `Theo đề nghị của ${TUAN}` },
      { date_year: '2025' },
      { date_day: '32' },
    ]) {
      assert.equal((await send(wrong)).status, 422, JSON.stringify(wrong));
    }
    const days = () =>
      withStores(senid, ({ calendar }) => calendar.between('2025-01-01', '2027-12-31'));
    assert.deepEqual(await days(), []);
    assert.equal((await send({ source: `"'><script>alert('TB')</script>` })).status, 303);
    const page = await authority.open('/officer/calendar');
    assert.doesNotMatch(page.body, /<script>alert/);
    assert.deepEqual(
      (await days()).map(({ date, decidedBy }) => [date, decidedBy]),
      [['2026-12-31', authority.person.accountId]],
    );
  });

  it('markup is shown as it was typed, hidden characters are refused', async () => {
    const { receiving } = stage;
    const lock = await openCase(receiving, 'own_lock', { number: OFFICERS.deciding });
    for (const reason of ['a\u0000b', 'a\u001B[2J', 'a\u202Eb', '\u200B']) {
      const page = await receiving.take(lock, 'withdrawn', { reason });
      assert.equal(page.status, 422, JSON.stringify(reason));
    }
    const page = await receiving.take(lock, 'withdrawn', { reason: MARKUP });
    assert.match(page.body, /&lt;script>alert\(1\)|&lt;script&gt;alert\(1\)/);
    assert.doesNotMatch(page.body, /<script>alert|<img src=x/);
    for (const where of [stage.address, `${stage.address}/form`]) {
      const { body } = await receiving.open(where);
      assert.match(body, /integrat|tích hợp/, where);
      assert.doesNotMatch(body, /<script>alert|<img src=x/, where);
    }
    const list = await receiving.open('/officer');
    const searched = await receiving.submit(list, { number: MARKUP });
    assert.doesNotMatch(searched.body, /<script>alert/);
  });

  it('an address does not say that a step was taken', async () => {
    const { deciding } = stage;
    const page = await deciding.open(`${address}?taken=approved`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.body, /role="status"/);
  });

  it('no page with somebody’s data is kept by anybody', async () => {
    const { receiving, deciding, immigration, auditor, supervisor } = stage;
    for (const [by, path] of [
      [receiving, '/officer'],
      [receiving, address],
      [receiving, `${address}/form`],
      [auditor, `${address}/audit`],
      [supervisor, '/officer/staff'],
      [deciding, `${address}/steps/refused`],
      [immigration, address],
    ] as const) {
      const { headers } = await by.open(path);
      assert.match(headers.get('cache-control') ?? '', /no-store/, path);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
      assert.match(headers.get('referrer-policy') ?? '', /no-referrer|same-origin/, path);
    }
  });

  it('what was recorded is complete, and has no number, name or word that was typed', async () => {
    const { receiving, second, deciding, immigration, auditor, supervisor } = stage;
    const steps = await withStores(senid, ({ cases }) => cases.steps(caseIdOf(address)));
    const recorded = await withStores(senid, ({ audit }) =>
      audit.list({ caseId: caseIdOf(address), limit: 500 }),
    );
    const taken = recorded.filter(({ type }) => type === 'case.step_taken');
    assert.deepEqual(
      taken.map(({ data }) => data['sequence']).toSorted((a, b) => Number(a) - Number(b)),
      steps.map(({ sequence }) => sequence),
    );
    for (const { type, actorId, caseId } of recorded) {
      assert.ok(actorId, type);
      assert.equal(caseId, caseIdOf(address));
    }
    const looked = recorded.filter(({ type }) => type === 'case.viewed');
    for (const who of [receiving, deciding, auditor]) {
      assert.ok(looked.some(({ actorId }) => actorId === who.person.accountId));
    }
    assert.ok(!looked.some(({ actorId }) => actorId === immigration.person.accountId));
    const all = JSON.stringify(
      await withStores(senid, ({ audit }) => audit.list({ limit: 2_000 })),
    );
    for (const secret of [TUAN, BINH, 'Hoàng Minh Tuấn', '912345678', 'alert(1)', 'Tòa án']) {
      assert.ok(!all.includes(secret), secret);
    }
    for (const { history } of [receiving, second, deciding, immigration, auditor, supervisor]) {
      assert.ok(history.every(({ url }) => !url.includes(TUAN) && !url.includes(BINH)));
    }
  });
});
