import assert from 'node:assert/strict';

import { Applicant, HA, NAKAMURA, TUAN } from '../support/enrol-applicant.ts';
import { formsOf, type Answer } from '../support/http-agent.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { noteSecret } from '../support/session-secrets.ts';

/** Somebody who has come by number and activation code, and not by the phone. */
describe('activation by who has not the phone', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await startSenid({ name: 'activation-abuse', registers: true });
  });
  after(() => senid.stop());

  /** The form of the result, sent by a browser that never saw that page. */
  function claimResult(thief: Applicant, page: Answer): Promise<Answer> {
    const csrf = formsOf(page.body)[0]?.fields['csrf'] ?? '';
    return thief.browser
      .send(`${senid.issuer}/enrol/result`, {
        method: 'POST',
        body: new URLSearchParams({ csrf, activate: '1' }),
        headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin' },
      })
      .then((answer) => thief.browser.follow(answer));
  }

  async function mailCode(to: string): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const sent = (await senid.outbox()).find((each) => each.to === to);
      const code = sent && /\b\d{6}\b/.exec(sent.text)?.[0];
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail(`no mail to ${to}`);
  }

  const pathOf = ({ url }: Answer) => new URL(url).pathname;

  it('types the holder’s number in an application of their own: nothing was proven', async () => {
    const holder = new Applicant(senid, TUAN);
    await holder.apply();
    const code = await holder.activationCode();
    const thief = new Applicant(senid, { ...HA, phone: holder.facts.phone });
    const page = await thief.answerUntil('phone-code');
    const claimed = await claimResult(thief, page);
    assert.equal(pathOf(claimed), '/enrol', 'nothing was submitted there');
    const start = await thief.at('/activate');
    const next = await thief.submit(start, { identifier: TUAN.number, activation_code: code });
    assert.equal(pathOf(next), '/activate/phone');
    for (const path of ['password', 'confirm', 'passkey', 'done']) {
      assert.equal(pathOf(await thief.at(`/activate/${path}`)), '/activate/phone', path);
      const csrf = formsOf(next.body)[0]?.fields['csrf'] ?? '';
      const body = new URLSearchParams({ csrf, password: 'một con mèo ngủ trưa', later: '1' });
      const headers = { origin: senid.issuer, 'sec-fetch-site': 'same-origin' };
      const address = `${senid.issuer}/activate/${path}`;
      const forced = await thief.browser.send(address, { method: 'POST', body, headers });
      assert.notEqual(forced.status, 200, path);
    }
    // The code was not spent, and the holder's own browser goes on.
    const result = await holder.at('/enrol/result');
    const begun = await holder.submit(result, { activate: '1' });
    const password = await holder.submit(begun, {
      identifier: TUAN.number,
      activation_code: code,
    });
    assert.equal(pathOf(password), '/activate/password');
  });

  it('reads the mails of somebody who has a phone: the code still goes to the phone', async () => {
    const mail = 'kenji@example.jp';
    noteSecret('mail address', mail);
    const holder = new Applicant(senid, NAKAMURA);
    const asked = await holder.submit(await holder.answerUntil('email'), { email: mail });
    await holder.submit(asked, { otp: await mailCode(mail) });
    await holder.apply();
    const code = await holder.activationCode();

    const thief = new Applicant(senid, { ...NAKAMURA, number: 'M00000999' });
    const phone = await thief.answerUntil('phone');
    const box = await thief.submit(phone, { 'no-phone': '1' });
    const waiting = await thief.submit(box, { email: mail });
    const sentBefore = await mailCode(mail);
    const details = await thief.submit(waiting, { otp: sentBefore });
    assert.equal(pathOf(details), '/enrol/details', details.body);
    await claimResult(thief, details);
    const next = await thief.submit(await thief.at('/activate'), {
      identifier: holder.registerNumber(),
      activation_code: code,
    });
    assert.equal(pathOf(next), '/activate/phone');
    assert.equal(next.body.includes(holder.facts.name), false, 'nor is it told whose it is');
  });
});
