import assert from 'node:assert/strict';

import { caseReference } from '../../../enrolment/reference.ts';
import { messages } from '../../../web/i18n/messages.ts';
import { caseIdOf, openCase } from '../../support/console-stage.ts';
import { GuardianVisit } from '../../support/guardian-visit.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { logIn } from '../../support/session-login.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { simulatorOf } from '../../support/simulator.ts';
import { entitledClient } from '../../support/verified-claims.ts';

const { vi } = messages;
const MAI = '099188000093';
const AN = '099090000011';
/** Mai represents it. */
const SAO_MAI = { number: '0999000027', name: 'Công ty Cổ phần Sao Mai &amp; Con' };
/** In no register. */
const HOI = { number: '0999000904', name: 'Hội Sinh vật cảnh Lá Sen' };
const DISSOLVED = '0999000034';

describe('An organisation at the counter', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  let receiving: OfficerBrowser;
  let deciding: OfficerBrowser;
  let mai: GuardianVisit;

  before(async () => {
    senid = await startSenid({ registers: true, name: 'organisation' });
    receiving = await officer(senid, 'receiving');
    deciding = await officer(senid, 'deciding');
    mai = await GuardianVisit.of(senid, MAI);
    noteSecret('identification number', MAI);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  /** The case page after the dossier was put together and forwarded. */
  async function forwarded(address: string, phone: string) {
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled', { phone });
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    return receiving.take(address, 'forwarded');
  }

  const ownPage = (address: string) => mai.open(`/account/applications/${caseIdOf(address)}`);

  it('in the business register: three working days, for the officer and the representative', async () => {
    const address = await openCase(receiving, 'organisation', {
      organisation_number: SAO_MAI.number,
    });
    const opened = await receiving.open(address);
    assert.ok(opened.body.includes(SAO_MAI.name), opened.body);
    assert.ok(opened.body.includes('Lê Thị Mai'), 'the register says who represents it');
    const page = await forwarded(address, '0912345671');
    assert.match(page.body, /3 ngày làm việc/);
    const own = await ownPage(address);
    assert.match(own.body, /3 ngày làm việc/);
    assert.ok(own.body.includes(SAO_MAI.name), own.body);
    assert.ok(own.body.includes(caseReference(caseIdOf(address))));

    const decided = await deciding.take(address, 'approved');
    assert.match(decided.body, /sen-tag--approved/);
    const end = await mai.activate(SAO_MAI.number, '0912345671');
    assert.ok(!end.body.includes(vi['activate.ward-title']), 'an organisation is no ward');
    assert.ok(end.body.includes(vi['activate.organisation-title']), end.body);
  });

  it('is signed in for by its representative, who is told; the relying party gets its number', async () => {
    const client = await entitledClient(senid, {
      entitledScopes: ['profile', 'identity'],
      takesActors: true,
    });
    const parameters = { scope: 'openid profile identity' };
    const { claims, accessToken } = await logIn(senid, client, mai.person, {
      how: 'password',
      actsFor: 'Sao Mai',
      parameters,
    });
    const own = await logIn(senid, client, mai.person, { how: 'password' });
    assert.deepEqual(claims['act'], { sub: own.claims['sub'] });
    assert.ok(!('account_level' in claims), 'an organisation has no level');
    const { body } = await client.userinfo(accessToken);
    assert.equal(body['organisation_number'], SAO_MAI.number);
    assert.equal(body['subject_type'], 'organisation');
    assert.equal(body['name'], 'Công ty Cổ phần Sao Mai & Con');
    assert.ok(!JSON.stringify([body, claims]).includes(MAI));
  });

  it('in no register: by name and representative, and fifteen days that are no working days', async () => {
    const form = await receiving.open('/officer/open/organisation');
    const nameless = await receiving.submit(form, { organisation_number: HOI.number });
    assert.equal(nameless.status, 422, 'who is in no register is named');
    const address = await openCase(receiving, 'organisation', {
      organisation_number: HOI.number,
      organisation_name: HOI.name,
      guardian_number: MAI,
    });
    const page = await forwarded(address, '0912345672');
    assert.match(page.body, /15 ngày(?! làm việc)/);
    assert.match((await ownPage(address)).body, /15 ngày(?! làm việc)/);
  });

  it('that is dissolved, or of which another is representative, gets no case, and is told why', async () => {
    const form = await receiving.open('/officer/open/organisation');
    const dissolved = await receiving.submit(form, { organisation_number: DISSOLVED });
    assert.equal(dissolved.status, 409);
    assert.ok(dissolved.body.includes(vi['case-refusal.organisation_not_active']), dissolved.body);
    const other = await receiving.submit(form, {
      organisation_number: '0999000010',
      guardian_number: MAI,
    });
    assert.ok(other.body.includes(vi['case-refusal.not_its_representative']), other.body);
  });

  it('dissolved while it waits for a decision gets no account', async () => {
    const address = await openCase(receiving, 'organisation', {
      organisation_number: '0999000010',
      guardian_number: AN,
    });
    await forwarded(address, '0912345673');
    await simulatorOf(senid).changeOrganisation('0999000010', {
      change: 'record_changed',
      active: false,
    });
    const page = await deciding.take(address, 'approved');
    assert.doesNotMatch(page.body, /sen-tag--approved/);
    assert.ok(page.body.includes(vi['case-refusal.organisation_not_active']), page.body);
  });
});
