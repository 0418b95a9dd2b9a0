import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { chromium } from '../support/chromium.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newestCode } from '../support/session-journey.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import type { Party } from './parties/open-party.ts';
import { oidcClientTsParty } from './parties/oidc-client-ts.ts';

interface State {
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly refreshed?: boolean;
  readonly failed?: string;
  readonly error?: string;
}

/** A public client without a server: whatever it asks, the browser asks, from another origin. */
describe('oidc-client-ts in a browser, as its documentation says,', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  let party: Party;
  let person: Person;
  let page: Page;

  before(async () => {
    senid = await sharedSenid();
    party = await oidcClientTsParty(senid.issuer);
  });
  after(() => party?.stop());

  beforeEach(async () => {
    person = await newPerson(senid);
    page = await (await (await chromium()).newContext({ locale: 'vi-VN' })).newPage();
    page.setDefaultTimeout(60_000);
  });
  afterEach(() => page.context().close());

  const home = () => new URL('/', party.callback).href;

  async function signIn(): Promise<void> {
    await page.goto(home());
    await page.click('#login');
    await page.fill('#identifier', person.login);
    await page.fill('#password', person.password);
    await page.click('#continue');
    await page.waitForSelector('#otp');
    await page.fill('#otp', await newestCode(senid));
    await page.click('#continue');
    await page.waitForSelector('form[action$="/consent"]');
  }

  async function state(): Promise<State> {
    await page.waitForFunction("document.querySelector('#state')?.textContent !== ''");
    return JSON.parse(await page.innerText('#state')) as State;
  }

  it('logs a person in, reads userinfo, refreshes and logs out', async () => {
    await signIn();
    await page.click('#continue');
    await page.waitForURL(`${party.callback}**`);
    const { profile } = await state();
    assert.equal(profile?.['iss'], senid.issuer);
    assert.match(String(profile['name']), /^Người Thử \d+$/);

    await page.click('#refresh');
    await page.waitForFunction(
      "document.querySelector('#state').textContent.includes('refreshed')",
    );
    assert.equal((await state()).profile?.['sub'], profile['sub']);

    await page.click('#logout');
    await page.waitForURL(`${senid.issuer}/**`);
    await page.click('#continue');
    await page.waitForURL(`${party.goodbye}**`);
    assert.equal(await state(), null);
    await page.click('#login');
    await page.waitForSelector('#identifier');
  });

  it('is told that the person did not agree', async () => {
    await signIn();
    await page.click('#cancel');
    await page.waitForURL(`${party.callback}**`);
    assert.deepEqual(await state(), { failed: 'ErrorResponse', error: 'access_denied' });
  });

  it('refuses an answer that belongs to another request', async () => {
    await page.goto(`${party.callback}?code=of-somebody-else&state=of-another-request`);
    assert.deepEqual(await state(), {
      failed: 'Error',
      error: 'No matching state found in storage',
    });
  });
});
