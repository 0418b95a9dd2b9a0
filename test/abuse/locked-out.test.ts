import assert from 'node:assert/strict';

import { createContactCodes } from '../../accounts/contact-codes.ts';
import type { Contact } from '../../accounts/contact.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import { createAudit } from '../../audit/events.ts';
import { openKeeping } from '../../enrolment/keeping/open-keeping.ts';
import { proveIdentity } from '../../enrolment/keeping/recovery-proof.ts';
import { createApplicationThrottle } from '../../enrolment/application-throttle.ts';
import { freshBench } from '../contract/engine.ts';
import { caseBench, type CaseBench } from '../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';

const TUAN = '099092000103';
const APPLICANT: CaseActor = { kind: 'applicant' };
const PHONE = '0912345678';

/** Somebody who knows a number or a phone, and wants its holder kept out, or flooded. */
describe('limits used against the person they protect', function () {
  this.timeout(60_000);
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });
  beforeEach(() => {
    const { stores, clock } = sqlite();
    bench = caseBench({ stores, simulator: simulator.url, clock });
  });

  async function applied(data: object, faceOf: string, requestId: string) {
    const request = { actor: APPLICANT, data, requestId };
    const outcome = await bench.cases.open('citizen_level_1', request);
    assert.ok(outcome.kind === 'opened', JSON.stringify(outcome));
    await bench.go(
      outcome.caseId,
      APPLICANT,
      ['contact_confirmed'],
      ['face_captured', { face: await simulator.face(faceOf) }],
      ['submitted', { consent: 'yes' }],
    );
    const seen = await bench.stores.cases.find(outcome.caseId);
    assert.equal(seen && (await bench.cases.goOn(seen)), 'taken');
  }
  const tuan = { number: TUAN, name: 'Hoàng Minh Tuấn', birthdate: '1992-06-15', phone: PHONE };

  it('wrong activation codes from one network: the holder activates all the same, from another', async () => {
    await applied(tuan, TUAN, 'one');
    const [code = assert.fail('no code')] = await bench.codes();
    const wrong = { number: TUAN, code: 'AAAAA-AAAAA', address: '198.51.100.7' } as const;
    const kinds: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      kinds.push((await bench.activation.check(wrong)).kind);
    }
    assert.deepEqual(kinds, [...Array.from({ length: 10 }, () => 'wrong'), 'throttled']);
    assert.equal((await bench.activation.check({ ...wrong, code })).kind, 'throttled');
    const holder = { number: TUAN, code, address: '203.0.113.5' } as const;
    assert.equal((await bench.activation.check(holder)).kind, 'accepted');
    for (let count = 0; count < 20; count += 1) await bench.activation.check(holder);
    assert.equal(
      (await bench.activation.check(holder)).kind,
      'accepted',
      'right ones cost nothing',
    );
  });

  it('wrong activation codes from everywhere: the holder activates all the same', async () => {
    await applied(tuan, TUAN, 'three');
    const [code = assert.fail('no code')] = await bench.codes();
    const wrong = { number: TUAN, code: 'AAAAA-AAAAA' } as const;
    for (let place = 0; place < 40; place += 1) {
      const address = `2001:db8:${place.toString(16)}::1`;
      for (let count = 0; count < 10; count += 1) {
        assert.equal((await bench.activation.check({ ...wrong, address })).kind, 'wrong');
      }
    }
    const holder = { number: TUAN, code, address: '203.0.113.5' } as const;
    assert.equal((await bench.activation.check(holder)).kind, 'accepted');
    // All networks of one site are one place.
    const [first, second] = ['2001:db8:ffff:1::1', '2001:db8:ffff:2::1'];
    const kinds: string[] = [];
    for (let count = 0; count < 10; count += 1) {
      await bench.activation.check({ ...wrong, address: first });
      kinds.push((await bench.activation.check({ ...wrong, address: second })).kind);
    }
    assert.deepEqual(new Set(kinds.slice(5)), new Set(['throttled']));
  });

  it('wrong codes at “it wasn’t me”: the right one works, behind the same address too', async () => {
    const { stores, clock } = sqlite();
    const { alarms } = openKeeping({ stores, clock, notMeUri: 'https://id.example/not-me' });
    const { id: accountId } = await bench.persona('099090000011');
    const { code } = await alarms.make({ accountId, since: clock() });
    const address = '198.51.100.7';
    const kinds: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      kinds.push((await alarms.spend({ typed: '0000-0000-0000', address })).kind);
    }
    assert.deepEqual(kinds.slice(9), ['unknown', 'limited', 'limited']);
    assert.equal((await alarms.spend({ typed: code, address })).kind, 'known');
    assert.equal((await alarms.spend({ typed: code, address })).kind, 'limited', 'once');
  });

  it('pictures under a number whose document they do not know: its holder recovers all the same', async () => {
    const { stores, clock } = sqlite();
    const { keeping } = openKeeping({ stores, clock, notMeUri: 'https://id.example/not-me' });
    const KIM = 'F00000000031';
    const kim = await bench.persona(KIM);
    const registers = openStateRegisters({
      url: simulator.url,
      clock,
      patience: { attemptMs: 4_000, totalMs: 8_000, attempts: 2 },
      onOutcome: () => {},
    });
    const audit = createAudit(stores.audit, clock);
    const sources = {
      ...stores,
      ...registers,
      keeping,
      ephemeral: stores.ephemerals,
      audit,
      clock,
    };
    const event = {};
    const [theirs, right] = [await simulator.face(TUAN), await simulator.face(KIM)];
    const tries = Array.from({ length: 42 }, (_, count) => `192.0.2.${count}`);
    for (const address of tries) {
      const asked = { number: KIM, document: 'Z9999999', sample: theirs, address, event };
      assert.equal((await proveIdentity(asked, sources)).kind, 'no_match');
    }
    const document = kim.document?.number ?? assert.fail('no passport');
    const holder = { number: KIM, document, sample: right, address: '203.0.113.5', event };
    assert.equal((await proveIdentity(holder, sources)).kind, 'matched');
    // With the document each is a guess at the face, and they are counted from everywhere.
    const guesses: string[] = [];
    for (const address of tries) {
      const asked = { number: KIM, document, sample: theirs, address, event };
      guesses.push((await proveIdentity(asked, sources)).kind);
    }
    assert.deepEqual(guesses.slice(38), ['no_match', 'limited', 'limited', 'limited']);
  });

  it('a phone that is taken over: who loses it is told, on their page and by mail', async () => {
    const before = await bench.persona('099085000066').catch(() => undefined);
    const model = before ?? (await bench.persona('099090000011'));
    const email = 'loser@example.vn';
    const holder = { ...model, level: 1, phone: '+84912345678', email } as const;
    await bench.stores.writer.apply([{ kind: 'account_changed', seen: model, account: holder }]);
    await applied({ ...tuan, takes_phone: 'yes' }, TUAN, 'two');
    const taker = await bench.stores.accounts.findByIdentifier(TUAN);
    assert.equal(taker?.phone, '+84912345678');
    const loser = await bench.stores.accounts.findById(model.id);
    assert.deepEqual([loser?.phone, loser?.email], [undefined, email]);
    const [newest] = await bench.stores.notices.ofAccount(model.id, 1);
    assert.equal(newest?.kind, 'phone_given_up');
    const sent = (await bench.stores.deliveries.list({ limit: 100 }))
      .filter(({ accountId }) => accountId === model.id)
      .map(({ payload }) => (payload as { destination: string }).destination);
    assert.deepEqual(sent, [email], 'nothing to the number that is another’s now');
  });

  function contactCodes() {
    const { stores, clock } = sqlite();
    const sent: string[] = [];
    const messages = {
      send: async ({ destination }: Contact) => void sent.push(destination),
    };
    const codes = createContactCodes({
      ephemeral: stores.ephemerals,
      messages,
      key: Buffer.alloc(32, 1),
      clock,
    });
    const send = (contact: Contact, address: string, identified = false) =>
      codes.send({ journeyId: `j${sent.length}`, contact, locale: 'vi', address, identified });
    return { send, sent };
  }

  it('one mail box under many addresses is one mail box', async () => {
    const { send, sent } = contactCodes();
    for (let count = 0; count < 12; count += 1) {
      const destination = `${count % 2 === 0 ? 'Victim' : 'victim'}+${count}@example.vn`;
      await send({ channel: 'email', destination }, `192.0.2.${count}`);
    }
    assert.equal(sent.length, 4);
  });

  it('codes a stranger has sent to a phone leave some for its owner, who is elsewhere', async () => {
    const { stores } = sqlite();
    let now = Date.now();
    const codes = createContactCodes({
      ephemeral: stores.ephemerals,
      messages: { send: async () => {} },
      key: Buffer.alloc(32, 1),
      clock: () => now,
      limits: {
        perContact: 100,
        perContactAndDay: 12,
        perContactAndPlace: 8,
        perAddress: 100,
        perAddressAndDay: 100,
      },
    });
    const contact = { channel: 'sms', destination: '+84912345678' } as const;
    const send = (address: string) => {
      now += 1_000;
      return codes.send({ journeyId: String(now), contact, locale: 'vi', address });
    };
    const kinds: string[] = [];
    for (let net = 0; net < 20; net += 1) {
      kinds.push((await send(`2001:db8:7:${net.toString(16)}::1`)).kind);
    }
    assert.equal(kinds.filter((kind) => kind === 'sent').length, 8);
    assert.equal((await send('203.0.113.5')).kind, 'sent');
  });

  it('a phone that was given at a counter is not taken over before the account is activated', async () => {
    const model = await bench.persona('099090000011');
    const holder = { ...model, level: 1 } as const;
    await bench.stores.writer.apply([{ kind: 'account_changed', seen: model, account: holder }]);
    const receiver = await bench.officer(await bench.office('commune_police'), 'receiving_officer');
    const authority = await bench.office('identification_authority');
    const decider = await bench.officer(authority, 'deciding_authority');
    const data = { number: model.identifier };
    const opened = await bench.cases.open('citizen_level_2', { actor: receiver, data });
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    const pictures = {
      face: await simulator.face(model.identifier),
      fingerprints: await simulator.fingerprints(model.identifier),
    };
    await bench.go(
      opened.caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: PHONE }],
      ['face_captured', { face: pictures.face }],
      ['fingerprints_captured', { fingerprints: pictures.fingerprints }],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(opened.caseId, decider, ['approved']);
    await applied({ ...tuan, takes_phone: 'yes' }, TUAN, 'four');
    assert.equal((await bench.stores.accounts.findById(model.id))?.phone, '+84912345678');
    assert.equal(await bench.stores.accounts.findByIdentifier(TUAN), undefined, 'refused');
  });

  it('codes a stranger has sent to a phone keep its holder from no recovery', async () => {
    const { send } = contactCodes();
    const contact = { channel: 'sms', destination: '+84912345678' } as const;
    for (let count = 0; count < 6; count += 1) await send(contact, `192.0.2.${count}`);
    assert.equal((await send(contact, '203.0.113.5')).kind, 'limited');
    assert.equal((await send(contact, '203.0.113.5', true)).kind, 'sent');
    for (let count = 0; count < 6; count += 1) await send(contact, '203.0.113.5', true);
    assert.equal(
      (await send(contact, '203.0.113.5', true)).kind,
      'limited',
      'it has its own limit',
    );
  });

  it('applications under one number with ever new mail boxes, from one network', async () => {
    const { stores, clock } = sqlite();
    const throttle = createApplicationThrottle({ ephemeral: stores.ephemerals, clock });
    let allowed = 0;
    for (let count = 0; count < 60; count += 1) {
      const contact = `box${count}@catch-all.example`;
      const attempt = { number: 'M00000107', contact, address: '198.51.100.7' };
      if ((await throttle.attempt(attempt)).allowed) allowed += 1;
    }
    assert.equal(allowed, 12);
    const holder = { number: 'M00000107', contact: 'kenji@example.jp', address: '203.0.113.5' };
    assert.deepEqual(await throttle.attempt(holder), { allowed: true });
  });
});
