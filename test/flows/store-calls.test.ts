import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, obtainCode, silently } from '../support/session-login.ts';
import { newPerson } from '../support/session-people.ts';
import {
  CountedBrowser,
  StoreCallCounter,
  storeCallTable,
  TRACED,
} from '../support/store-calls.ts';

const PAGE = fileURLToPath(new URL('../../../docs/store-calls.md', import.meta.url));
const HOME = 'https://rp-of-store-calls.example/goodbye';
const parameters = { acr_values: 'urn:senid:loa:substantial' };

describe('What requests ask of the stores', function () {
  this.timeout(60_000);
  let senid: SenidProcess;

  before(async () => {
    senid = await startSenid({ name: 'store-calls', env: TRACED });
  });
  after(() => senid.stop());

  it('is, in a whole journey, what docs/store-calls.md lists', async () => {
    const metadata = { post_logout_redirect_uris: [HOME] };
    const client = await OidcClient.register(senid.issuer, { metadata });
    const person = await newPerson(senid);
    // Gives the person a passkey, and the process the client.
    await logIn(senid, client, person, { how: 'password', parameters });
    const counter = new StoreCallCounter(senid);
    const browser = new CountedBrowser(counter);

    const { code, attempt } = await obtainCode(senid, client, person, { browser, parameters });
    const first = await counter.count('POST /token (code)', () => client.redeem(code, attempt));
    const { accessToken, refreshToken } = tokensOf(first);
    await counter.count('GET /userinfo', () => client.userinfo(accessToken));
    const second = await counter.count('POST /token (refresh)', () => client.refresh(refreshToken));
    const { accessToken: fresh, idToken } = tokensOf(second);
    await counter.count('POST /introspect', () => client.introspect(fresh));
    await silently(client, browser, parameters);
    const page = await browser.get(
      `${senid.issuer}/logout?${new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: HOME })}`,
    );
    await browser.submit(page, { logout: 'yes' }, HOME);

    // Nothing is asked any more once it has stopped.
    await senid.stop();
    const table = storeCallTable(counter.requests());
    assert.ok(
      readFileSync(PAGE, 'utf8').includes(table),
      `docs/store-calls.md is stale. The calls are now:\n\n${table}\n`,
    );
  });
});
