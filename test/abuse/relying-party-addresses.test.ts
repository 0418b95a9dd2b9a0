import assert from 'node:assert/strict';

import { startOddHost, type OddHost } from '../support/odd-host.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { postRegistration } from '../support/oidc-client-registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { logIn, newHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const REDIRECT = 'https://rp-of-addresses.example/callback';

/** SSRF by whatever address a relying party may register; nobody on this machine is allowed to be asked. */
describe('an address that leads inside', () => {
  let senid: SenidProcess;
  let inner: OddHost;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await newHolder(senid);
    inner = await startOddHost((_request, response) => response.end(`["${REDIRECT}"]`));
  });
  after(() => inner.close());

  const inside = () => [
    `http://127.0.0.1:${inner.port}/`,
    `https://127.0.0.1:${inner.port}/`,
    `https://localhost:${inner.port}/`,
    `https://0x7f000001:${inner.port}/`,
    `https://[::ffff:127.0.0.1]:${inner.port}/`,
    `https://2130706433:${inner.port}/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://127.0.0.1/',
  ];

  it('is not fetched as sector_identifier_uri, and all of them are refused in the same words', async () => {
    const said = new Set<string>();
    for (const sector_identifier_uri of inside().filter((uri) => uri.startsWith('https:'))) {
      const answer = await postRegistration(senid.issuer, {
        redirect_uris: [REDIRECT],
        sector_identifier_uri,
      });
      assert.equal(answer.status, 400, sector_identifier_uri);
      const { error, error_description: text } = (await answer.json()) as Record<string, string>;
      said.add(`${error} ${text}`);
    }
    assert.equal(said.size, 1, [...said].join('\n'));
    assert.equal(inner.connections(), 0);
  });

  it('is not fetched as jwks_uri, whether the port is open or not', async () => {
    const said = new Set<string>();
    for (const jwks_uri of inside()) {
      const answer = await postRegistration(senid.issuer, {
        redirect_uris: [REDIRECT],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks_uri,
      });
      const body = (await answer.json()) as Record<string, string>;
      if (answer.status !== 201) continue;
      const clientId = String(body['client_id']);
      const donor = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
      const client = new OidcClient(senid.issuer, REDIRECT, { ...donor.credentials, clientId });
      const { status, body: refused } = await client.post('/par', client.authorize().parameters);
      said.add(`${status} ${String(refused['error'])} ${String(refused['error_description'])}`);
    }
    assert.equal(said.size, 1, [...said].join('\n'));
    assert.match([...said].join(), /^40[01] /);
    assert.equal(inner.connections(), 0);
  });

  it('gets no logout token, and the relying party reads the same of all of them', async () => {
    const said = new Set<string>();
    for (const backchannel_logout_uri of inside().slice(0, 3)) {
      const client = await OidcClient.register(senid.issuer, {
        metadata: { backchannel_logout_uri },
      });
      const { browser } = await logIn(senid, client, person);
      await browser.submit(await browser.get(`${senid.issuer}/logout`), { continue: '' });
      said.add(await outcomeOf(client));
    }
    assert.deepEqual([...said], ['waiting undefined no_answer']);
    assert.equal(inner.connections(), 0);
  });

  async function outcomeOf({ clientId }: OidcClient): Promise<string> {
    for (;;) {
      const [delivery] = await withStores(senid, ({ deliveries }) =>
        deliveries.list({ clientId, limit: 1 }),
      );
      const { state, lastAttempt } = delivery ?? {};
      if (lastAttempt !== undefined) return `${state} ${lastAttempt.status} ${lastAttempt.error}`;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
