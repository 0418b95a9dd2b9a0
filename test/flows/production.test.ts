import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TestAuthority } from '../support/certificates.ts';
import { registerClient } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { attemptLogin, logIn } from '../support/session-login.ts';
import { newPerson } from '../support/session-people.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';

describe('Production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'senid-production-'));
  let authority: TestAuthority;
  let gateways: SimulatorProcess;
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    authority = new TestAuthority().trustHere();
    const { certFile, keyFile } = authority.issueForLocalhost();
    const tokenFile = authority.write('gateway-token', 'token-of-the-gateways');
    const tls = ['--tls-cert-file', certFile, '--tls-key-file', keyFile];
    gateways = await startSimulator({ args: ['--gateway-token-file', tokenFile, ...tls] });

    // Keys, people and a relying party: made by a sandbox on the same data, as an operator would bring them.
    const sandbox = await startSenid({ folder, authority, name: 'before-production' });
    const { redirectUri, ...credentials } = await registerClient(sandbox.issuer, {});
    assert.equal(await sandbox.stop(), 0);
    senid = await startSenid({
      folder,
      authority,
      name: 'production',
      env: {
        SENID_MODE: 'production',
        SENID_DRAIN_SECONDS: '0',
        SMS_GATEWAY_URL: `${gateways.url}/sms/messages`,
        SMS_GATEWAY_TOKEN_FILE: tokenFile,
        MAIL_GATEWAY_URL: `${gateways.url}/mail/messages`,
        MAIL_GATEWAY_TOKEN_FILE: tokenFile,
      },
    });
    client = new OidcClient(senid.issuer, redirectUri, credentials);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    await gateways.stop();
    authority.remove();
    rmSync(folder, { recursive: true });
  });

  /** Codes come by the gateway: there is no outbox. */
  const withGateway = (): SenidProcess => ({
    ...senid,
    async code() {
      const [newest] = await gateways.messages();
      return /\d{6}/.exec(newest?.text ?? '')?.[0] ?? '';
    },
  });

  it('starts with both gateways, and serves a whole login over TLS, its code by text message', async () => {
    const person = await newPerson(senid);
    const { claims } = await logIn(withGateway(), client, person, { how: 'password' });
    assert.equal(claims['iss'], senid.issuer);
    const [message] = await gateways.messages();
    assert.equal(message?.channel, 'sms');
    assert.match(message?.text ?? '', /^SenID: .*\d{6}/);
  });

  it('says that no code could be sent when the gateway does not take it, and serves again when it does', async () => {
    const person = await newPerson(senid);
    await gateways.addFault({ system: 'sms', kind: 'error' });
    const browser = new Browser();
    const { answer } = await attemptLogin(withGateway(), client, person, {
      browser,
      how: 'password',
    });
    assert.equal(answer.status, 503);
    assert.ok(answer.headers.get('retry-after'));
    await gateways.clearFaults();
    const { claims } = await logIn(withGateway(), client, person, { how: 'password' });
    assert.equal(claims['iss'], senid.issuer);
  });

  it('has nothing of a sandbox: no outbox, no list of people, no hint of either, no simulator', async () => {
    for (const path of ['/sandbox/outbox', '/sandbox/personas']) {
      assert.equal((await fetch(senid.issuer + path)).status, 404, path);
    }
    const front = await (await fetch(senid.issuer)).text();
    const { url } = client.authorize();
    const signIn = await new Browser().send(url);
    for (const page of [front, signIn.body]) assert.doesNotMatch(page, /sandbox\//);
    assert.doesNotMatch(senid.output(), /Senid!2026|099090000011/);
    await assert.rejects(fetch(senid.simulator));
  });

  it('lets nobody register without an invitation', async () => {
    await assert.rejects(registerClient(senid.issuer, {}), /registration: /);
  });
});
