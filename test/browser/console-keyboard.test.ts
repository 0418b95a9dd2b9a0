import assert from 'node:assert/strict';

import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { messages } from '../../web/i18n/messages.ts';
import { translator } from '../../web/i18n/translator.ts';
import { Desks } from '../support/counter-desks.ts';
import { KeyboardOfficer } from '../support/counter-keyboard.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { withStores } from '../support/session-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PEOPLE = [
  ['vi', '099090000011', 'Nguyễn Văn An'],
  ['en', '099188000093', 'Lê Thị Mai'],
] as const satisfies readonly (readonly [Locale, string, string])[];
const AGENCY = 'Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội';

browserSuite(
  'What officers do beside the cases of applicants, with a keyboard alone',
  (stage) => {
    const desks = new Desks(stage);

    async function deskOf(who: Parameters<Desks['take']>[0], language: Locale) {
      const desk = new KeyboardOfficer(await desks.take(who, language));
      return { desk, keys: desk.keys, page: desk.officer.page, words: messages[language] };
    }

    /** Where this person works, by the register. */
    function worksAt(number: string) {
      return withStores(stage.senid, async ({ accounts, staff }) => {
        const account = await accounts.findByIdentifier(number);
        return account && staff.ofAccount(account.id);
      });
    }

    function dayOf(date: string) {
      return withStores(stage.senid, async ({ calendar }) => {
        const [day] = await calendar.between(date, date);
        return day && ([day.kind, day.source] as const);
      });
    }

    for (const [language, number, name] of PEOPLE) {
      it(`appoints an officer and ends their work again (${language})`, async function () {
        this.timeout(300_000);
        const { desk, keys, page, words } = await deskOf('supervisor', language);
        await desk.follow(words['officer.staff']);
        assert.equal(await desk.officer.title(), words['officer.staff']);
        await keys.answer({ number, 'role-receiving_officer': true, 'role-supervisor': true });
        await keys.tabTo('reason');
        await keys.pick('new_colleague');
        await keys.enter('appoint');
        const card = page.getByRole('listitem').filter({ hasText: name });
        const roles = [words['officer.role-receiving_officer'], words['officer.role-supervisor']];
        for (const role of roles) assert.ok((await card.innerText()).includes(role), role);
        const member = await worksAt(number);
        assert.deepEqual(member?.roles, ['receiving_officer', 'supervisor']);

        await keys.reach(card.locator('summary'));
        await keys.press('Enter');
        await keys.tabTo(`reason-${member.id}`);
        await keys.pick('left');
        await keys.enter(`end-${member.id}`);
        assert.equal(await desk.officer.title(), words['officer.staff']);
        assert.equal(await card.count(), 0);
        assert.equal(await worksAt(number), undefined);
      });
    }

    it('hears what is missing of an appointment, and appoints nobody', async () => {
      const [[, number]] = PEOPLE;
      const { desk, keys, page, words } = await deskOf('supervisor', 'vi');
      await desk.follow(words['officer.staff']);
      await keys.answer({ number, 'role-supervisor': true });
      await keys.enter('appoint');
      assert.equal(await keys.focused(), 'div.govuk-error-summary');
      assert.ok((await desk.officer.text()).includes(words['officer.staff-no_reason']));
      assert.ok(await page.isChecked('#role-supervisor'), 'what was ticked is lost');
      await keys.press('Tab');
      await keys.press('Enter');
      assert.equal(await keys.focused(), '#reason');
      assert.equal(await worksAt(number), undefined);
    });

    for (const [index, [language]] of PEOPLE.entries()) {
      it(`makes a Saturday a working day, and takes that back (${language})`, async function () {
        this.timeout(300_000);
        const date = saturdayInWeeks(20 + index);
        const source = `Thông báo số 1${index}/TB-BNV`;
        const { desk, keys, page, words } = await deskOf('authoritySupervisor', language);
        await desk.follow(words['officer.calendar']);

        await typeDate(desk, date);
        await keys.tabTo('kind');
        await keys.choose('kind-make_up');
        await keys.answer({ source });
        await keys.enter('save');
        const line = page.getByRole('listitem').filter({
          hasText: translator(language).calendarDate(date),
        });
        const told = await line.innerText();
        for (const part of [words['officer.day-kind-make_up'], words['officer.day-entered']]) {
          assert.ok(told.includes(part), told);
        }
        assert.deepEqual(await dayOf(date), ['make_up', source]);

        await typeDate(desk, date);
        await keys.tabTo('kind');
        await keys.choose('kind-as_statute');
        await keys.enter('save');
        assert.equal(await keys.focused(), 'div.govuk-error-summary');
        await keys.press('Tab');
        await keys.press('Enter');
        assert.equal(await keys.focused(), '#source');
        await keys.type(source);
        await keys.enter('save');
        assert.equal(await line.count(), 0);
        assert.equal(await dayOf(date), undefined);
      });
    }

    for (const [language, number, name] of PEOPLE) {
      it(`takes the lock an agency asks for from the letter to the decision (${language})`, async function () {
        this.timeout(300_000);
        const counter = await deskOf('receiving', language);
        const letter = {
          number,
          agency: AGENCY,
          document_number: '12/QĐ-CSĐT',
          document_date: '20',
          document_date_month: '11',
          document_date_year: '2026',
        };
        const openText = counter.words['officer.open'];
        const address = await counter.desk.receive('agency_lock', letter, openText);
        assert.equal(await counter.desk.officer.title(), name);
        await counter.desk.take('documents_checked', { document_shown: true });
        await counter.desk.take('completed');
        await counter.desk.take('forwarded');
        assert.ok(
          (await counter.desk.officer.text()).includes(counter.words['case-next.authority']),
        );

        const authority = await deskOf('deciding', language);
        await authority.desk.follow(name);
        assert.equal(new URL(authority.page.url()).pathname, address);
        await authority.desk.take('approved');
        assert.ok(
          (await authority.desk.officer.text()).includes(authority.words['case-status.done']),
        );
        const locks = await withStores(stage.senid, async ({ accounts }) => {
          const account = await accounts.findByIdentifier(number);
          return account && accounts.openLocks(account.id);
        });
        assert.deepEqual(
          locks?.map(({ ground, requester, details }) => [ground, requester, details?.agency]),
          [['authority_request', 'agency', AGENCY]],
        );
      });
    }
  },
  { registers: true },
);

async function typeDate({ keys }: KeyboardOfficer, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await keys.answer({ date: day, date_month: month, date_year: year });
}

function saturdayInWeeks(weeks: number): string {
  const day = new Date(Date.now() + weeks * 7 * DAY_MS);
  return dateInVietNam(day.getTime() + ((6 - day.getUTCDay() + 7) % 7) * DAY_MS);
}
