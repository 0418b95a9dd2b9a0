import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { TestAuthority } from '../support/certificates.ts';
import { askFor, askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst, reviewFirst } from '../support/ciba-person.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { startPingReceiver, type PingReceiver } from '../support/ping-receiver.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';

/** OpenID Connect Client-Initiated Backchannel Authentication Core 1.0; section numbers are of it. */
describe('a login a relying party asks for by itself (CIBA, ping)', function () {
  this.timeout(120_000);
  let authority: TestAuthority;
  let receiver: PingReceiver;
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    authority = new TestAuthority();
    receiver = await startPingReceiver(authority);
    const env = {
      NODE_EXTRA_CA_CERTS: authority.certFile,
      SENID_EGRESS_ALLOW: receiver.host.origin,
    };
    senid = await startSenid({ name: 'ciba-ping', env });
  });
  after(async () => {
    assert.equal(await senid?.stop(), 0, 'nothing keeps the process alive');
    await receiver?.host.close();
    authority.remove();
  });
  beforeEach(async () => {
    person = await newHolder(senid);
  });

  const register = (path: string) =>
    registerCiba(senid.issuer, {
      metadata: {
        backchannel_token_delivery_mode: 'ping',
        backchannel_client_notification_endpoint: receiver.uri(path),
      },
    });

  async function ask(client: OidcClient) {
    const token = randomBytes(32).toString('base64url');
    noteSecret('client notification token', token);
    const parameters = { login_hint: person.login, client_notification_token: token };
    return { token, id: await askPerson(client, parameters) };
  }

  async function decline(): Promise<void> {
    const { browser, page } = await reviewFirst(senid, { person });
    await browser.submit(page, { cancel: '' });
  }

  it('tells the relying party that the person approved, and it fetches the tokens (10.2)', async () => {
    const client = await register('/approved');
    const { token, id } = await ask(client);
    assert.deepEqual(receiver.pingsTo('/approved'), [], 'nothing is decided yet');
    await approveFirst(senid, { person });

    const [ping] = await receiver.waitFor('/approved', 1);
    assert.equal(ping?.method, 'POST');
    assert.equal(ping.headers.authorization, `Bearer ${token}`);
    assert.match(ping.headers['content-type'] ?? '', /^application\/json\b/);
    assert.deepEqual(JSON.parse(ping.body), { auth_req_id: id });
    const { idToken } = tokensOf(await pollCiba(client, id));
    assert.ok((await client.verify(idToken)).payload.sub);
    assert.equal(receiver.pingsTo('/approved').length, 1);
  });

  it('tells of a refusal in the same words, and why is asked for (10.2, 11)', async () => {
    const client = await register('/declined');
    const { token, id } = await ask(client);
    await decline();
    const [ping] = await receiver.waitFor('/declined', 1);
    assert.equal(ping?.headers.authorization, `Bearer ${token}`);
    assert.deepEqual(JSON.parse(ping.body), { auth_req_id: id });
    assert.equal((await pollCiba(client, id)).body['error'], 'access_denied');
  });

  it('tells again whoever could not be reached', async () => {
    const client = await register('/recovers');
    receiver.answer('/recovers', 503);
    const { id } = await ask(client);
    await approveFirst(senid, { person });
    await receiver.waitFor('/recovers', 1);
    receiver.answer('/recovers', 204);
    const [failed, repeated] = await receiver.waitFor('/recovers', 2);
    assert.equal(repeated?.body, failed?.body);
    assert.equal(repeated?.headers.authorization, failed?.headers.authorization);
    tokensOf(await pollCiba(client, id));
  });

  it('gives tokens to who asks before it is told, too (7.3)', async () => {
    const client = await register('/early');
    receiver.answer('/early', 503);
    const { id } = await ask(client);
    const pending = await pollCiba(client, id);
    assert.equal(pending.body['error'], 'authorization_pending');
    await approveFirst(senid, { person });
    tokensOf(await pollCiba(client, id));
  });

  it('goes by the token of each request, where two wait', async () => {
    const client = await register('/two');
    const [one, two] = [await ask(client), await ask(client)];
    await decline();
    await decline();
    const pings = await receiver.waitFor('/two', 2);
    const told = new Map(
      pings.map(({ headers, body }) => {
        const { auth_req_id: id } = JSON.parse(body) as { auth_req_id: string };
        return [id, headers.authorization] as const;
      }),
    );
    assert.equal(told.get(one.id), `Bearer ${one.token}`);
    assert.equal(told.get(two.id), `Bearer ${two.token}`);
  });

  it('refuses a request without a token to be told with (7.1)', async () => {
    const client = await register('/tokenless');
    const { status, body } = await askFor(client, { login_hint: person.login });
    assert.equal(status, 400);
    assert.equal(body['error'], 'invalid_request');
  });

  it('has no ping without an address for it (4)', async () => {
    const metadata = { backchannel_token_delivery_mode: 'ping' };
    await assert.rejects(registerCiba(senid.issuer, { metadata }), /invalid_client_metadata/);
  });
});
