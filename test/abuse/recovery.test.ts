import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import { bornYearsAgo } from '../support/acting.ts';
import { messageTo } from '../support/counter-journey.ts';
import { formsOf, type Answer } from '../support/http-agent.ts';
import { visitPortal } from '../support/portal-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { LOGINS, persona } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';
import { messages } from '../../web/i18n/messages.ts';

const { vi } = messages;
/** Known to the registers and to us; known to the registers alone; known to nobody. */
const { an: AN } = LOGINS;
const TUAN = '099092000103';
const NOBODY = '099000000009';
const WRONG_CARD = '099000111222';

describe('the way back into an account, with the matcher beside it,', function () {
  this.timeout(180_000);
  let senid: SenidProcess;

  before(async () => {
    senid = await startSenid({ name: 'recovery', registers: true });
    for (const number of [TUAN, NOBODY]) noteSecret('identification number', number);
  });
  after(() => senid.stop());

  const face = async (of: string, quality: 'good' | 'poor' = 'good') =>
    (await simulatorOf(senid).face(of, quality)).bytes;

  async function ask(
    claim: { readonly number: string; readonly document: string; readonly face: Uint8Array },
    browser = new Browser(),
  ): Promise<Answer> {
    const page = await browser.get(`${senid.issuer}/recover/identity`);
    const [form] = formsOf(page.body).filter(({ action }) => action === '/recover/identity');
    const body = new FormData();
    body.set('csrf', form?.fields['csrf'] ?? '');
    body.set('number', claim.number);
    body.set('document', claim.document);
    const picture = new Blob([new Uint8Array(claim.face)], { type: 'image/png' });
    body.set('picture', picture, 'face.png');
    return browser.send(page.url, {
      method: 'POST',
      body,
      headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin' },
    });
  }

  const bare = ({ body }: Answer) =>
    body
      .replaceAll(/req_[\w-]{24}/g, 'REQUEST')
      .replaceAll(/nonce="[^"]*"/g, 'NONCE')
      .replaceAll(/name="csrf" value="[^"]*"/g, 'CSRF');

  it('says the same of a stranger, of nobody, of a wrong card and of a wrong face', async () => {
    const claims = [
      { number: AN, document: AN, face: await face(TUAN) },
      { number: AN, document: WRONG_CARD, face: await face(AN) },
      { number: AN, document: AN, face: await face(AN, 'poor') },
      { number: TUAN, document: TUAN, face: await face(TUAN) },
      { number: NOBODY, document: NOBODY, face: await face(AN) },
      { number: NOBODY, document: NOBODY, face: await face(TUAN, 'poor') },
    ];
    const answers: Answer[] = [];
    const browsers = claims.map(() => new Browser());
    for (const [index, claim] of claims.entries()) answers.push(await ask(claim, browsers[index]));
    const [first, ...others] = answers;
    assert.ok(first);
    assert.ok(first.body.includes(vi['recover.no-match']), first.body);
    for (const [index, answer] of others.entries()) {
      assert.equal(answer.status, first.status, String(index));
      assert.equal(bare(answer), bare(first), String(index));
    }
    for (const browser of browsers) {
      const next = await browser.send(`${senid.issuer}/recover/channel`);
      assert.equal(next.headers.get('location'), '/recover');
    }
  });

  it('says the same of both while the matcher is away, and gives nothing away later', async () => {
    await simulatorOf(senid).addFault({ system: 'matcher', kind: 'down' });
    const known = await ask({ number: AN, document: AN, face: await face(AN) });
    const stranger = await ask({ number: TUAN, document: WRONG_CARD, face: await face(TUAN) });
    await simulatorOf(senid).clearFaults();
    assert.equal(known.status, 503);
    assert.ok(known.body.includes(vi['recover.unknown']), known.body);
    assert.equal(stranger.status, 503);
    assert.equal(bare(stranger), bare(known));
  });

  it('is shut after a few pictures, for a number that is nobody’s too', async () => {
    const number = '099000000010';
    noteSecret('identification number', number);
    const picture = await face(TUAN);
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      statuses.push((await ask({ number, document: number, face: picture })).status);
    }
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
  });

  it('opens for the holder with number, card and face, a day later, and the old phone calls it off', async () => {
    const binh = await persona(senid, 'binh');
    const browser = new Browser();
    const claim = { number: binh.login, document: binh.login, face: await face(binh.login) };
    const matched = await ask(claim, browser);
    assert.equal(matched.headers.get('location'), '/recover/channel', matched.body);
    const choose = await browser.follow(matched);
    assert.ok(!choose.body.includes('+8490'), 'where a code goes is masked');
    const before = Date.now();
    const password = await browser.submit(choose, { channel: 'sms' });
    const otp = await senid.code(before);
    const wrong = await browser.submit(password, { otp: '000000', password: 'ba con gà vàng 27' });
    assert.equal(wrong.status, 422);
    const easy = await browser.submit(wrong, { otp, password: `${binh.login} ok` });
    assert.ok(easy.body.includes(vi['password.personal']), easy.body);
    const done = await browser.submit(easy, { otp, password: 'ba con gà vàng 27' });
    assert.equal(done.status, 200, done.body);
    assert.ok(done.body.includes(vi['recover.done-title']), done.body);

    const again = await ask(claim);
    assert.ok(again.body.includes(vi['recover.refused-waiting']), 'one waits already');
    const texts = (await senid.outbox()).map(({ text }) => text);
    const code = texts
      .map((text) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0])
      .find(Boolean);
    assert.ok(code, texts.join('\n'));
    noteSecret('one-time code', code);
    const form = await browser.get(`${senid.issuer}/not-me`);
    const secured = await browser.submit(form, { code });
    assert.ok(secured.body.includes(vi['not-me.done-title']), secured.body);
    // Who is told that it is locked is told what helps.
    await messageTo(senid, undefined, /(tai khoan da khoa.*khoi phuc tai khoan)/);
  });

  it('sends no code to a phone that its holder has said to be lost, whoever has it and a picture', async () => {
    const kim = await persona(senid, 'kim');
    const thief = new Browser();
    const claim = { number: kim.login, document: 'M00000031', face: await face(kim.login) };
    const early = await thief.follow(await ask(claim, thief));
    const before = Date.now();
    const waiting = await thief.submit(early, { channel: 'sms' });
    const otp = await senid.code(before);

    const { browser, page } = await visitPortal(senid, kim, '/account/lock', { how: 'password' });
    await browser.submit(page, { reason: 'device_lost', lock: '1' });

    const late = await thief.submit(waiting, { otp, password: 'ba con gà vàng 27' });
    assert.ok(late.body.includes(vi['recover.refused-not_reached']), late.body);
    const choose = await thief.follow(await ask(claim, thief));
    assert.ok(!choose.body.includes('value="sms"'), choose.body);
    assert.ok(choose.body.includes(vi['recover.no-channel']));
    assert.notEqual((await thief.submit(choose, { channel: 'sms' })).status, 303);
  });

  it('tells whoever is matched why not, and what helps instead', async () => {
    const chen = await persona(senid, 'chen');
    const become = (facts: Partial<Pick<Account, 'activatedAt' | 'birthdate'>>) =>
      withStores(senid, async ({ accounts, writer }) => {
        const seen = await accounts.findById(chen.accountId);
        assert.ok(seen);
        const account = { ...seen, ...facts };
        await writer.apply([{ kind: 'account_changed', seen, account }]);
        return seen;
      });
    const seen = await become({ birthdate: bornYearsAgo(10) });
    const document = seen.document?.number ?? '';
    const claim = { number: chen.login, document, face: await face(chen.login) };
    const child = await ask(claim);
    assert.ok(child.body.includes(vi['recover.refused-guardian_needed']), child.body);
    await become({ birthdate: seen.birthdate, activatedAt: undefined });
    const waiting = await ask(claim);
    assert.ok(waiting.body.includes(vi['recover.refused-not_activated']), waiting.body);
  });
});
