import assert from 'node:assert/strict';

import { portalCookie, visitPortal } from '../../support/portal-visit.ts';
import { Browser } from '../../support/session-browser.ts';
import { sharedHolder } from '../../support/session-login.ts';
import { sharedSenid } from '../../support/session-server.ts';
import type { SenidProcess } from '../../support/senid-process.ts';

describe('A portal is a relying party of our own provider:', () => {
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
  });

  it('asks for a passkey of the last minutes, and comes back to the page that was wanted', async () => {
    const browser = new Browser();
    const start = await browser.send(`${senid.issuer}/officer`);
    assert.equal(start.status, 303);
    const asked = new URL(start.headers.get('location') ?? '', senid.issuer);
    const said = Object.fromEntries(asked.searchParams);
    assert.equal(asked.origin + asked.pathname, `${senid.issuer}/authorize`);
    assert.equal(said['client_id'], 'senid-officer');
    assert.equal(said['acr_values'], 'urn:senid:loa:substantial');
    assert.equal(said['max_age'], '300');
    assert.equal(said['code_challenge_method'], 'S256');
    const { page } = await visitPortal(senid, await sharedHolder(senid), '/officer', { browser });
    assert.equal(new URL(page.url).pathname, '/officer');
    assert.equal(page.status, 403, page.body);
    assert.ok(browser.cookie(portalCookie('officer')));
  });
});
