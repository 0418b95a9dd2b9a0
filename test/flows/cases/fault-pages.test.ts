import assert from 'node:assert/strict';

import type { Case } from '../../../enrolment/case.ts';
import { messages } from '../../../web/i18n/messages.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { caseIdOf, TUAN } from '../../support/console-stage.ts';
import { Applicant, HA, titleOf } from '../../support/enrol-applicant.ts';
import type { Answer } from '../../support/http-agent.ts';
import { startSenidAt, type MovedSenid } from '../../support/moved-senid.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import type { Browser } from '../../support/session-browser.ts';
import { withStores } from '../../support/session-server.ts';
import { simulatorOf, type SimulatorDriver } from '../../support/simulator.ts';

const { vi } = messages;
const words = translator('vi');
/** Later than any attempt waits, sooner than a test does. */
const SLOW = { system: 'population', kind: 'slow', delayMs: 6_000 } as const;

/** The served program with its real patience, at another time so that two minutes are gone at once. */
describe('Pages while a register or the matcher fails', function () {
  this.timeout(240_000);
  let senid: MovedSenid;
  let simulator: SimulatorDriver;
  let receiving: OfficerBrowser;
  before(async () => {
    senid = await startSenidAt('2026-04-01T09:00+07:00', { registers: true, name: 'fault-pages' });
    simulator = simulatorOf(senid);
    receiving = moved(await officer(senid, 'receiving'));
  });
  afterEach(() => simulator.clearFaults());
  after(() => senid.end());

  function moved<B extends Browser>(browser: B): B {
    browser.now = senid.now;
    return browser;
  }

  const caseAt = (address: string) => caseOf(({ cases }) => cases.find(caseIdOf(address)));
  const caseOf = async (
    find: (stores: Parameters<Parameters<typeof withStores>[1]>[0]) => Promise<Case | undefined>,
  ): Promise<Case> => (await withStores(senid, find)) ?? assert.fail('no case');

  /** It is known to nobody, nothing is recorded, and that is all that is said. */
  function assertUnknown(answer: Answer, system: keyof typeof SYSTEMS): void {
    assertSaysSo(answer, system);
    assertSaysNothingElse(answer);
  }

  function assertSaysSo({ status, body }: Answer, system: keyof typeof SYSTEMS): void {
    assert.equal(status, 503, body);
    assert.ok(body.includes(words.t('case-unknown-for-now', { system: SYSTEMS[system] })), body);
  }

  function assertSaysNothingElse({ body }: Answer): void {
    for (const said of [
      vi['case-outcome.match'],
      vi['case-outcome.no_match'],
      vi['case-status.approved'],
      vi['case-status.refused'],
      vi['enrol.approved.title'],
      vi['enrol.refused.title'],
    ]) {
      assert.ok(!body.includes(said), said);
    }
  }

  it('say so to the officer, who sends the same again, and neither picture nor decision counts twice', async () => {
    await simulator.addFault(SLOW);
    const form = await receiving.open('/officer/open/citizen_level_2');
    const unknown = await receiving.submit(form, { number: TUAN });
    assertUnknown(unknown, 'population');
    const none = await withStores(senid, ({ cases }) =>
      cases.list({ applicantNumber: TUAN, limit: 5 }),
    );
    assert.deepEqual(none, []);
    await simulator.clearFaults();
    const opened = await receiving.submit(unknown, { number: TUAN });
    const address = new URL(opened.url).pathname;
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });

    const face = await simulator.face(TUAN);
    const { version } = await caseAt(address);
    await simulator.addFault({ system: 'matcher', kind: 'down' });
    const down = await receiving.capture(address, face);
    assertUnknown(down, 'matcher');
    assert.equal((await caseAt(address)).version, version);
    assert.deepEqual(await simulator.matches(), []);
    await simulator.clearFaults();
    // Judged, and nobody here has heard of it.
    await simulator.addFault({ system: 'matcher', kind: 'lost_answer' });
    const lost = await receiving.follow(await receiving.sendPicture(down, 'face', face.bytes));
    assertUnknown(lost, 'matcher');
    assert.equal((await simulator.matches()).length, 1);
    const meanwhile = await receiving.open(address);
    assertSaysNothingElse(meanwhile);
    await simulator.clearFaults();
    const again = await receiving.follow(await receiving.sendPicture(lost, 'face', face.bytes));
    assert.ok(again.body.includes(vi['case-outcome.match']), again.body);
    assert.equal((await simulator.matches()).length, 1, 'judged once');

    await receiving.take(address, 'form_filled', { phone: '0912345678' });
    await receiving.capture(address, await simulator.fingerprints(TUAN));
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    await receiving.take(address, 'forwarded');
    await assertDecidedOnce(address);
  });

  async function assertDecidedOnce(address: string): Promise<void> {
    const deciding = moved(await officer(senid, 'deciding'));
    await deciding.open(address);
    await simulator.addFault(SLOW);
    const unknown = await deciding.take(address, 'approved');
    assertSaysSo(unknown, 'population');
    assert.ok(!unknown.body.includes(vi['case-status.approved']));
    assert.equal((await caseAt(address)).status, 'running');
    await simulator.clearFaults();
    const decided = await deciding.submit(unknown, { take: '1' });
    assert.ok(decided.body.includes(vi['case-status.approved']), decided.body);
    const issued = await withStores(senid, ({ audit }) =>
      audit.list({ type: 'account.issued', limit: 5 }),
    );
    assert.equal(issued.length, 1);
  }

  it('say to an applicant when it is asked again, and go on without them', async () => {
    const applicant = new Applicant(senid, HA);
    moved(applicant.browser);
    const photo = await applicant.answerUntil('photo');
    const face = await applicant.face();
    const judged = (await simulator.matches()).length;
    await simulator.addFault({ system: 'matcher', kind: 'lost_answer' });
    const lost = await applicant.browser.follow(await applicant.postPhoto(photo, face));
    assert.equal(lost.status, 503);
    assert.ok(lost.body.includes(vi['enrol.photo.unknown']));
    assertSaysNothingElse(lost);
    await simulator.clearFaults();
    await simulator.addFault(SLOW);
    const pending = await applicant.browser.follow(await applicant.postPhoto(lost, face));
    assert.equal(titleOf(pending), vi['enrol.pending.title'], pending.body);
    assert.equal((await simulator.matches()).length, judged + 1, 'judged once');
    const look = await applicant.submit(pending, { look: '1' });
    const ofApplicant = () =>
      caseOf(async ({ cases }) => {
        const [newest] = await cases.list({ applicantNumber: HA.number, limit: 1 });
        return newest;
      });
    const { nextAt } = await ofApplicant();
    assert.ok(nextAt !== undefined && nextAt > senid.now());
    for (const page of [pending, look]) {
      assertSaysNothingElse(page);
      assert.ok(page.body.includes(words.dateTime(nextAt)), page.body);
    }
    await simulator.clearFaults();
    // A connection from before the leap may break at the first look: it is then asked again by itself.
    let isTold = false;
    for (const moment of ['09:10', '09:20', '09:30', '09:40']) {
      await senid.comes(`2026-04-01T${moment}+07:00`);
      isTold = await applicant.activationCode().then(
        () => true,
        () => false,
      );
      if (isTold) break;
    }
    assert.ok(isTold, 'no code came');
    const result = await applicant.at('/enrol/result');
    assert.equal(titleOf(result), vi['enrol.approved.title'], result.body);
    const accounts = await withStores(senid, ({ audit }) =>
      audit.list({ type: 'account.issued', limit: 5 }),
    );
    assert.equal(accounts.length, 2, 'Tuấn’s and hers');
  });
});

const SYSTEMS = {
  population: vi['case-system.population'],
  matcher: vi['case-system.matcher'],
};
