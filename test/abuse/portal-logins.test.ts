import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { newHolder } from '../support/session-login.ts';

describe('pages of a portal, opened by nobody,', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await startSenid({ name: 'portal-logins' });
  });
  after(() => senid.stop());

  /** Rows of everything short-lived that the program keeps. */
  function kept(): number {
    const file = new DatabaseSync(`${senid.dataFolder}/protocol.db`, { readOnly: true });
    try {
      const tables = file.prepare("select name from sqlite_master where type = 'table'").all();
      assert.ok(tables.length > 1);
      return tables
        .map(({ name }) => file.prepare(`select count(*) as n from "${String(name)}"`).get())
        .reduce((sum, row) => sum + Number(row?.['n']), 0);
    } finally {
      file.close();
    }
  }

  it('leave nothing in the store, however often they are opened, and the next sign-in works', async () => {
    await new Browser().send(`${senid.issuer}/account`);
    const before = kept();
    for (let count = 0; count < 60; count += 1) {
      const path = count % 2 === 0 ? '/account/contacts/phone' : '/officer/staff';
      const answer = await new Browser().send(senid.issuer + path);
      assert.equal(answer.status, 303);
    }
    assert.equal(kept(), before);
    const person = await newHolder(senid);
    const browser = new Browser();
    const start = await browser.send(`${senid.issuer}/account/data`);
    const page = await walk(browser, start, { senid, person }, 'never:');
    assert.equal(new URL(page.url).pathname, '/account/data');
  });

  it('take no state that they did not give out to this very browser', async () => {
    const browser = new Browser();
    const start = await browser.send(`${senid.issuer}/account`);
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const [payload = '', mac = ''] = state.split('.');
    const begun = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
    const forged = Buffer.from(
      JSON.stringify({ ...begun, returnTo: 'https://evil.example/', sentAt: 9e15 }),
    ).toString('base64url');
    for (const wrong of [`${forged}.${mac}`, payload, `${payload}.`, `.${mac}`, 'x', '%00', 'ạ']) {
      const query = new URLSearchParams({ state: wrong, code: 'x', iss: senid.issuer });
      const answer = await browser.send(`${senid.issuer}/account/signed-in?${query}`);
      assert.equal(answer.status, 400, wrong);
      assert.equal(browser.cookie('__Host-senid_account'), undefined);
    }
  });
});
