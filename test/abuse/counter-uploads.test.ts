import assert from 'node:assert/strict';

import { postTo, tokenOf } from '../support/console-attacks.ts';
import { caseIdOf, openCase, TUAN } from '../support/console-stage.ts';
import { formsOf, type Answer } from '../support/http-agent.ts';
import { officer, type OfficerBrowser } from '../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';

describe('pictures sent to the counter, which are none or too much,', function () {
  this.timeout(240_000);
  let senid: SenidProcess;
  let receiving: OfficerBrowser;
  let address: string;
  let path: string;
  let face: Buffer;
  let page: Answer;

  before(async () => {
    senid = await startSenid({ registers: true, name: 'counter-uploads' });
    receiving = await officer(senid, 'receiving');
    address = await openCase(receiving, 'citizen_level_2', { number: TUAN });
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    path = `${address}/steps/face_captured`;
    face = Buffer.from((await simulatorOf(senid).face(TUAN)).bytes);
  });
  beforeEach(async () => {
    page = await receiving.open(path);
    assert.equal(page.status, 200);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  /** The multipart body as somebody writes it who is no browser. */
  async function send(
    body: FormData | Uint8Array<ArrayBuffer> | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return receiving.send(senid.issuer + path, {
      method: 'POST',
      body,
      headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  function filled(change: (form: FormData) => void = () => {}): FormData {
    const form = formsOf(page.body).find(({ buttons }) => buttons.includes('take'));
    assert.ok(form);
    const data = new FormData();
    for (const [name, value] of Object.entries(form.fields)) {
      if (name !== 'face') data.set(name, value);
    }
    data.set('face', new Blob([new Uint8Array(face)], { type: 'image/png' }), 'face.png');
    change(data);
    return data;
  }

  const blob = (bytes: Uint8Array | string, type = 'image/png') =>
    new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type });

  /** Neither the case nor the matcher has heard of it. */
  async function assertNothingHappened(work: () => Promise<void>): Promise<void> {
    const state = async () => ({
      version: (await withStores(senid, ({ cases }) => cases.find(caseIdOf(address))))?.version,
      matches: (await simulatorOf(senid).matches()).length,
    });
    const before = await state();
    await work();
    assert.deepEqual(await state(), before);
  }

  it('are refused: documents with scripts, pictures that are also something else, bombs', async () => {
    const wide = Buffer.from(face);
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(60_000, 20);
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
    await assertNothingHappened(async () => {
      for (const bytes of [
        Buffer.from('<!doctype html><script>alert(1)</script>'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        Buffer.from('GIF89a/*<script>*/=1'),
        Buffer.from('%PDF-1.7'),
        Buffer.concat([face.subarray(0, 8), Buffer.from('<script>alert(1)</script>')]),
        Buffer.concat([face, Buffer.from('<script>alert(1)</script>')]),
        Buffer.concat([face, Buffer.from('PK\u0003\u0004')]),
        face.subarray(0, face.length - 12),
        Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]),
        wide,
        Buffer.alloc(1_000),
      ]) {
        const form = filled((data) => data.set('face', blob(bytes), 'face.png'));
        const answer = await send(form);
        assert.equal(answer.status, 422, bytes.subarray(0, 20).toString('latin1'));
        assert.doesNotMatch(answer.body, /<script>alert/);
      }
    });
  });

  it('are refused without being kept: a hundred megabytes', async () => {
    await assertNothingHappened(async () => {
      const big = filled((data) => data.set('face', blob(Buffer.alloc(100 * 1024 * 1024))));
      assert.equal((await send(big)).status, 413);
      const text = filled((data) => data.set('version', 'x'.repeat(6 * 1024 * 1024)));
      assert.equal((await send(text)).status, 413);
    });
    assert.equal((await receiving.open(address)).status, 200);
  });

  it('are refused: forms no page of ours sends', async () => {
    await assertNothingHappened(async () => {
      for (const [change, status] of [
        [(data: FormData) => data.delete('csrf'), 403],
        [(data: FormData) => data.set('csrf', 'x'), 403],
        [(data: FormData) => data.append('csrf', 'x'), 400],
        [(data: FormData) => data.append('version', '2'), 400],
        [(data: FormData) => data.append('request_id', 'x'), 400],
        [(data: FormData) => data.append('face', blob(face), 'second.png'), 400],
        [(data: FormData) => data.append('fingerprints', blob(face), 'more.png'), 400],
        [(data: FormData) => data.set('csrf', blob('x', 'text/plain'), 'csrf'), 400],
        [(data: FormData) => data.set('face', 'a text'), 422],
        [(data: FormData) => data.delete('face'), 422],
        [(data: FormData) => Array.from({ length: 40 }, (_, i) => data.append(`f${i}`, 'x')), 400],
      ] as const) {
        const answer = await send(filled(change));
        assert.equal(answer.status, status, String(change));
      }
      const boundary = { 'content-type': 'multipart/form-data; boundary=x' };
      for (const body of ['', '--x', '--x\r\n\r\n--x--', 'nonsense', '--y--\r\n']) {
        assert.ok([400, 403].includes((await send(body, boundary)).status), body);
      }
      const nameless = { 'content-type': 'multipart/form-data' };
      assert.equal((await send('--x--', nameless)).status, 400);
      const json = { 'content-type': 'application/json' };
      assert.equal((await send('{"face":"x"}', json)).status, 415);
      const csrf = await tokenOf(receiving);
      const plain = await postTo(senid, receiving, path, [
        ['csrf', csrf],
        ['face', 'x'],
      ]);
      assert.equal(plain.status, 415);
      const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      assert.equal((await send(filled(), elsewhere)).status, 403);
    });
  });

  it('say nothing by their names and types', async () => {
    const name = `../../"><script>alert(1)</script>\u202E.svg`;
    const form = filled((data) => data.set('face', blob(face, 'text/html'), name));
    const answer = await receiving.follow(await send(form));
    assert.equal(answer.status, 200);
    assert.doesNotMatch(answer.body, /<script>alert|\.\.\/\.\./);
    const [last] = (await simulatorOf(senid).matches()).slice(-1);
    assert.equal(last?.outcome, 'match');
    const row = await withStores(senid, ({ cases }) => cases.steps(caseIdOf(address)));
    assert.doesNotMatch(JSON.stringify(row), /alert|svg|iVBOR|data:/);
  });
});
