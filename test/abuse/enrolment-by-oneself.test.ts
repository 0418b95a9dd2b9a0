import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { Applicant, HA, NAKAMURA, titleOf, TUAN } from '../support/enrol-applicant.ts';
import type { Answer } from '../support/http-agent.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';

const { vi } = messages;
/** A citizen without an account, one with one, and a number nobody has. */
const NUMBERS = [TUAN.number, '099185000028', '099000000009'];

describe('somebody who abuses the way to level 1', function () {
  this.timeout(180_000);
  let senid: SenidProcess;

  before(async () => {
    senid = await startSenid({ name: 'enrol-abuse', registers: true });
  });
  after(() => senid.stop());

  const bare = ({ body }: Answer, { facts }: Applicant) =>
    body
      .replaceAll(facts.number, 'NUMBER')
      .replaceAll(`+84${facts.phone.slice(1)}`, 'PHONE')
      .replaceAll(facts.phone.slice(-3), 'END')
      .replaceAll(/req_[\w-]{24}/g, 'REQUEST')
      .replaceAll(/nonce="[^"]*"/g, 'NONCE')
      .replaceAll(/name="csrf" value="[^"]*"/g, 'CSRF');

  it('learns nothing of a number before phone and photo are proven: every page is the same', async () => {
    const pages = [];
    for (const number of NUMBERS) {
      const applicant = new Applicant(senid, { ...TUAN, number });
      const seen: string[] = [];
      for (const question of ['phone', 'phone-code', 'email', 'details', 'check', 'photo']) {
        const page = await applicant.answerUntil(question);
        assert.equal(page.status, 200);
        seen.push(bare(page, applicant));
      }
      pages.push(seen);
    }
    assert.deepEqual(pages[1], pages[0]);
    assert.deepEqual(pages[2], pages[0]);
  });

  it('uses a code in another application: it is worth nothing', async () => {
    const one = new Applicant(senid, HA);
    const other = new Applicant(senid, { ...HA, phone: one.facts.phone });
    const page = await one.answerUntil('phone-code');
    const theirs = await other.answerUntil('phone-code');
    // The newest one is the other's.
    const wrong = await one.submit(page, { otp: await other.code() });
    assert.equal(new URL(wrong.url).pathname, '/enrol/phone-code');
    const right = await other.submit(theirs, { otp: await other.code() });
    assert.equal(new URL(right.url).pathname, '/enrol/email');
  });

  it('sends pictures that are none: refused, and the matcher never sees them', async () => {
    const applicant = new Applicant(senid, HA);
    const page = await applicant.answerUntil('photo');
    const face = Buffer.from(await applicant.face());
    const bomb = Buffer.from(face);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const before = (await simulatorOf(senid).matches()).length;
    for (const [bytes, status] of [
      [Buffer.from('<html><script>alert(1)</script>'), 422],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422],
      [face.subarray(0, face.length - 20), 422],
      [Buffer.concat([face, Buffer.from('PK\u0003\u0004')]), 422],
      [bomb, 422],
      [new Uint8Array(), 422],
      [new Uint8Array(100 * 1024 * 1024), 413],
    ] as const) {
      const answer = await applicant.postPhoto(page, bytes);
      assert.equal(answer.status, status, Buffer.from(bytes.subarray(0, 20)).toString('latin1'));
    }
    assert.equal((await simulatorOf(senid).matches()).length, before);
  });

  it('submits twice at once, again, and goes back: one application', async () => {
    const applicant = new Applicant(senid, HA);
    const page = await applicant.answerUntil('photo');
    const face = await applicant.face();
    await Promise.all([1, 2, 3].map(() => applicant.postPhoto(page, face)));
    const again = await applicant.browser.follow(await applicant.postPhoto(page, face));
    assert.equal(new URL(again.url).pathname, '/enrol/result');
    assert.equal(new URL((await applicant.at('/enrol/details')).url).pathname, '/enrol/result');
    const submitted = await withStores(senid, ({ cases }) =>
      cases.list({ applicantNumber: HA.number, kinds: ['citizen_level_1'], limit: 20 }),
    );
    assert.equal(submitted.filter(({ status }) => status !== 'collecting').length, 1);
  });

  it('guesses faces: slowed after a few, and the true person gets through all the same', async () => {
    const number = '099094000222';
    const facts = { ...TUAN, number, name: 'Đinh Công Thành', birthdate: '1994-06-15' };
    const thief = new Applicant(senid, facts);
    const face = await thief.face(TUAN.number);
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      const page = await thief.answerUntil('photo');
      const answer = await thief.postPhoto(page, face);
      statuses.push(answer.status);
      if (answer.status === 303) {
        const refused = await thief.browser.follow(answer);
        assert.ok(refused.body.includes(vi['case-refusal.data_not_matched']));
        await thief.submit(refused, { again: '1' });
      }
    }
    assert.deepEqual(statuses, [303, 303, 303, 303, 429]);
    const holder = new Applicant(senid, facts);
    assert.equal(titleOf(await holder.apply()), vi['enrol.approved.title']);
  });

  it('sends pictures too poor to compare: none is a guess, and there is an end to them', async () => {
    const poor = (await simulatorOf(senid).face('F00000000107', 'poor')).bytes;
    const unlucky = new Applicant(senid, NAKAMURA);
    const page = await unlucky.answerUntil('photo');
    for (let count = 0; count < 6; count += 1) {
      const answer = await unlucky.postPhoto(page, poor);
      assert.equal(answer.status, 422, answer.body);
      assert.match(answer.body, /Ảnh này không tính vào 4 lần/);
    }
    const flood = new Applicant(senid, NAKAMURA);
    const theirs = await flood.answerUntil('photo');
    const statuses = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await flood.postPhoto(theirs, poor)).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 20 }, () => 422), 429]);
    const result = await unlucky.browser.follow(
      await unlucky.postPhoto(page, await unlucky.face()),
    );
    assert.equal(titleOf(result), vi['enrol.approved.title'], result.body);
  });

  it('plants a cookie or posts from elsewhere: refused, or begun anew', async () => {
    const victim = new Applicant(senid, HA);
    const page = await victim.answerUntil('phone-code');
    const before = victim.browser.cookie('__Host-senid_enrol');
    await victim.submit(page, { otp: await victim.code() });
    assert.notEqual(victim.browser.cookie('__Host-senid_enrol'), before, 'a new one once proven');
    const stranger = new Applicant(senid, TUAN);
    const start = await stranger.at('/enrol/who');
    const csrf = /name="csrf" value="([^"]*)"/.exec(start.body)?.[1] ?? '';
    for (const [headers, token] of [
      [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, csrf],
      [{ origin: senid.issuer, 'sec-fetch-site': 'same-origin' }, 'x.y'],
    ] as const) {
      const body = new URLSearchParams({ csrf: token, who: 'citizen' });
      const answer = await stranger.browser.send(`${senid.issuer}/enrol/who`, {
        method: 'POST',
        body,
        headers,
      });
      assert.equal(answer.status, 403);
    }
  });
});
