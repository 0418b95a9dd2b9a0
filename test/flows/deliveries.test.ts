import assert from 'node:assert/strict';

import {
  startLogoutReceiver,
  verifyLogoutToken,
  type LogoutReceiver,
} from '../support/logout-receiver.ts';
import { postRegistration } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';

interface ShownDelivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_attempt?: { readonly status?: number; readonly error?: string };
}

describe('deliveries to relying parties', function () {
  this.timeout(120_000);
  let receiver: LogoutReceiver;
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    receiver = await startLogoutReceiver();
    const env = { SENID_EGRESS_ALLOW: receiver.host.origin };
    senid = await startSenid({ name: 'deliveries', env });
    person = await newPerson(senid);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0);
    await receiver.host.close();
  });

  /** A public client with its registration access token. */
  async function register(path: string) {
    const redirectUri = `https://rp-of${path.replace('/', '-')}.example/callback`;
    const answer = await postRegistration(senid.issuer, {
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
      backchannel_logout_uri: receiver.uri(path),
    });
    const body = (await answer.json()) as Record<string, string>;
    const clientId = body['client_id'] ?? '';
    const token = body['registration_access_token'] ?? '';
    noteSecret('client secret', token);
    const credentials = { clientId, secret: undefined, key: undefined };
    return { client: new OidcClient(senid.issuer, redirectUri, credentials), token };
  }

  const read = (token?: string, method = 'GET') =>
    fetch(`${senid.issuer}/deliveries`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  async function settled(token: string, state: string): Promise<ShownDelivery> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await read(token);
      const { deliveries } = (await answer.json()) as { deliveries: readonly ShownDelivery[] };
      const [newest] = deliveries;
      if (newest?.state === state) return newest;
      if (Date.now() > deadline) assert.fail(JSON.stringify(deliveries));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function logInAndOut(client: OidcClient): Promise<void> {
    const { browser } = await logIn(senid, client, person, { how: 'password' });
    await browser.submit(await browser.get(`${senid.issuer}/logout`), { continue: '' });
  }

  it('are read by the relying party they are for, and nobody else', async () => {
    const { client, token } = await register('/reads');
    const other = await register('/other');
    receiver.answer('/reads', 400, '{"error":"invalid_request"}');
    await logInAndOut(client);
    const shown = await settled(token, 'dead');
    assert.deepEqual(
      [shown.kind, shown.attempts, shown.last_attempt?.status, shown.last_attempt?.error],
      ['backchannel-logout', 1, 400, 'invalid_request'],
    );
    const text = await (await read(token)).text();
    for (const hidden of [person.accountId, 'sid', 'payload', 'claim']) {
      assert.ok(!text.includes(hidden), hidden);
    }
    const others = (await (await read(other.token)).json()) as { deliveries: unknown };
    assert.deepEqual(others.deliveries, []);
  });

  it('are shown to nobody without a good token', async () => {
    const { token } = await register('/guarded');
    for (const bad of [undefined, 'nonsense', `${token}x`, token.slice(1), 'a b', '']) {
      const answer = await read(bad);
      assert.equal(answer.status, 401, bad);
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /);
    }
    assert.equal((await read(token, 'POST')).status, 405);
    const good = await read(token);
    assert.equal(good.status, 200);
    assert.equal(good.headers.get('cache-control'), 'no-store');
  });

  it('are listed and tried again on the command line, beside the server', async () => {
    const { client, token } = await register('/again');
    receiver.answer('/again', 400);
    await logInAndOut(client);
    const { id } = await settled(token, 'dead');
    const list = await runSenid(senid, ['deliveries', 'list', '--state', 'dead']);
    assert.ok(
      list.output.split('\n').some((line) => line.includes(id)),
      list.error,
    );
    assert.ok(!list.output.includes('"payload"'));
    receiver.answer('/again', 200);
    const retried = await runSenid(senid, ['deliveries', 'retry', id]);
    assert.deepEqual([retried.code, retried.output.trim()], [0, 'waiting']);
    await settled(token, 'delivered');
    const late = await runSenid(senid, ['deliveries', 'retry', id]);
    assert.equal(late.code, 1);
    assert.match(late.error, /no such delivery was given up/);
  });

  it('say that all sessions of a person end when the account is locked', async () => {
    const { client, token } = await register('/locked');
    const somebody = await newPerson(senid);
    const { claims } = await logIn(senid, client, somebody, { how: 'password' });
    const words = `accounts lock ${somebody.login} --ground own_request`.split(' ');
    const lock = await runSenid(senid, words);
    assert.equal(lock.code, 0, lock.error);
    const [post] = await receiver.waitFor('/locked', 1);
    assert.ok(post);
    const { payload } = await verifyLogoutToken(client, post);
    assert.equal(payload.sub, claims['sub']);
    assert.ok(!('sid' in payload));
    await settled(token, 'delivered');
  });
});
