import assert from 'node:assert/strict';

import { newFamily, registerTaking, type Family } from '../support/acting.ts';
import type { Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const how = 'password';

/** Nobody forgets for whom they act; and nobody reads of it who has not proven who they are. */
describe('for whom somebody acts, on the pages around the journey', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let family: Family;
  let name: string;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
    family = await newFamily(senid);
    const ward = await withStores(senid, ({ accounts }) =>
      accounts.findById(family.ward.accountId),
    );
    name = ward?.name ?? assert.fail('no ward');
  });

  const says = ({ body }: Answer) => body.includes('class="sen-acting"') && body.includes(name);

  it('is said on an error in the middle of it', async () => {
    const { browser, answer } = await attemptLogin(senid, client, family.guardian, {
      how,
      actsFor: '',
      until: 'consent',
    });
    const forged = await browser.send(new URL(answer.url).href + '/consent', {
      method: 'POST',
      body: 'csrf=forged&continue=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });
    assert.equal(forged.status, 403);
    assert.ok(says(forged));
    const { answer: own } = await attemptLogin(senid, client, family.guardian, {
      how,
      until: 'consent',
      parameters: { scope: 'openid profile' },
    });
    assert.equal(stepOn(own), 'consent');
    assert.ok(!own.body.includes(name));
  });

  it('is said by a page that posts the answer', async () => {
    const posted = await registerTaking(senid, { metadata: { response_types: ['code'] } });
    const parameters = { response_mode: 'form_post' };
    const options = { how, actsFor: '', parameters } as const;
    const { answer } = await attemptLogin(senid, posted, family.guardian, options);
    assert.match(answer.body, /id="form-post"/);
    assert.ok(says(answer));
  });

  it('is asked about at the end: whose session it was, there or anywhere', async () => {
    const { browser, idToken } = await logIn(senid, client, family.guardian, { how, actsFor: '' });
    const unaware = await OidcClient.register(senid.issuer);
    const own = await logIn(senid, unaware, family.guardian, { browser, how });
    const asked = (hint?: string) =>
      browser.get(`${senid.issuer}/logout${hint === undefined ? '' : `?id_token_hint=${hint}`}`);
    assert.ok(says(await asked()));
    assert.ok(says(await asked(idToken)));
    assert.ok(!says(await asked(own.idToken)), 'nobody was acted for there');
    const again = await logIn(senid, client, family.guardian, { browser, how });
    assert.ok(!('act' in again.claims));
    assert.ok(!says(await asked()), 'here for themself by now');
  });
});
