import assert from 'node:assert/strict';

import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { newPerson, type Person } from '../support/session-people.ts';

/** The portal is the example of a receiver: what it does is what integrators copy. */
describe('the sample portal, told of a logout', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await startSenid({ samples: true, name: 'portal-logout' });
    person = await newPerson(senid);
  });
  after(() => senid.stop());

  async function logInAtPortal(): Promise<Browser> {
    const browser = new Browser();
    const start = await browser.send(`${senid.portal}/login`);
    await walk(browser, start, { senid, person, how: 'password' }, `${senid.portal}/nowhere`);
    assert.match((await browser.get(`${senid.portal}/`)).body, /action="\/logout"/);
    return browser;
  }

  it('ends the session of that login and no other, and says so', async () => {
    const [leaves, stays] = [await logInAtPortal(), await logInAtPortal()];
    await leaves.submit(await leaves.get(`${senid.issuer}/logout`), { continue: '' });
    const deadline = Date.now() + 20_000;
    for (;;) {
      const page = await leaves.get(`${senid.portal}/`);
      if (page.body.includes('id="logged-out"')) break;
      if (Date.now() > deadline) assert.fail(page.body);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { body } = await leaves.get(`${senid.portal}/result.json`);
    const { logout } = JSON.parse(body) as { logout: { sid: unknown; sub: unknown } };
    assert.equal(typeof logout.sid, 'string');
    assert.match((await stays.get(`${senid.portal}/`)).body, /action="\/logout"/);
  });

  it('answers 400 to what is no logout token, and ends nothing', async () => {
    const browser = await logInAtPortal();
    for (const logout_token of ['', 'nonsense', 'e30.e30.', 'a.b.c.d.e']) {
      const answer = await fetch(`${senid.portal}/backchannel-logout`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token }),
      });
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { error: string }).error, 'invalid_request');
    }
    assert.match((await browser.get(`${senid.portal}/`)).body, /action="\/logout"/);
  });
});
