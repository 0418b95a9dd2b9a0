import assert from 'node:assert/strict';

import type { Delivery } from '../../clients/delivery.ts';
import {
  startLogoutReceiver,
  verifyLogoutToken,
  type LogoutReceiver,
} from '../support/logout-receiver.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { logIn, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { withStores } from '../support/session-server.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

describe('back-channel logout', function () {
  this.timeout(120_000);
  let receiver: LogoutReceiver;
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    receiver = await startLogoutReceiver();
    await restart();
    person = await newPerson(senid);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, 'nothing keeps the process alive');
    await receiver.host.close();
  });

  async function restart(folder?: string): Promise<void> {
    const env = { SENID_EGRESS_ALLOW: receiver.host.origin };
    senid = await startSenid({ name: 'backchannel', env, ...(folder && { folder }) });
  }

  const register = (path: string, metadata: Record<string, unknown> = {}) =>
    OidcClient.register(senid.issuer, {
      metadata: { backchannel_logout_uri: receiver.uri(path), ...metadata },
    });

  /** Logged in at each of them in one session, in turn. */
  async function logInAt(clients: readonly OidcClient[]) {
    let browser: Browser | undefined;
    const logins = [];
    for (const client of clients) {
      const login = await logIn(senid, client, person, {
        how: 'password',
        ...(browser && { browser }),
      });
      browser = login.browser;
      logins.push(login);
    }
    assert.ok(browser);
    return { browser, logins };
  }

  async function logOut(browser: Browser, answer: 'continue' | 'cancel' = 'continue') {
    const page = await browser.get(`${senid.issuer}/logout`);
    return browser.submit(page, { [answer]: '' });
  }

  const deliveriesTo = (client: OidcClient) =>
    withStores(senid, ({ deliveries }) => deliveries.list({ clientId: client.clientId, limit: 9 }));

  async function deliveryTo(client: OidcClient, state: Delivery['state']): Promise<Delivery> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const [delivery] = await deliveriesTo(client);
      if (delivery?.state === state) return delivery;
      if (Date.now() > deadline) assert.fail(`it is ${JSON.stringify(delivery)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('is announced', async () => {
    const document = await fetch(`${senid.issuer}/.well-known/openid-configuration`);
    const metadata = (await document.json()) as Record<string, unknown>;
    assert.equal(metadata['backchannel_logout_supported'], true);
    assert.equal(metadata['backchannel_logout_session_supported'], true);
    assert.ok(!('frontchannel_logout_supported' in metadata), 'the other ways are not there');
    assert.ok(!('check_session_iframe' in metadata));
  });

  it('tells each relying party of the session once, in the words it asked for', async () => {
    const bySub = await register('/sub');
    const bySid = await register('/sid', { backchannel_logout_session_required: true });
    const without = await OidcClient.register(senid.issuer);
    const elsewhere = await register('/elsewhere');
    await logInAt([elsewhere]);
    const { browser, logins } = await logInAt([bySub, bySid, without]);
    assert.equal(logins[0]?.claims['sid'], undefined, 'sid is for who wants it');
    assert.equal(typeof logins[1]?.claims['sid'], 'string');
    await logOut(browser);

    const [sub] = await receiver.waitFor('/sub', 1);
    assert.equal(sub?.contentType, 'application/x-www-form-urlencoded');
    const first = await verifyLogoutToken(bySub, sub);
    assert.equal(first.protectedHeader.alg, 'ES256');
    assert.equal(first.payload.sub, logins[0]?.claims['sub'], 'the pairwise one');
    assert.deepEqual(first.payload['events'], { [EVENT]: {} });
    assert.ok(!('nonce' in first.payload) && !('sid' in first.payload));
    const { iat = 0, exp = 0 } = first.payload;
    assert.ok(exp > iat && exp - iat <= 120);

    const [sid] = await receiver.waitFor('/sid', 1);
    assert.ok(sid);
    const second = await verifyLogoutToken(bySid, sid);
    assert.equal(second.payload['sid'], logins[1]?.claims['sid']);
    assert.equal(second.payload.sub, logins[1]?.claims['sub']);
    assert.notEqual(second.payload.sub, first.payload.sub);
    assert.notEqual(second.payload.jti, first.payload.jti);

    const delivered = await deliveryTo(bySid, 'delivered');
    assert.deepEqual([delivered.attempts, delivered.lastAttempt?.status], [1, 200]);
    assert.deepEqual(receiver.postsTo('/elsewhere'), [], 'another session goes on');
    assert.equal((await silently(bySub, browser)).get('error'), 'login_required');
    const events = await withStores(senid, ({ audit }) =>
      audit.list({ type: 'delivery.ended', limit: 20 }),
    );
    const event = events.find(({ clientId }) => clientId === bySid.clientId);
    assert.equal(event?.accountId, person.accountId);
    assert.equal(event.data['outcome'], 'delivered');
  });

  it('signs with the algorithm of the ID tokens', async () => {
    const client = await register('/alg', { id_token_signed_response_alg: 'EdDSA' });
    const { browser } = await logInAt([client]);
    await logOut(browser);
    const [post] = await receiver.waitFor('/alg', 1);
    assert.ok(post);
    assert.equal((await verifyLogoutToken(client, post)).protectedHeader.alg, 'EdDSA');
  });

  it('tells only the relying party that asked, when the person chooses to stay', async () => {
    const [asking, other] = [await register('/asking'), await register('/other')];
    const { browser, logins } = await logInAt([asking, other]);
    const hint = logins[0]?.idToken ?? '';
    const page = await browser.get(`${senid.issuer}/logout?id_token_hint=${hint}`);
    await browser.submit(page, { cancel: '' });
    await receiver.waitFor('/asking', 1);
    assert.ok((await silently(other, browser)).has('code'), 'the session goes on');
    assert.deepEqual(receiver.postsTo('/other'), []);
  });

  it('tells the relying parties of the session that another account takes the place of', async () => {
    const client = await register('/switched');
    const { browser } = await logInAt([client]);
    const second = await newPerson(senid);
    const { url } = client.authorize({ prompt: 'select_account' });
    const choice = await browser.get(url);
    const signIn = await browser.submit(choice, { 'not-you': '' });
    await walk(browser, signIn, { senid, person: second, how: 'password' }, client.redirectUri);
    const [post] = await receiver.waitFor('/switched', 1);
    assert.ok(post);
    await verifyLogoutToken(client, post);
  });

  it('tries again when it failed, with a token that is fresh', async () => {
    const client = await register('/recovers');
    receiver.answer('/recovers', 503);
    const { browser } = await logInAt([client]);
    await logOut(browser);
    await receiver.waitFor('/recovers', 1);
    receiver.answer('/recovers', 204);
    const [failed, repeated] = await receiver.waitFor('/recovers', 2);
    assert.ok(failed && repeated);
    const [one, two] = [
      await verifyLogoutToken(client, failed),
      await verifyLogoutToken(client, repeated),
    ];
    assert.notEqual(one.payload.jti, two.payload.jti);
    const { attempts, lastAttempt } = await deliveryTo(client, 'delivered');
    assert.deepEqual([attempts, lastAttempt?.status], [2, 204]);
  });

  it('gives up at once what the relying party refuses, and keeps why', async () => {
    const client = await register('/refuses');
    receiver.answer('/refuses', 400, '{"error":"invalid_request","error_description":"no"}');
    const { browser } = await logInAt([client]);
    await logOut(browser);
    const { attempts, lastAttempt } = await deliveryTo(client, 'dead');
    assert.equal(attempts, 1);
    assert.deepEqual([lastAttempt?.status, lastAttempt?.error], [400, 'invalid_request']);
    assert.equal(receiver.postsTo('/refuses').length, 1);
  });

  it('does not make the person wait for a relying party that hangs', async () => {
    const client = await register('/hangs');
    receiver.answer('/hangs', 'hang');
    const { browser } = await logInAt([client]);
    const end = await logOut(browser);
    assert.equal(end.status, 200);
    assert.equal((await deliveriesTo(client))[0]?.state, 'waiting');
    receiver.answer('/hangs', 200);
    await deliveryTo(client, 'delivered');
  });

  it('forgets nothing when the process is killed', async () => {
    const client = await register('/killed');
    receiver.answer('/killed', 500);
    const { browser } = await logInAt([client]);
    await logOut(browser);
    await senid.stop('SIGKILL');
    const before = receiver.postsTo('/killed').length;
    receiver.answer('/killed', 200);
    const { folder } = senid;
    await restart(folder);
    // What it had claimed when it was killed is claimed for half a minute.
    const posts = await receiver.waitFor('/killed', before + 1, 60_000);
    assert.ok(posts.at(-1));
    await deliveryTo(client, 'delivered');
  });
});
