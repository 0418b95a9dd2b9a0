import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { messageTo } from '../support/counter-journey.ts';
import { HA, NAKAMURA, TUAN } from '../support/enrol-applicant.ts';
import { EnrolVisitor } from '../support/enrol-visitor.ts';
import { browserSuite, type Stage } from '../support/journey-stage.ts';

const PASSWORD = 'hoa sen nở giữa hồ 27';
const { vi, en } = messages;

/** From the result to the end, with what the message says. */
async function activate(stage: Stage, visitor: EnrolVisitor, to: string, number: string) {
  const { keys } = visitor;
  const code = await messageTo(stage.senid, to, /\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/);
  await keys.enter('activate');
  await visitor.look('activate');
  await keys.tabTo('identifier');
  await keys.press('Control+A');
  await keys.type(number);
  await keys.tabTo('activation_code');
  await keys.type(code);
  await keys.enter('continue');
  await visitor.look('activate-password');
  await keys.tabTo('password');
  await keys.type(PASSWORD);
  await keys.enter('continue');
  await visitor.look('activate-passkey');
}

browserSuite(
  'Somebody without an account, with a keyboard alone,',
  (stage) => {
    it('gets level 1 as a citizen in Vietnamese, told by page, phone and mail, and a passkey', async function () {
      this.timeout(360_000);
      const journey = await stage.visit();
      const facts = { ...HA, phone: '0977000101', email: 'ha.phan@example.vn' };
      const visitor = new EnrolVisitor(journey, facts, { locale: 'vi', looks: true });
      await visitor.begin();
      await visitor.submitPicture(HA.number);
      assert.equal(await journey.page.locator('h1').innerText(), vi['enrol.approved.title']);
      await messageTo(stage.senid, facts.email, /([0-9A-Z]{5}-[0-9A-Z]{5})/);

      await activate(stage, visitor, '+84977000101', HA.number);
      await journey.device.present(true);
      await visitor.keys.enter('use-passkey');
      await journey.device.present(false);
      await visitor.look('activate-done');
      assert.equal(visitor.place, 'done');
      assert.ok((await visitor.text()).includes(vi['enrol.done.passkey-made']));
      assert.deepEqual(visitor.inspection.faults, []);
    });

    it('gets level 1 as a foreigner in English, with the passport', async function () {
      this.timeout(360_000);
      const journey = await stage.visit({ browser: { locale: 'en-GB' } });
      const facts = { ...NAKAMURA, phone: '0977000102' };
      const visitor = new EnrolVisitor(journey, facts, { locale: 'en', looks: true });
      await visitor.begin();
      await visitor.submitPicture('F00000000107');
      assert.equal(await journey.page.locator('h1').innerText(), en['enrol.approved.title']);
      await activate(stage, visitor, '+84977000102', 'F00000000107');
      await visitor.keys.enter('later');
      assert.equal(visitor.place, 'done');
      await visitor.look('activate-done');
      assert.deepEqual(visitor.inspection.faults, []);
    });

    const refusals = [
      ['no register knows the number', { ...TUAN, number: '099000000009' }, TUAN.number],
      ['the data do not match', { ...TUAN, name: 'Hoàng Minh Tú' }, TUAN.number],
      ['the face is another’s', TUAN, HA.number],
    ] as const;
    for (const [index, [why, about, face]] of refusals.entries()) {
      it(`is refused where ${why}: with the reason and a way on`, async () => {
        const facts = { ...about, phone: `097700011${index}` };
        const visitor = new EnrolVisitor(await stage.visit(), facts, {
          locale: 'vi',
          looks: index === 0,
        });
        await visitor.begin();
        await visitor.submitPicture(face);
        const text = await visitor.text();
        assert.ok(text.includes(vi['enrol.refused.title']), text);
        assert.ok(text.includes(vi['case-refusal.data_not_matched']), text);
        assert.ok(text.includes(vi['case-way-on.data_not_matched']), text);
        await visitor.keys.enter('again');
        assert.equal(visitor.place, 'check', 'nothing has to be typed anew');
        assert.deepEqual(visitor.inspection.faults, []);
      });
    }

    it('is told of the account that has the phone, and how to get back into it', async () => {
      // Nguyễn Văn An's, confirmed in person.
      const facts = { ...TUAN, phone: '0900000011' };
      const visitor = new EnrolVisitor(await stage.visit(), facts, { locale: 'vi', looks: false });
      await visitor.begin();
      await visitor.goTo('phone-taken');
      await visitor.inspection.inspect('enrol-phone-taken');
      assert.ok((await visitor.text()).includes(vi['enrol.taken.title']));
      await visitor.choose('whose', 0);
      assert.equal(visitor.place, 'have-account');
      await visitor.inspection.inspect('enrol-have-account');
      assert.ok((await visitor.page.locator('main a[href="/recover"]').count()) > 0);
      assert.deepEqual(visitor.inspection.faults, []);
    });

    it('is sent to the guardian’s own page where they are under age', async () => {
      const facts = { ...TUAN, birthdate: '2016-05-04', phone: '0977000120' };
      const visitor = new EnrolVisitor(await stage.visit(), facts, { locale: 'vi', looks: false });
      await visitor.begin();
      await visitor.goTo('details');
      await visitor.answer();
      assert.equal(visitor.place, 'details');
      await visitor.inspection.inspect('enrol-under-age');
      await visitor.keys.enter('ward');
      assert.equal(visitor.place, 'ward');
      await visitor.inspection.inspect('enrol-ward');
      assert.deepEqual(visitor.inspection.faults, []);
    });
  },
  { registers: true },
);
