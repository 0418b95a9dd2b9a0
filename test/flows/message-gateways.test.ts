import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openGateways } from '../../adapters/gateways/open-gateways.ts';
import { tokenIn } from '../../adapters/outside/token-file.ts';
import { MessageNotSent } from '../../errors.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';

const PATIENCE = { attemptMs: 4_000, totalMs: 8_000, attempts: 3 };
const SMS = {
  channel: 'sms',
  destination: '+84900000093',
  subject: undefined,
  text: 'SenID: chào bạn',
} as const;
const MAIL = {
  channel: 'email',
  destination: 'mai.le@example.vn',
  subject: 'SenID',
  text: 'Chào bạn',
} as const;

describe('The message gateways', () => {
  const folder = mkdtempSync(join(tmpdir(), 'senid-gateways-'));
  const tokenFile = join(folder, 'token');
  let simulator: SimulatorProcess;
  let now = Date.now();
  before(async () => {
    writeFileSync(tokenFile, 'first-token\n');
    simulator = await startSimulator({ args: ['--gateway-token-file', tokenFile] });
  });
  after(async () => {
    await simulator.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    now = Date.now();
    writeFileSync(tokenFile, 'first-token\n');
    await simulator.clearFaults();
  });

  const open = (patience = PATIENCE) => {
    const token = tokenIn(tokenFile);
    return openGateways({
      sms: { base: `${simulator.url}/sms/messages`, token },
      mail: { base: `${simulator.url}/mail/messages`, token },
      clock: () => now,
      patience,
    });
  };
  const notSent = (error: unknown) => error instanceof MessageNotSent;
  const sentTo = async (to: string) =>
    (await simulator.messages()).filter((each) => each.to === to);

  it('take text messages and mails', async () => {
    await open().send({ ...SMS, id: 'one' });
    await open().send({ ...MAIL, id: 'one' });
    const [mail, sms] = await simulator.messages();
    assert.deepEqual(
      [sms?.channel, sms?.to, sms?.text, sms?.subject],
      ['sms', SMS.destination, SMS.text, undefined],
    );
    assert.deepEqual(
      [mail?.channel, mail?.to, mail?.text, mail?.subject],
      ['mail', MAIL.destination, MAIL.text, MAIL.subject],
    );
  });

  it('send a message once, however often it is handed over under its id', async () => {
    const message = { ...SMS, destination: '+84900000101', id: 'again' };
    await open().send(message);
    await open().send(message);
    assert.equal((await sentTo(message.destination)).length, 1);
    await open().send({ ...message, id: undefined });
    await open().send({ ...message, id: undefined });
    assert.equal((await sentTo(message.destination)).length, 3);
  });

  it('send it once when their answer is lost', async () => {
    const destination = '+84900000102';
    await simulator.addFault({ system: 'sms', kind: 'lost_answer', times: 2 });
    await open().send({ ...SMS, destination });
    assert.equal((await sentTo(destination)).length, 1);
    await open().send({ ...MAIL, destination: 'lost@example.vn' });
    assert.equal((await sentTo('lost@example.vn')).length, 1);
  });

  it('are said not to have it when they do not answer, refuse, or answer nonsense', async () => {
    const hasty = { attemptMs: 150, totalMs: 400, attempts: 2 };
    await assert.rejects(open(hasty).send({ ...SMS, destination: '+84900000902' }), notSent);
    await assert.rejects(open().send({ ...SMS, destination: '+84900000903' }), notSent);
    await assert.rejects(open().send({ ...SMS, destination: '+84900000901' }), notSent);
    await assert.rejects(open().send({ ...MAIL, destination: 'refused@example.vn' }), notSent);
    await simulator.addFault({ system: 'mail', kind: 'nonsense' });
    await assert.rejects(open().send(MAIL), notSent);
    assert.deepEqual(await sentTo('+84900000903'), []);
  });

  it('are left alone for half a minute after five failures, each for itself', async () => {
    const gateways = open({ ...PATIENCE, attempts: 1 });
    await simulator.addFault({ system: 'sms', kind: 'down', times: 5 });
    for (let time = 0; time < 5; time += 1) await assert.rejects(gateways.send(SMS), notSent);
    const destination = '+84900000103';
    await assert.rejects(gateways.send({ ...SMS, destination }), notSent);
    assert.deepEqual(await sentTo(destination), []);
    await gateways.send(MAIL);
    now += 30_001;
    await gateways.send({ ...SMS, destination });
    assert.equal((await sentTo(destination)).length, 1);
  });

  it('are shown the token as it is in its file now', async () => {
    const gateways = open();
    writeFileSync(tokenFile, 'another-token');
    await assert.rejects(gateways.send(SMS), notSent);
    writeFileSync(tokenFile, 'first-token');
    await gateways.send(SMS);
  });
});
