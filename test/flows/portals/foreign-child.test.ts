import assert from 'node:assert/strict';

import { articleText } from '../../../web/i18n/article-text.ts';
import { messages } from '../../../web/i18n/messages.ts';
import { REFUSAL_ARTICLES } from '../../../enrolment/refusal-articles.ts';
import { registerTaking } from '../../support/acting.ts';
import { openCase } from '../../support/console-stage.ts';
import { GuardianVisit, pathOf } from '../../support/guardian-visit.ts';
import type { OidcClient } from '../../support/oidc-client.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { logIn } from '../../support/session-login.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { simulatorOf } from '../../support/simulator.ts';

const { vi } = messages;
const KENJI = { number: 'F00000000107', passport: 'M00000107' };
const PHONE = '0912345107';
const PASSWORD = 'hoa anh đào nở bên hồ 27';
/** Of 9, and of 4: both his. */
const SORA = { number: 'F00000000206', passport: 'M00000206' };
const HANA = { number: 'F00000000190', passport: 'M00000190' };

describe('A foreign child with a foreign guardian', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  let immigration: OfficerBrowser;
  let deciding: OfficerBrowser;
  let client: OidcClient;
  let father: GuardianVisit;

  before(async () => {
    senid = await startSenid({ registers: true, name: 'foreign-child' });
    immigration = await officer(senid, 'immigration');
    deciding = await officer(senid, 'deciding');
    client = await registerTaking(senid);
    for (const { number } of [KENJI, SORA, HANA]) noteSecret('identification number', number);
    noteSecret('password', PASSWORD);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  /** From the open case to the decision; the pages of both officers. */
  async function decided(address: string, number: string, form: Readonly<Record<string, string>>) {
    const simulator = simulatorOf(senid);
    await immigration.take(address, 'documents_checked', { document_shown: 'yes' });
    await immigration.take(address, 'form_filled', form);
    await immigration.capture(address, await simulator.face(number));
    await immigration.capture(address, await simulator.fingerprints(number));
    await immigration.take(address, 'consent_confirmed', { consent: 'yes' });
    await immigration.take(address, 'completed');
    const forwarded = await immigration.take(address, 'forwarded');
    assert.match(forwarded.body, /3 ngày làm việc/);
    const page = await deciding.take(address, 'approved');
    assert.match(page.body, /sen-tag--approved/);
  }

  const open = (passport: string, guardian?: string) =>
    openCase(immigration, 'foreigner_level_2', {
      passport,
      ...(guardian === undefined ? {} : { guardian_number: guardian }),
    });

  it('needs a guardian with level 2, who first gets it at immigration', async () => {
    const form = await immigration.open('/officer/open/foreigner_level_2');
    const guardian_number = KENJI.number;
    const before = await immigration.submit(form, { passport: SORA.passport, guardian_number });
    assert.equal(before.status, 409, before.body);
    assert.ok(before.body.includes(vi['case-refusal.guardian_without_level_2']), before.body);
    await decided(await open(KENJI.passport), KENJI.number, { phone: PHONE });
    father = await GuardianVisit.activated(senid, {
      number: KENJI.number,
      phone: PHONE,
      password: PASSWORD,
    });
  });

  it('of 9 gets level 2 with the father, who activates it on his phone and uses it', async () => {
    const address = await open(SORA.passport, KENJI.number);
    const opened = await immigration.open(address);
    for (const name of ['NAKAMURA SORA', 'NAKAMURA KENJI']) assert.ok(opened.body.includes(name));
    await immigration.take(address, 'guardian_present', { guardian_attends: 'yes' });
    await decided(address, SORA.number, {});
    await father.activate(SORA.number, PHONE);
    const { claims, accessToken } = await logIn(senid, client, father.person, {
      how: 'password',
      actsFor: 'SORA',
      parameters: { scope: 'openid profile' },
    });
    assert.ok(claims['act']);
    assert.equal(claims['account_level'], 2);
    const { body } = await client.userinfo(accessToken);
    assert.equal(body['age_over_14'], false, 'it is the child');
  });

  it('of 4 is refused level 2: why, by which article, and that level 1 is possible', async () => {
    const form = await immigration.open('/officer/open/foreigner_level_2');
    const guardian_number = KENJI.number;
    const page = await immigration.submit(form, { passport: HANA.passport, guardian_number });
    assert.equal(page.status, 409);
    const article = articleText('vi', REFUSAL_ARTICLES.under_6_never_level_2);
    for (const text of [
      vi['case-refusal.under_6_never_level_2'],
      article,
      vi['case-way-on.under_6_never_level_2'],
    ]) {
      assert.ok(page.body.includes(text), text);
    }
  });

  it('of 4 gets level 1 through the father’s own page, by the number of a foreigner', async () => {
    const photo = await father.declare(HANA.number);
    assert.match(pathOf(photo), /^\/account\/wards\/apply\/case_/, photo.body);
    const result = await father.sendFace(photo, HANA.number);
    assert.ok(
      result.body.includes(vi['ward-apply.approved'].replace('{name}', 'NAKAMURA HANA')),
      result.body,
    );
    await father.activate(HANA.number, PHONE);
    const { claims } = await logIn(senid, client, father.person, {
      how: 'password',
      actsFor: 'HANA',
    });
    assert.equal(claims['account_level'], 1);
    assert.ok(claims['act']);
  });
});
