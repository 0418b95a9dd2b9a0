import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, obtainCode, responseOf, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const LOW = 'urn:senid:loa:low';
const SUBSTANTIAL = 'urn:senid:loa:substantial';
const HIGH = 'urn:senid:loa:high';
const UNMET = 'unmet_authentication_requirements';

const essential = (acr: unknown) => ({ claims: JSON.stringify({ id_token: { acr } }) });
const value = (acr: string) => essential({ essential: true, value: acr });
const values = (...acrs: string[]) => essential({ essential: true, values: acrs });

describe('a request for more than the session has', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let browser: Browser;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await newPerson(senid);
    ({ browser } = await logIn(senid, client, person, { how: 'password' }));
  });

  const refused: readonly (readonly [string, Record<string, string>, string])[] = [
    ['substantial', { acr_values: SUBSTANTIAL }, UNMET],
    ['high', { acr_values: HIGH }, UNMET],
    ['only an unknown value', { acr_values: 'urn:example:any' }, UNMET],
    [
      'only unknown values, one named like a member of objects',
      { acr_values: 'constructor __proto__' },
      UNMET,
    ],
    ['low in capitals', { acr_values: LOW.toUpperCase() }, UNMET],
    ['low behind a tab', { acr_values: `${SUBSTANTIAL}\t${LOW}` }, UNMET],
    ['low behind a no-break space', { acr_values: `${SUBSTANTIAL}\u00a0${LOW}` }, UNMET],
    ['an essential value', value(SUBSTANTIAL), UNMET],
    ['essential values', values(SUBSTANTIAL, HIGH), UNMET],
    [
      'an essential value, with low in acr_values',
      { acr_values: LOW, ...value(SUBSTANTIAL) },
      UNMET,
    ],
    [
      'low as essential, with substantial in acr_values',
      { acr_values: SUBSTANTIAL, ...value(LOW) },
      UNMET,
    ],
    [
      'an unknown essential value, with low in acr_values',
      { acr_values: LOW, ...value('urn:x') },
      UNMET,
    ],
    ['an empty list of essential values', values(), 'invalid_request'],
    [
      'value and values at odds',
      essential({ essential: true, value: SUBSTANTIAL, values: [LOW] }),
      'invalid_request',
    ],
    ['an essential number', essential({ essential: true, value: 1 }), 'invalid_request'],
    ['an essential null', essential({ essential: true, value: null }), 'invalid_request'],
    [
      'essential values in a string',
      essential({ essential: true, values: LOW }),
      'invalid_request',
    ],
    [
      'essential written as text',
      essential({ essential: 'true', value: SUBSTANTIAL }),
      'invalid_request',
    ],
    ['acr as text', essential(SUBSTANTIAL), 'invalid_request'],
    ['acr as a list', essential([SUBSTANTIAL]), 'invalid_request'],
    ['claims that are no JSON', { claims: '{"id_token":' }, 'invalid_request'],
    ['claims that are a list', { claims: '[]' }, 'invalid_request'],
  ];
  for (const [title, parameters, error] of refused) {
    it(`ends with ${error} when it asks for ${title}`, async () => {
      const response = await silently(client, browser, parameters);
      assert.equal(response.get('error'), error);
      assert.equal(response.get('code'), null);
    });
  }

  it('is met by the first value that can be had, and the answer says which', async () => {
    for (const acr_values of [`${SUBSTANTIAL} ${LOW}`, `${LOW} ${SUBSTANTIAL}`, `urn:x ${LOW}`]) {
      assert.ok((await silently(client, browser, { acr_values })).has('code'), acr_values);
    }
    const { claims } = await logIn(senid, client, person, {
      browser,
      parameters: { prompt: 'none', acr_values: `${SUBSTANTIAL} ${LOW}` },
    });
    assert.equal(claims['acr'], LOW);
  });

  it('is refused when it names acr_values, claims or prompt twice', async () => {
    for (const twice of [
      `acr_values=${SUBSTANTIAL}&acr_values=${LOW}`,
      `claims=${encodeURIComponent(value(SUBSTANTIAL).claims)}&claims={}`,
      'prompt=none&prompt=none',
    ]) {
      const { url } = client.authorize();
      const response = responseOf(await browser.send(`${url}&${twice}`), client);
      assert.equal(response?.get('code') ?? null, null, twice);
      assert.equal(response?.get('error') ?? 'invalid_request', 'invalid_request', twice);
    }
  });

  it('cannot be weakened beside a pushed request', async () => {
    const pushed = await client.push({ acr_values: SUBSTANTIAL, prompt: 'none' });
    const weaker = new URLSearchParams({ acr_values: LOW, claims: '{}', scope: 'openid' });
    const response = responseOf(await browser.send(`${pushed.url}&${weaker}`), client);
    assert.equal(response?.get('error'), UNMET);
  });

  it('must be pushed by a client that says so of itself: in the URL it is refused', async () => {
    const metadata = { require_pushed_authorization_requests: true };
    const pushing = await OidcClient.register(senid.issuer, { metadata });
    for (const parameters of [
      {},
      { prompt: 'none' },
      { request_uri: 'urn:ietf:params:oauth:request_uri:x' },
    ]) {
      const answer = await browser.send(pushing.authorize(parameters).url);
      assert.equal(responseOf(answer, pushing)?.get('code') ?? null, null);
      assert.ok(!(answer.headers.get('location') ?? '').startsWith('/interaction/'));
    }
    await logIn(senid, pushing, person, { how: 'password', push: true });
  });

  it('is not forgotten when it was registered as default_acr_values', async () => {
    const metadata = { default_acr_values: [SUBSTANTIAL] };
    const strict = await OidcClient.register(senid.issuer, { metadata });
    const options = { how: 'password', until: 'step-up' } as const;
    assert.equal(stepOn((await attemptLogin(senid, strict, person, options)).answer), 'step-up');
  });

  it('is never below the registered floor of the client, whatever the request leaves out', async () => {
    const strict = await clientWithFloor(senid, SUBSTANTIAL);
    for (const parameters of [{}, { acr_values: LOW }, { acr_values: `${LOW} phr` }, value(LOW)]) {
      const options = { how: 'password', until: 'step-up', parameters } as const;
      const outcome = await attemptLogin(senid, strict, person, options);
      assert.equal(stepOn(outcome.answer), 'step-up', JSON.stringify(parameters));
      const silent = await silently(strict, outcome.browser, parameters);
      assert.equal(silent.get('code'), null);
    }
  });

  it('leaves the strength of a token alone when it is refreshed', async () => {
    const weak = await obtainCode(senid, client, person, { browser });
    const { body } = await client.redeem(weak.code, weak.attempt);
    const refreshed = await client.refresh(String(body['refresh_token']), {
      acr_values: SUBSTANTIAL,
    });
    const { payload } = await client.verify(String(refreshed.body['id_token']));
    assert.equal(payload['acr'], LOW);
  });
});

/** As agreed with an organisation: through the register, not through dynamic registration. */
async function clientWithFloor(senid: SenidProcess, acrFloor: string): Promise<OidcClient> {
  const client = await OidcClient.register(senid.issuer);
  await withStores(senid, async ({ clients }) => {
    const record = await clients.find(client.clientId);
    assert.ok(record);
    await clients.save({ ...record, policy: { ...record.policy, acrFloor } });
  });
  return client;
}
