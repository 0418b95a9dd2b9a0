import assert from 'node:assert/strict';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { caseReference } from '../../enrolment/reference.ts';
import { messages } from '../../web/i18n/messages.ts';
import { Applicant, HA, NAKAMURA, titleOf, TUAN } from '../support/enrol-applicant.ts';
import type { Answer } from '../support/http-agent.ts';
import { officer, type OfficerBrowser } from '../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';
import { SoftwarePasskey } from '../support/software-passkey.ts';

const { vi } = messages;
const PASSWORD = 'một con mèo ngủ trưa';
const THANH = {
  ...TUAN,
  number: '099094000222',
  name: 'Đinh Công Thành',
  birthdate: '1994-06-15',
};
const MAI = '099188000093';
const DUC = '099218000109';
const OTP = /\b(\d{6})\b/;
const ACTIVATION = /\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/;

describe('An application on its way', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  /** With the passkeys they registered. */
  let officers: readonly [OfficerBrowser, OfficerBrowser] | undefined;
  before(async () => {
    senid = await startSenid({ name: 'application', registers: true });
  });
  after(() => senid.stop());

  /** The newest in a message to there that is none of `known`. */
  async function sentTo(to: string, pattern: RegExp, known: readonly string[] = []) {
    for (let tries = 0; tries < 150; tries += 1) {
      const texts = (await senid.outbox()).filter((each) => each.to === to);
      const found = texts
        .map(({ text }) => pattern.exec(text)?.[1])
        .find((each) => each !== undefined && !known.includes(each));
      if (found !== undefined) {
        noteSecret('one-time code', found);
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return assert.fail(`nothing for ${to}`);
  }

  const pathOf = ({ url }: Answer) => new URL(url).pathname;
  const international = (phone: string) => `+84${phone.slice(1)}`;
  const caseOf = (number: string) =>
    withStores(senid, async ({ cases }) => {
      const [newest] = await cases.list({ applicantNumber: number, limit: 1 });
      return newest ?? assert.fail('no case');
    });

  /** By reference and a code to the phone, in a browser that knows nothing. */
  async function look(applicant: Applicant): Promise<{ person: Applicant; page: Answer }> {
    const person = new Applicant(senid, applicant.facts, new Browser());
    const phone = international(applicant.facts.phone);
    const known = [await sentTo(phone, OTP)];
    const { id } = await caseOf(applicant.facts.number);
    const start = await person.at('/application');
    const asked = await person.submit(start, { reference: caseReference(id) });
    assert.equal(pathOf(asked), '/application/phone', asked.body);
    assert.equal(asked.body.includes(applicant.facts.name), false, 'nothing before the proof');
    assert.equal(pathOf(await person.at('/application/case')), '/application');
    await person.submit(await person.at('/application'), { reference: caseReference(id) });
    const again = await person.at('/application/phone');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const page = await person.submit(again, { otp: await sentTo(phone, OTP, known) });
    assert.equal(pathOf(page), '/application/case', page.body);
    return { person, page };
  }

  async function pending(facts: typeof TUAN): Promise<Applicant> {
    await simulatorOf(senid).addFault({ system: 'population', kind: 'down' });
    const applicant = new Applicant(senid, facts);
    assert.equal(titleOf(await applicant.apply()), vi['enrol.pending.title']);
    return applicant;
  }

  it('waits for a register, is decided by the rounds and told; new codes on demand, not without end', async () => {
    const applicant = await pending(THANH);
    const { person, page } = await look(applicant);
    assert.ok(page.body.includes(vi['case-status.running']), page.body);
    assert.ok(page.body.includes(vi['application.due']));
    await simulatorOf(senid).clearFaults();
    // Not two minutes later but now.
    const seen = await caseOf(THANH.number);
    await withStores(senid, ({ writer }) =>
      writer.apply([{ kind: 'case_next', seen, nextAt: Date.now() }]),
    );
    const phone = international(applicant.facts.phone);
    const first = await sentTo(phone, ACTIVATION);
    let shown = await person.at('/application/case');
    assert.ok(shown.body.includes(vi['case-status.approved']), shown.body);
    const codes = [first];
    for (let count = 0; count < 4; count += 1) {
      shown = await person.submit(shown, { renew: '1' });
      assert.ok(shown.body.includes(vi['application.renewed']), shown.body);
      codes.push(await sentTo(phone, ACTIVATION, codes));
    }
    shown = await person.submit(shown, { renew: '1' });
    assert.ok(shown.body.includes(vi['application.too-often']), shown.body);
    const start = await person.at('/activate');
    const old = await person.submit(start, { identifier: THANH.number, activation_code: first });
    assert.equal(old.status, 422, 'the old code is good for nothing');
    const newest = codes.at(-1) ?? '';
    const next = await person.submit(old, { identifier: THANH.number, activation_code: newest });
    assert.equal(pathOf(next), '/activate/phone');
  });

  it('is withdrawn by whoever made it, and told so', async () => {
    const applicant = await pending(HA);
    const { person, page } = await look(applicant);
    const asked = await person.submit(page, { withdraw: '1' });
    assert.equal(pathOf(asked), '/application/withdraw');
    const done = await person.submit(asked, { 'withdraw-now': '1' });
    assert.ok(done.body.includes(vi['case-status.withdrawn']), done.body);
    await simulatorOf(senid).clearFaults();
    assert.equal((await caseOf(HA.number)).status, 'withdrawn');
  });

  it('of a foreigner with mail only ends in an account like any other', async () => {
    const mail = 'kenji.n@example.jp';
    noteSecret('mail address', mail);
    const applicant = new Applicant(senid, NAKAMURA);
    const box = await applicant.submit(await applicant.answerUntil('phone'), { 'no-phone': '1' });
    const asked = await applicant.submit(box, { email: mail });
    await applicant.submit(asked, { otp: await sentTo(mail, OTP) });
    const result = await applicant.apply();
    assert.equal(titleOf(result), vi['enrol.approved.title'], result.body);
    const begun = await applicant.submit(result, { activate: '1' });
    const password = await applicant.submit(begun, {
      identifier: applicant.registerNumber(),
      activation_code: await sentTo(mail, ACTIVATION),
    });
    assert.equal(pathOf(password), '/activate/password', 'the mail was proven in this browser');
    const end = await applicant.submit(password, { password: PASSWORD });
    assert.ok(['/activate/passkey', '/activate/done'].includes(pathOf(end)), end.body);
  });

  it('takes a phone from who held it unseen, and goes on to level 2 with password, phone and passkey', async () => {
    const holder = await withStores(senid, async ({ accounts, writer }) => {
      const seen = await accounts.findByIdentifier('099185000028');
      assert.ok(seen);
      const account = { ...seen, level: 1, phone: '+84977123456' } as const;
      await writer.apply([{ kind: 'account_changed', seen, account }]);
      return account;
    });
    const applicant = new Applicant(senid, { ...TUAN, phone: '0977123456' });
    const taken = await applicant.answerUntil('phone-taken');
    assert.equal(taken.body.includes(holder.name), false, 'whose it is, is not told');
    await applicant.submit(taken, { whose: 'not-mine' });
    const result = await applicant.apply();
    assert.equal(titleOf(result), vi['enrol.approved.title'], result.body);
    await applicant.activate(result, PASSWORD);
    const loser = await withStores(senid, ({ accounts }) => accounts.findById(holder.id));
    assert.equal(loser?.phone, undefined);

    const code = await atCounter(TUAN.number, { phone: '0977123456', email: '' }, '+84977123456');
    const other = new Applicant(senid, { ...HA, phone: '0977123456' });
    const held = await other.answerUntil('phone-taken');
    assert.ok(held.body.includes(vi['enrol.taken.counter']), 'approved at a counter is enough');
    const person = new Applicant(senid, applicant.facts, new Browser());
    const known = await sentTo('+84977123456', OTP);
    const asked = await person.submit(await person.at('/activate'), {
      identifier: TUAN.number,
      activation_code: code,
    });
    assert.equal(pathOf(asked), '/activate/phone');
    const otp = await sentTo('+84977123456', OTP, [known]);
    const confirm = await person.submit(asked, { otp });
    assert.equal(pathOf(confirm), '/activate/confirm');
    const wrong = await person.submit(confirm, { password: 'another one altogether' });
    assert.equal(wrong.status, 422);
    const passkey = await person.submit(wrong, { password: PASSWORD });
    assert.equal(pathOf(passkey), '/activate/passkey', passkey.body);
    const device = new SoftwarePasskey(senid.issuer);
    const end = await person.submit(passkey, { passkey_response: device.register(passkey) });
    assert.equal(pathOf(end), '/activate/done', end.body);
    const raised = await withStores(senid, ({ accounts }) =>
      accounts.findByIdentifier(TUAN.number),
    );
    assert.equal(raised?.level, 2);
  });

  async function atCounter(
    number: string,
    form: Readonly<Record<string, string>>,
    to: string,
    guardian?: string,
  ): Promise<string> {
    officers ??= [await officer(senid, 'receiving'), await officer(senid, 'deciding')];
    const [receiving, deciding] = officers;
    const simulator = simulatorOf(senid);
    const before = (await senid.outbox()).flatMap(({ text }) => ACTIVATION.exec(text)?.[1] ?? []);
    const page = await receiving.open('/officer/open/citizen_level_2');
    const opening = { number, ...(guardian === undefined ? {} : { guardian_number: guardian }) };
    const address = new URL((await receiving.submit(page, opening)).url).pathname;
    if (guardian !== undefined) {
      await receiving.take(address, 'guardian_present', { guardian_attends: 'yes' });
    }
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled', form);
    await receiving.capture(address, await simulator.face(number));
    await receiving.capture(address, await simulator.fingerprints(number));
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    await receiving.take(address, 'forwarded');
    const decided = await deciding.take(address, 'approved');
    assert.match(decided.body, /sen-tag--approved/);
    return sentTo(to, ACTIVATION, before);
  }

  it('of a child is activated by the mother: her phone, her factors, no means of the child’s own', async () => {
    const mother = await withStores(senid, ({ accounts }) => accounts.findByIdentifier(MAI));
    assert.ok(mother?.phone);
    const { phone } = mother;
    const code = await atCounter(DUC, {}, phone, MAI);
    assert.ok(
      (await senid.outbox()).some(({ to, text }) => to === phone && text.includes('tiep nhan')),
      'she was told when it was opened',
    );
    const person = new Applicant(senid, { ...TUAN, number: DUC }, new Browser());
    const asked = await person.submit(await person.at('/activate'), {
      identifier: DUC,
      activation_code: code,
    });
    const confirm = await person.submit(asked, { otp: await sentTo(phone, OTP) });
    assert.equal(pathOf(confirm), '/activate/confirm', confirm.body);
    assert.ok(confirm.body.includes(vi['activate.guardian-title']));
    const cooling = { ...mother, coolDownUntil: Date.now() + 60_000 };
    await withStores(senid, ({ writer }) =>
      writer.apply([{ kind: 'account_changed', seen: mother, account: cooling }]),
    );
    const early = await person.submit(confirm, { password: PERSONA_PASSWORD });
    assert.ok(early.body.includes(vi['activate.guardian-not-usable']), early.body);
    await withStores(senid, async ({ accounts, writer }) => {
      const seen = (await accounts.findByIdentifier(MAI)) ?? assert.fail('gone');
      const account = { ...seen, coolDownUntil: undefined };
      const { kind } = await writer.apply([{ kind: 'account_changed', seen, account }]);
      assert.equal(kind, 'written');
    });
    const end = await person.submit(early, { password: PERSONA_PASSWORD });
    assert.equal(pathOf(end), '/activate/done', end.body);
    await withStores(senid, async ({ accounts, passkeys }) => {
      const child = await accounts.findByIdentifier(DUC);
      assert.ok(child?.activatedAt);
      assert.equal(await accounts.passwordHash(child.id), undefined);
      assert.deepEqual(await passkeys.listByAccount(child.id), []);
    });
  });
});
