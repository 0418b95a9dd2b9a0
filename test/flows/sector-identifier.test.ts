import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

import { TestAuthority } from '../support/certificates.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { askRegistration, managedOf } from '../support/registration.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, newHolder } from '../support/session-login.ts';

const FIRST = 'https://one.sector.example/callback';
const SECOND = 'https://two.sector.example/callback';

/** OpenID Connect Core, section 8.1; OIDC Registration, section 5 */
describe('relying parties of one sector', () => {
  let senid: SenidProcess;
  let server: Server;
  let origin: string;
  let listed: unknown = [FIRST, SECOND];
  let reads = 0;

  const authority = new TestAuthority();

  before(async () => {
    const certificate = authority.issueForLocalhost();
    server = createServer(
      { cert: certificate.cert, key: certificate.key },
      (_request, response) => {
        reads += 1;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(listed));
      },
    );
    await once(server.listen(0, 'localhost'), 'listening');
    origin = `https://localhost:${(server.address() as AddressInfo).port}`;
    senid = await startSenid({
      name: 'sector',
      env: { NODE_EXTRA_CA_CERTS: authority.certFile, SENID_EGRESS_ALLOW: origin },
    });
  });
  after(async () => {
    await senid.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    authority.remove();
  });

  const register = (
    redirectUris: readonly string[],
    more: Readonly<Record<string, unknown>> = {},
  ) =>
    askRegistration(`${senid.issuer}/register`, {
      body: { redirect_uris: redirectUris, client_name: 'Một ngành', ...more },
    });
  const inSector = (redirectUris: readonly string[]) =>
    register(redirectUris, { sector_identifier_uri: `${origin}/sector.json` });

  it('must say which, where they are on more than one host', async () => {
    const { status, body } = await register([FIRST, SECOND]);
    assert.equal(status, 400);
    assert.match(String(body['error_description']), /sector_identifier_uri/);
    assert.equal((await inSector([FIRST, SECOND])).status, 201);
  });

  it('are listed in its document, all of them, at update as at creation', async () => {
    const { uri, token, metadata } = managedOf(await inSector([FIRST]));
    const strange = 'https://three.sector.example/callback';
    assert.equal((await inSector([FIRST, strange])).status, 400);
    const body = { ...metadata, redirect_uris: [FIRST, strange] };
    assert.equal((await askRegistration(uri, { method: 'PUT', token, body })).status, 400);
    for (const wrong of ['x', { a: 1 }, [1], [[FIRST]], null]) {
      listed = wrong;
      assert.equal((await inSector([FIRST])).status, 400, JSON.stringify(wrong));
    }
    listed = [FIRST, SECOND];
  });

  it('know a person by the same sub, and the document is not read when people log in', async () => {
    const person = await newHolder(senid);
    const subs = new Set<unknown>();
    const before = reads;
    let registered = 0;
    for (const redirectUri of [FIRST, SECOND]) {
      const { metadata } = managedOf(await inSector([redirectUri]));
      registered += 1;
      const client = new OidcClient(senid.issuer, redirectUri, {
        clientId: String(metadata['client_id']),
        secret: String(metadata['client_secret']),
        key: undefined,
      });
      subs.add((await logIn(senid, client, person)).claims['sub']);
    }
    assert.equal(subs.size, 1);
    assert.equal(reads - before, registered);
  });
});
