import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { Applicant, HA, NAKAMURA, titleOf, TUAN } from '../support/enrol-applicant.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn } from '../support/session-login.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';
import { SoftwarePasskey } from '../support/software-passkey.ts';

const PASSWORD = 'một con mèo ngủ trưa';
const { vi } = messages;

describe('Level 1 by oneself', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await startSenid({ name: 'enrol', registers: true });
    client = await OidcClient.register(senid.issuer);
  });

  after(() => senid.stop());

  async function entered(applicant: Applicant): Promise<void> {
    const account = await withStores(senid, ({ accounts }) =>
      accounts.findByIdentifier(applicant.registerNumber()),
    );
    assert.ok(account);
    const person = {
      login: account.identifier,
      password: PASSWORD,
      accountId: account.id,
      passkey: new SoftwarePasskey(senid.issuer),
    };
    const { claims } = await logIn(senid, client, person, { how: 'password' });
    assert.equal(claims['acr'], 'urn:senid:loa:low');
  }

  for (const facts of [TUAN, NAKAMURA]) {
    it(`is given to a ${facts.who} at once, who activates it and logs in`, async () => {
      const applicant = new Applicant(senid, facts);
      const result = await applicant.apply();
      assert.equal(titleOf(result), vi['enrol.approved.title'], result.body);
      const end = await applicant.activate(result, PASSWORD);
      assert.ok(
        [vi['activate.done-title-1'], vi['add-passkey.title']].includes(titleOf(end)),
        end.body,
      );
      await entered(applicant);
    });
  }

  it('is refused for somebody else’s face, and tells neither what was wrong nor whose number it is', async () => {
    const thief = new Applicant(senid, HA);
    const result = await thief.apply(TUAN.number);
    assert.equal(titleOf(result), vi['enrol.refused.title'], result.body);
    assert.ok(result.body.includes(vi['case-refusal.data_not_matched']), result.body);
    // The true person is not kept out.
    const herself = new Applicant(senid, HA);
    assert.equal(titleOf(await herself.apply()), vi['enrol.approved.title']);
  });

  it('waits for a register that does not answer, and nothing is lost by a matcher that does not', async () => {
    const simulator = simulatorOf(senid);
    const applicant = new Applicant(senid, {
      ...TUAN,
      number: '099094000222',
      name: 'Đinh Công Thành',
      birthdate: '1994-06-15',
    });
    const page = await applicant.answerUntil('photo');
    await simulator.addFault({ system: 'matcher', kind: 'down' });
    const face = await applicant.face();
    const unknown = await applicant.postPhoto(page, face);
    assert.equal(unknown.status, 503);
    assert.ok(unknown.body.includes(vi['enrol.photo.unknown']));
    await simulator.clearFaults();
    await simulator.addFault({ system: 'population', kind: 'down' });
    const pending = await applicant.browser.follow(await applicant.postPhoto(unknown, face));
    assert.equal(titleOf(pending), vi['enrol.pending.title'], pending.body);
    await simulator.clearFaults();
  });
});
