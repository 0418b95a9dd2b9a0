import assert from 'node:assert/strict';

import { caseReference } from '../../../enrolment/reference.ts';
import { caseIdOf, openCase, TUAN } from '../../support/console-stage.ts';
import type { Answer } from '../../support/http-agent.ts';
import { startSenidAt, type MovedSenid } from '../../support/moved-senid.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { Browser } from '../../support/session-browser.ts';
import { simulatorOf } from '../../support/simulator.ts';

const HA = '099193000110';
/** Theirs in turn: one phone, one self-registered adult. */
const PHONES: Readonly<Record<string, string>> = { [TUAN]: '0912345678', [HA]: '0912345679' };
const DUE = /hết ngày (\d{2}\/\d{2}\/\d{4})/;

/** The real program, moved; one officer receives, one decides, one edits the calendar, the applicant looks. */
describe('A case whose days go by', function () {
  this.timeout(300_000);
  let senid: MovedSenid;
  let receiving: OfficerBrowser;
  let deciding: OfficerBrowser;
  let supervisor: OfficerBrowser;
  before(async () => {
    senid = await startSenidAt('2026-02-12T09:00+07:00', { registers: true, name: 'days' });
    receiving = await atWork('receiving');
    deciding = await atWork('deciding');
    supervisor = await atWork('authoritySupervisor');
  });
  after(() => senid.end());

  async function atWork(who: Parameters<typeof officer>[1]): Promise<OfficerBrowser> {
    const browser = await officer(senid, who);
    browser.now = senid.now;
    return browser;
  }

  async function completed(number: string): Promise<string> {
    const simulator = simulatorOf(senid);
    const address = await openCase(receiving, 'citizen_level_2', { number });
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled', { phone: PHONES[number] ?? '' });
    await receiving.capture(address, await simulator.face(number));
    await receiving.capture(address, await simulator.fingerprints(number));
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    return address;
  }

  async function dayIs(date: string, kind: 'off' | 'make_up'): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const page = await supervisor.open('/officer/calendar');
    const typed = { date_day: day, date_month: month, date_year: year };
    const source = 'Quyết định thử về ngày nghỉ';
    const saved = await supervisor.submit(page, { save: '1', ...typed, kind, source });
    assert.equal(saved.status, 200, saved.body);
  }

  it('follows Tết, and what is edited about it meanwhile, on every page that tells of it', async () => {
    const address = await completed(TUAN);
    await assertTold(address, ['running', '24/02/2026']);
    await dayIs('2026-02-23', 'off');
    await assertTold(address, ['running', '25/02/2026']);
    await senid.comes('2026-02-13T09:00+07:00');
    await dayIs('2026-02-21', 'make_up');
    await assertTold(address, ['running', '24/02/2026']);
    await senid.comes('2026-02-20T09:00+07:00');
    await assertTold(address, ['running', '24/02/2026']);
    await senid.comes('2026-02-21T09:00+07:00');
    await assertTold(address, ['due_soon', '24/02/2026']);
    await senid.comes('2026-02-24T23:59:30+07:00');
    await assertTold(address, ['due_soon', '24/02/2026']);
    await senid.comes('2026-02-25T00:00:30+07:00');
    await assertTold(address, ['overdue', '24/02/2026']);
    await receiving.take(address, 'forwarded');
    const approved = await deciding.take(address, 'approved');
    assert.match(approved.body, /sen-tag--approved/);
    assert.deepEqual(await lists(), { due_soon: 0, overdue: 0 });
    assert.match((await applicant(address)).body, /id="activate"/);
  });

  it('counts the Saturday that is made up for, and stands still while something is missing', async () => {
    await senid.comes('2026-08-20T09:00+07:00');
    const address = await completed(HA);
    await assertTold(address, ['running', '24/08/2026']);
    await senid.comes('2026-08-22T09:00+07:00');
    await assertTold(address, ['due_soon', '24/08/2026']);
    const missing = 'Thiếu bản gốc giấy khai sinh';
    await receiving.take(address, 'found_incomplete', { reason: missing });
    await senid.comes('2026-09-01T09:00+07:00');
    await assertTold(address, ['paused', undefined]);
    assert.match((await applicant(address)).body, new RegExp(missing));
    await receiving.take(address, 'supplemented');
    // One working day was left; the day itself, and Quốc khánh after it, are none.
    await assertTold(address, ['due_soon', '03/09/2026']);
    await senid.comes('2026-09-04T08:00+07:00');
    await assertTold(address, ['overdue', '03/09/2026']);
  });

  type Clock = readonly [state: string, due: string | undefined];

  /** The case, the lists of the office and the page of the applicant say the same. */
  async function assertTold(address: string, [state, due]: Clock): Promise<void> {
    const { body } = await receiving.open(address);
    const [line = ''] = /<p class="sen-clock">.*?<\/p>/s.exec(body) ?? [];
    const said = [/sen-tag--clock-(\w+)/.exec(line)?.[1], DUE.exec(line)?.[1]];
    assert.deepEqual(said, [state, due], line);
    const [due_soon, overdue] = [state === 'due_soon' ? 1 : 0, state === 'overdue' ? 1 : 0];
    assert.deepEqual(await lists(), { due_soon, overdue });
    const page = (await applicant(address)).body;
    assert.equal(DUE.exec(page)?.[1], due);
    assert.equal(page.includes('Hồ sơ đã quá hạn'), state === 'overdue');
  }

  async function lists(): Promise<object> {
    const { body } = await receiving.open('/officer');
    const count = (name: string) =>
      Number(new RegExp(`list=${name}"[^>]*>[^<]*\\((\\d+)\\)`).exec(body)?.[1]);
    return { due_soon: count('due_soon'), overdue: count('overdue') };
  }

  async function applicant(address: string): Promise<Answer> {
    const browser = new Browser();
    browser.now = senid.now;
    const start = await browser.get(`${senid.issuer}/application`);
    const since = senid.now() - 1000;
    const phone = await browser.submit(start, { reference: caseReference(caseIdOf(address)) });
    return browser.submit(phone, { otp: await senid.code(since) });
  }
});
