import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { Desks } from '../support/counter-desks.ts';
import { leaveIdle } from '../support/counter-expired.ts';
import { messageTo, type CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { simulatorOf } from '../support/simulator.ts';

const TUAN = '099092000103';
const HA = '099193000110';
const BINH = '099185000028';
const PHONE = '0901230103';
const { vi } = messages;

browserSuite(
  'A case at the counter that takes a turn',
  (stage) => {
    const desks = new Desks(stage);
    const nextStep = ({ page }: CounterOfficer) =>
      page.locator('section .sen-button--primary').getAttribute('id');

    it('is told apart by the face, put right by undoing a step, and refused with a reason the applicant is told', async function () {
      this.timeout(300_000);
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('citizen_level_2', { number: TUAN });
      await receiving.take('documents_checked', { document_shown: true });
      await receiving.take('form_filled', { phone: PHONE });

      await receiving.capture('face', HA);
      assert.ok((await receiving.text()).includes(vi['case-outcome.no_match']));
      assert.equal(await nextStep(receiving), 'step-face_captured', 'another picture is asked for');
      await receiving.capture('face', TUAN);
      await receiving.capture('fingerprints', TUAN);
      await receiving.take('consent_confirmed', { consent: true });

      const apart = receiving.page.locator('.sen-apart');
      assert.deepEqual(await apart.locator('a').evaluateAll((links) => links.map(({ id }) => id)), [
        'step-undone',
        'step-withdrawn',
      ]);
      await receiving.press('step-undone');
      await receiving.page.selectOption('#step', 'form_filled');
      await receiving.page.fill('#reason', 'Nhập nhầm số điện thoại');
      await receiving.press('take');
      assert.equal(await nextStep(receiving), 'step-form_filled');
      const told = await receiving.text();
      assert.ok(told.includes(`${vi['case-happened.undone']}: ${vi['case-step.form_filled']}`));
      assert.ok(told.includes('Nhập nhầm số điện thoại'));
      await receiving.take('form_filled', { phone: PHONE });
      await receiving.take('consent_confirmed', { consent: true });
      await receiving.take('completed');
      await receiving.take('forwarded');

      const deciding = await desks.take('deciding');
      await deciding.find('Hoàng Minh Tuấn');
      await deciding.press('step-refused');
      await deciding.page.selectOption('#refusal_reason', 'documents_not_valid');
      await deciding.page.fill('#reason', 'Thẻ căn cước đã được báo mất');
      await deciding.press('take');
      await receiving.open(address);
      const refused = await receiving.text();
      assert.ok(refused.includes(vi['case-status.refused']));
      assert.ok(refused.includes(vi['case-refusal.documents_not_valid']));
      assert.ok(refused.includes('Thẻ căn cước đã được báo mất'));
      assert.equal(await receiving.page.locator('main a[id^="step-"]').count(), 0);
      const message = await messageTo(
        stage.senid,
        `+84${PHONE.slice(1)}`,
        /(khong duoc chap thuan)/,
      );
      assert.ok(message);
    });

    it('comes back as incomplete: the time stands still, is shown, and goes on when nothing is missing', async function () {
      this.timeout(300_000);
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('citizen_level_2', { number: BINH });
      await receiving.putTogether(BINH, { phone: '0900000028' });
      const deciding = await desks.take('deciding');
      await deciding.open(address);
      const choices = deciding.page.locator('.sen-decision a');
      assert.equal(await choices.count(), 3, 'three decisions of the same weight');
      await deciding.press('step-returned');
      await deciding.page.fill('#reason', 'Thiếu bản chính sổ hộ khẩu');
      await deciding.press('take');

      await receiving.open(address);
      const paused = await receiving.text();
      for (const words of [
        vi['case-status.paused'],
        vi['case-clock.paused'],
        vi['officer.clock-paused'],
        vi['officer.next-paused'],
        'Thiếu bản chính sổ hộ khẩu',
        'Còn 3 ngày làm việc',
      ]) {
        assert.ok(paused.includes(words), `${words}\n${paused}`);
      }
      await receiving.take('supplemented');
      const running = await receiving.text();
      assert.ok(running.includes(vi['case-clock.running']), running);
      assert.ok(!running.includes('Thiếu bản chính sổ hộ khẩu ') && /hết ngày \d/.test(running));
      assert.equal(await nextStep(receiving), 'step-forwarded');
      await receiving.take('forwarded');
      await deciding.open(address);
      await deciding.take('approved');
      assert.ok((await deciding.text()).includes(vi['case-status.approved']));
    });

    it('keeps what was typed for who was away too long, and says when a picture must be chosen again', async function () {
      this.timeout(300_000);
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('citizen_level_2', { number: HA });
      await receiving.take('documents_checked', { document_shown: true });

      await receiving.press('step-form_filled');
      await receiving.page.fill('#phone', '0901230110');
      await leaveIdle(receiving, 40);
      await receiving.press('take');
      assert.equal(new URL(receiving.page.url()).pathname, `${address}/steps/form_filled`);
      assert.equal(await receiving.page.inputValue('#phone'), '0901230110');
      assert.ok((await receiving.text()).includes(vi['officer.restored']));
      await receiving.press('take');
      assert.equal(new URL(receiving.page.url()).searchParams.get('taken'), 'form_filled');

      await receiving.press('step-face_captured');
      const { bytes } = await simulatorOf(stage.senid).face(HA);
      const file = { name: 'face.png', mimeType: 'image/png', buffer: Buffer.from(bytes) };
      await receiving.page.setInputFiles('#face', file);
      await leaveIdle(receiving, 40);
      await receiving.press('take');
      assert.equal(new URL(receiving.page.url()).pathname, `${address}/steps/face_captured`);
      assert.ok((await receiving.text()).includes(vi['officer.lost']));
      await receiving.open(address);
      assert.equal(await nextStep(receiving), 'step-face_captured', 'nothing of it was recorded');

      await receiving.open('/officer/open/own_lock');
      await receiving.page.fill('#number', '099188000093');
      await leaveIdle(receiving, 40);
      await receiving.press('take');
      assert.equal(new URL(receiving.page.url()).pathname, '/officer/open/own_lock');
      assert.equal(await receiving.page.inputValue('#number'), '099188000093');
    });
  },
  { registers: true },
);
