import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

import { withEndings } from '../../enrolment/ending.ts';
import { openKeeping } from '../../enrolment/keeping/open-keeping.ts';
import { messages } from '../../web/i18n/messages.ts';
import { AccountVisitor, ALARM_CODE, ONE_TIME_CODE } from '../support/account-visitor.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';

/** Personas of the sandbox, each with a test of their own: Trần Thị Bình, Lê Thị Mai, Nguyễn Văn An. */
const BINH = { number: '099185000028', phone: '+84900000028' };
const MAI = { number: '099188000093', phone: '+84900000093' };
const AN = { number: '099090000011', phone: '+84900000011' };
const NEW_PHONE = '0977000301';
const PASSWORD = 'ba con gà vàng dưới ao 27';
const { vi } = messages;

/** For what waits: its time has come, and the program's round finds it, or ours. */
async function aDayGoesBy(senid: SenidProcess): Promise<void> {
  const file = new DatabaseSync(`${senid.dataFolder}/register.db`, { timeout: 10_000 });
  file.prepare('update pending_changes set effective_at = ?').run(Date.now() - 1000);
  file.close();
  await withStores(senid, async (stores) => {
    const writer = withEndings(stores.writer, stores);
    const notMeUri = `${senid.issuer}/not-me`;
    await openKeeping({ stores: { ...stores, writer }, clock: Date.now, notMeUri }).settleDue(10);
  });
}

