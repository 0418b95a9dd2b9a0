import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { caseIdOf } from '../support/console-stage.ts';
import { Desks } from '../support/counter-desks.ts';
import { CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite, type Stage } from '../support/journey-stage.ts';
import { OFFICERS } from '../support/officer-visit.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';

const TUAN = '099092000103';
const HA = '099193000110';
const { vi } = messages;

browserSuite(
  'A counter whose browser is closed in the middle',
  (stage) => {
    const desks = new Desks(stage);
    const stepsOf = (address: string) =>
      withStores(stage.senid, async ({ cases }) =>
        (await cases.steps(caseIdOf(address))).map(({ name }) => name),
      );
    const judged = async (number: string) =>
      (await simulatorOf(stage.senid).matches()).filter((match) => match.number === number).length;

    it('has nothing of a picture that broke off half way, and the next browser goes on where it stood', async function () {
      this.timeout(300_000);
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('citizen_level_2', { number: TUAN });
      await receiving.take('documents_checked', { document_shown: true });
      await receiving.take('form_filled', { phone: '0901230103' });
      await breakOff(receiving, TUAN);

      const second = await desks.take('secondReceiving');
      await second.find('Hoàng Minh Tuấn');
      assert.equal(new URL(second.page.url()).pathname, address);
      assert.deepEqual(await stepsOf(address), ['opened', 'documents_checked', 'form_filled']);
      assert.equal(await judged(TUAN), 0, 'half a picture is judged by nobody');
      const text = await second.text();
      assert.ok(text.includes(vi['case-happened.form_filled']), text);
      assert.ok(!text.includes(vi['case-happened.face_captured']), text);
      const primary = second.page.locator('.sen-button--primary');
      assert.equal(await primary.getAttribute('id'), 'step-face_captured');
      await second.capture('face', TUAN);
      assert.equal(await judged(TUAN), 1);
    });

    it('finds each step once, closed as it was sent, opened again and sent again', async function () {
      this.timeout(300_000);
      const receiving = await desks.take('receiving');
      const { context } = receiving.journey;
      const address = await receiving.receive('citizen_level_2', { number: HA });
      await receiving.press('step-documents_checked');
      await receiving.page.click('label[for=document_shown]');
      // Sent, and the tab is gone before any answer can be shown.
      await Promise.all([
        receiving.page.waitForRequest((request) => request.method() === 'POST'),
        receiving.page.locator('#take').click({ noWaitAfter: true }),
      ]);
      await receiving.page.close();

      const again = new CounterOfficer(await stage.tab(context), OFFICERS.receiving);
      await again.open(address);
      const known = await settled(stage, address);
      if (!known.includes('documents_checked')) {
        await again.take('documents_checked', { document_shown: true });
      }
      await again.open(address);
      assert.ok((await again.text()).includes(vi['case-happened.documents_checked']));
      assert.deepEqual(await stepsOf(address), ['opened', 'documents_checked']);

      // The page of a step left open in one tab, the step taken in another.
      await again.press('step-form_filled');
      const other = new CounterOfficer(await stage.tab(context), OFFICERS.receiving);
      await other.open(address);
      await other.take('form_filled', { phone: '0901230110' });
      await again.page.fill('#phone', '0901230111');
      await again.press('take');
      assert.match(await again.text(), /chưa được ghi/);
      assert.equal(await again.page.inputValue('#phone'), '0901230111', 'what was typed is kept');
      assert.deepEqual(await stepsOf(address), ['opened', 'documents_checked', 'form_filled']);
    });

    it('has one case, though its opening was sent twice', async () => {
      const receiving = await desks.take('receiving');
      await receiving.open('/officer/open/own_lock');
      await receiving.page.fill('#number', '099188000093');
      const body = await receiving.page.evaluate<readonly (readonly [string, string])[]>(
        "[...new FormData(document.querySelector('form:has(#take)'))]",
      );
      const url = receiving.page.url();
      await receiving.press('take');
      const address = new URL(receiving.page.url()).pathname;
      const form = Object.fromEntries(body);
      const answer = await receiving.journey.context.request.post(url, {
        form,
        headers: { origin: stage.senid.issuer },
        maxRedirects: 0,
      });
      assert.equal(answer.status(), 303);
      assert.equal(answer.headers()['location']?.split('?')[0], address);
      const cases = await withStores(stage.senid, (stores) =>
        stores.cases.list({ applicantNumber: '099188000093', limit: 10 }),
      );
      assert.equal(cases.length, 1);
    });
  },
  { registers: true },
);

/** Half of the picture is on its way when the browser is gone. */
async function breakOff(officer: CounterOfficer, number: string): Promise<void> {
  const { page, journey } = officer;
  await officer.press('step-face_captured');
  const picture = await simulatorOf(journey.senid).face(number);
  // Larger than what the slow line takes at once.
  const buffer = Buffer.concat([Buffer.from(picture.bytes), Buffer.alloc(2_000_000)]);
  await page.setInputFiles('#face', { name: 'face.png', mimeType: 'image/png', buffer });
  const line = await journey.context.newCDPSession(page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST'),
    page.locator('#take').click({ noWaitAfter: true }),
  ]);
  await page.waitForTimeout(1_500);
  await journey.context.close();
}

/** The steps that were recorded, when the request of a closed tab is through. */
async function settled({ senid }: Stage, address: string): Promise<readonly string[]> {
  const read = () =>
    withStores(senid, async ({ cases }) =>
      (await cases.steps(caseIdOf(address))).map(({ name }) => name),
    );
  for (let count = 0; count < 20; count += 1) {
    const known = await read();
    if (known.length > 1) return known;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return read();
}
