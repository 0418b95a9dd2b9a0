import assert from 'node:assert/strict';

import { caseIdOf, forwardedCase } from '../support/console-stage.ts';
import { Applicant, TUAN } from '../support/enrol-applicant.ts';
import type { Answer } from '../support/http-agent.ts';
import { officer } from '../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { withStores } from '../support/session-server.ts';

const THIEFS = '+84977000111';
const PASSWORD = 'một con mèo ngủ trưa';

/** Between the counter and the activation an account of level 1 is still open to who was in it before. */
describe('a phone that was changed between the counter and the activation', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await startSenid({ name: 'raised', registers: true });
    noteSecret('phone number', THIEFS);
  });
  after(() => senid.stop());

  const pathOf = ({ url }: Answer) => new URL(url).pathname;
  const account = () =>
    withStores(
      senid,
      async ({ accounts }) =>
        (await accounts.findByIdentifier(TUAN.number)) ?? assert.fail('no account'),
    );
  const codesTo = async (phone: string) =>
    (await senid.outbox()).filter(({ to, text }) => to === phone && /\b\d{6}\b/.test(text));

  /** Of the pictures that were compared, in any record of the case. */
  async function nothingIsKeptOf(address: string): Promise<void> {
    const kept = await withStores(senid, async ({ cases, audit }) => {
      const caseId = caseIdOf(address);
      const events = await audit.list({ caseId, limit: 100 });
      return JSON.stringify([await cases.find(caseId), await cases.steps(caseId), events]);
    });
    assert.match(kept, /face_captured/);
    const longest = Math.max(...(kept.match(/"[^"]*"/g) ?? []).map(({ length }) => length));
    assert.ok(longest < 200, `a value of ${longest} characters`);
    assert.doesNotMatch(kept, /(\d+,){40}/, 'no bytes');
  }

  it('is sent no code: the one that was given in person is, and it is the account’s again', async () => {
    const before = new Applicant(senid, TUAN);
    await before.activate(await before.apply(), PASSWORD);
    assert.equal((await account()).level, 1);

    const holder = new Applicant(senid, TUAN);
    const { phone } = holder.facts;
    const address = await forwardedCase(senid, await officer(senid, 'receiving'), { phone });
    await nothingIsKeptOf(address);
    await (await officer(senid, 'deciding')).take(address, 'approved');
    const seen = await account();
    await withStores(senid, ({ writer }) =>
      writer.apply([
        { kind: 'account_changed', seen, account: { ...seen, phone: THIEFS, email: undefined } },
      ]),
    );

    const start = await holder.at('/activate');
    const asked = { identifier: TUAN.number, activation_code: await holder.activationCode() };
    const provePhone = await holder.submit(start, asked);
    assert.equal(pathOf(provePhone), '/activate/phone', provePhone.body);
    assert.match(provePhone.body, new RegExp(`•${phone.slice(-3)}`));
    const confirm = await holder.submit(provePhone, { otp: await holder.code() });
    assert.deepEqual(await codesTo(THIEFS), []);
    assert.equal(pathOf(confirm), '/activate/confirm', confirm.body);
    await holder.submit(confirm, { password: PASSWORD });
    const raised = await account();
    assert.equal(raised.level, 2);
    assert.equal(raised.phone, `+84${phone.slice(1)}`);
  });
});