browserSuite(
  'Somebody who keeps their account, with a keyboard alone,',
  (stage) => {
    it('changes the phone: both are told, it waits, and is called off', async function () {
      this.timeout(300_000);
      const an = new AccountVisitor(await stage.visit(), AN);
      await an.open('/account');
      await an.keys.enter('contacts');
      await an.keys.enter('change-phone');
      await an.prove();
      await an.look('contact');
      await an.submit({ contact: NEW_PHONE });
      await an.look('contact-code');
      const to = `+84${NEW_PHONE.slice(1)}`;
      await an.submit({ otp: await an.message(ONE_TIME_CODE, to) });
      assert.match(await an.text(), /Thay đổi có hiệu lực từ/);
      await an.look('contacts-waiting');
      await an.message(ALARM_CODE);
      assert.match(await an.message(/(SenID: [^\n]*hieu luc[^\n]*)/, to), /SenID/);
      await an.open('/account');
      await an.look('home-waiting');
      await an.keys.enter('call-off-phone');
      assert.ok((await an.text()).includes(vi['account.called-off']));
      assert.equal(await an.page.locator('#call-off-phone').count(), 0);
      assert.deepEqual(an.inspection.faults, []);
    });

    it('adds two passkeys, renames one, and removes the other', async function () {
      this.timeout(300_000);
      const phone = new AccountVisitor(await stage.visit(), MAI);
      await phone.open('/account/passkeys');
      await phone.look('passkeys-none');
      await phone.keys.enter('add-passkey');
      await phone.prove();
      await phone.look('add-passkey');
      await phone.type({ passkey_name: 'Điện thoại' });
      await phone.touchPasskey();
      assert.ok((await phone.text()).includes(vi['keys.added']), await phone.text());
      // Proven with the first; the second is made on another device of the same browser.
      await phone.open('/account/passkeys/add');
      const desk = new AccountVisitor(await stage.tab(phone.journey.context), MAI);
      await desk.open('/account/passkeys/add');
      await desk.type({ passkey_name: 'Máy bàn' });
      await desk.touchPasskey();
      assert.ok((await desk.text()).includes('Máy bàn'), await desk.text());

      await phone.open('/account/passkeys');
      await phone.look('passkeys');
      const cards = phone.page.locator('section.sen-card');
      const first = cards.filter({ hasText: 'Điện thoại' });
      const field = (await first.locator('input[name=name]').getAttribute('id')) ?? '';
      await phone.type({ [field]: 'Điện thoại của mẹ' });
      await phone.keys.submit();
      assert.ok((await phone.text()).includes(vi['keys.renamed']));
      const second = cards.filter({ has: phone.page.getByText('Máy bàn', { exact: true }) });
      await phone.keys.enter((await second.locator('[name=remove]').getAttribute('id')) ?? '');
      assert.ok((await phone.text()).includes(vi['keys.removed']), await phone.text());
      assert.equal(await cards.count(), 1);
      await phone.look('passkeys-removed');
      assert.deepEqual(phone.inspection.faults, []);
    });

    it('locks it, is out everywhere, and opens it with the passkey that was there', async function () {
      this.timeout(300_000);
      const an = new AccountVisitor(await stage.visit(), AN);
      await an.open('/account/passkeys/add');
      await an.touchPasskey();
      await an.open('/account');
      await an.keys.enter('lock');
      await an.look('lock');
      await an.keys.tabTo('reason');
      await an.keys.press('Space');
      await an.keys.enter('lock');
      assert.ok((await an.text()).includes(vi['lock.done']));
      await an.look('locked');
      await an.page.goto(`${stage.senid.issuer}/account`);
      assert.ok((await an.text()).includes(vi['locked.own-request']), await an.text());
      await an.look('locked-out');
      await an.page.goto(`${stage.senid.issuer}/account/unlock`);
      await an.look('unlock');
      await an.touchPasskey();
      assert.ok((await an.text()).includes(vi['unlock.done']), await an.text());
      await an.look('unlocked');
      assert.deepEqual(an.inspection.faults, []);
    });

    it('recovers it without the old phone, and the cool-down of a day is told', async function () {
      this.timeout(300_000);
      const binh = new AccountVisitor(await stage.visit(), BINH);
      await binh.page.goto(`${stage.senid.issuer}/recover`);
      await binh.look('recover');
      await binh.keys.enter('start');
      await binh.look('recover-identity');
      for (const face of ['099092000103', BINH.number]) {
        await binh.type({ number: BINH.number, document: BINH.number });
        await binh.choosePicture('picture', face);
        await binh.keys.enter('continue');
        if (face === BINH.number) break;
        assert.ok((await binh.text()).includes(vi['recover.no-match']));
        await binh.look('recover-no-match');
      }
      await binh.look('recover-channel');
      await binh.keys.tabTo('channel');
      await binh.keys.press('Space');
      await binh.keys.press('ArrowDown');
      await binh.keys.enter('continue');
      await binh.look('recover-password');
      const otp = await binh.message(ONE_TIME_CODE, 'binh.tran@example.vn');
      await binh.submit({ otp, password: PASSWORD });
      assert.ok((await binh.text()).includes(vi['recover.done-title']), await binh.text());
      await binh.look('recover-done');

      // The old means still open it, and show what waits.
      await binh.open('/account');
      assert.equal(await binh.page.locator('#call-off-recovery').count(), 1, await binh.text());
      await binh.look('home-recovery');
      await aDayGoesBy(stage.senid);
      await binh.page.goto(`${stage.senid.issuer}/account`);
      await binh.prove(PASSWORD);
      assert.match(await binh.text(), /Tài khoản vừa được khôi phục/);
      assert.ok((await binh.page.locator('.sen-notice--warning').count()) > 0);
      await binh.look('home-cooling');
      assert.deepEqual(binh.inspection.faults, []);
    });

    it('says by the link of a mail that it was not them: locked, and told what helps', async function () {
      this.timeout(300_000);
      const mai = new AccountVisitor(await stage.visit(), MAI);
      const link = await mai.message(/(http\S+\/not-me#\S+)/, 'mai.le@example.vn');
      await mai.page.goto(link);
      assert.equal(new URL(mai.page.url()).hash, '', 'the code is out of the address');
      assert.match(await mai.page.inputValue('#code'), ALARM_CODE);
      await mai.look('not-me');
      await mai.keys.enter('secure');
      assert.ok((await mai.text()).includes(vi['not-me.done-title']), await mai.text());
      await mai.look('not-me-done');
      assert.match(await mai.message(/(SenID: theo thong bao[^\n]*)/), /da khoa.*khoi phuc/);
      assert.deepEqual(mai.inspection.faults, []);
    });
  },
  { registers: true },
);
