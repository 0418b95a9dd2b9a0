import assert from 'node:assert/strict';

import { PERSONA_PASSWORD } from '../../../accounts/personas.ts';
import type { CaseKind } from '../../../enrolment/case.ts';
import { messages } from '../../../web/i18n/messages.ts';
import { caseBench } from '../../support/case-bench.ts';
import { visitPortal } from '../../support/portal-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { persona, type Person } from '../../support/session-people.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { withStores } from '../../support/session-server.ts';
import { SoftwarePasskey } from '../../support/software-passkey.ts';

const { vi } = messages;
const MAI = '099188000093';
/** Her child of 7, without an account. */
const HUY = { number: '099219000215', name: 'Nguyễn Gia Huy' };
const AGENCY = {
  agency: 'Viện kiểm sát nhân dân',
  document_number: '12/QĐ',
  document_date: '2026-11-20',
};

describe('Cases of one’s own, on the account page:', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await startSenid({ name: 'own-cases', registers: true });
  });
  after(() => senid.stop());

  async function opened(kind: CaseKind, data: Readonly<Record<string, string>>): Promise<string> {
    return withStores(senid, async (stores) => {
      const bench = caseBench({ stores, simulator: senid.simulator, clock: Date.now });
      const officer = await bench.officer(
        await bench.office('commune_police'),
        'receiving_officer',
      );
      const outcome = await bench.cases.open(kind, { actor: officer, data });
      assert.ok(outcome.kind === 'opened', JSON.stringify(outcome));
      return outcome.caseId;
    });
  }

  async function mother(): Promise<Person> {
    const account = await withStores(senid, ({ accounts }) => accounts.findByIdentifier(MAI));
    assert.ok(account);
    noteSecret('identification number', MAI);
    const passkey = new SoftwarePasskey(senid.issuer);
    return { login: MAI, password: PERSONA_PASSWORD, accountId: account.id, passkey };
  }

  it('one that is under way is listed and shown, with what happens next', async () => {
    const binh = await persona(senid, 'binh');
    const id = await opened('citizen_level_2', { number: binh.login });
    const { browser, page } = await visitPortal(senid, binh, '/account');
    const path = `/account/applications/${id}`;
    assert.ok(page.body.includes(`href="${path}"`), page.body);
    assert.ok(page.body.includes(vi['case-kind.citizen_level_2']));
    const shown = await browser.get(senid.issuer + path);
    assert.equal(shown.status, 200, shown.body);
    assert.ok(shown.body.includes(vi['case-status.collecting']));
    assert.match(shown.body, /id="next">[^<]*Nơi tiếp nhận/);
  });

  it('what an agency has asked for is neither listed nor shown: nobody is warned', async () => {
    const an = await persona(senid, 'an');
    const id = await opened('agency_lock', { number: an.login, ...AGENCY });
    const { browser, page } = await visitPortal(senid, an, '/account');
    assert.equal(page.status, 200, page.body);
    assert.ok(!page.body.includes(id) && !page.body.includes(vi['case-kind.agency_lock']));
    const shown = await browser.send(`${senid.issuer}/account/applications/${id}`);
    assert.equal(shown.headers.get('location'), '/account');
  });

  it('somebody else’s is as if it were none, whatever is posted there', async () => {
    const id = await opened('own_lock', { number: MAI });
    const { browser, page } = await visitPortal(senid, await persona(senid, 'binh'), '/account');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    for (const path of [id, `${id}/withdraw`, 'case_x', '..%2f..']) {
      const address = `${senid.issuer}/account/applications/${path}`;
      const seen = await browser.send(address);
      assert.notEqual(seen.status, 200, path);
      const body = new URLSearchParams({ csrf, withdraw: '', renew: '' });
      const posted = await browser.send(address, { method: 'POST', body });
      assert.notEqual(posted.status, 200, path);
    }
  });

  it('one a guardian began for a ward is gone on with from there, or withdrawn', async () => {
    const mai = await mother();
    noteSecret('identification number', HUY.number);
    const { browser, page } = await visitPortal(senid, mai, '/account/wards/apply', {
      how: 'password',
    });
    const photo = await browser.submit(page, {
      number: HUY.number,
      name: HUY.name,
      birthdate_day: String(Number((await birthdate()).slice(8))),
      birthdate_month: String(Number((await birthdate()).slice(5, 7))),
      birthdate_year: (await birthdate()).slice(0, 4),
      sex: 'male',
    });
    const [, id] = /\/account\/wards\/apply\/(case_[\w-]+)/.exec(photo.url) ?? [];
    assert.ok(id, photo.body);
    const home = await browser.get(`${senid.issuer}/account`);
    const path = `/account/applications/${id}`;
    assert.ok(home.body.includes(`href="${path}"`) && home.body.includes(HUY.name), home.body);
    const shown = await browser.get(senid.issuer + path);
    assert.ok(shown.body.includes(`href="/account/wards/apply/${id}"`), shown.body);
    const asked = await browser.submit(shown, { withdraw: '' });
    const withdrawn = await browser.submit(asked, { 'withdraw-now': '' });
    assert.ok(withdrawn.body.includes(vi['application.withdrawn']), withdrawn.body);
    const after = await browser.get(`${senid.issuer}/account`);
    assert.ok(!after.body.includes(path));
  });

  async function birthdate(): Promise<string> {
    const response = await fetch(`${senid.simulator}/people/${HUY.number}`);
    const text = JSON.stringify(await response.json());
    return /"birthdate":"(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1] ?? assert.fail(text);
  }
});
