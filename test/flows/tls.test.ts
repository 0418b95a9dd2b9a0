import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

import { TestAuthority } from '../support/certificates.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, newHolder } from '../support/session-login.ts';
import { serialShown } from '../support/shown-certificate.ts';

/** RFC 9325, section 4.2, and what TLS 1.3 has. */
const GOOD_SUITES = new Set([
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
]);

describe('TLS in the program itself', () => {
  let authority: TestAuthority;
  let senid: SenidProcess;
  let certFile: string;
  let keyFile: string;

  before(async () => {
    authority = new TestAuthority().trustHere();
    const first = authority.issueForLocalhost();
    certFile = authority.write('server.crt', first.cert);
    keyFile = authority.write('server.key', first.key);
    const env = { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile };
    senid = await startSenid({ name: 'tls', authority, env });
  });

  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    authority.remove();
  });

  it('serves a whole login under its https issuer', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, client, await newHolder(senid));
    assert.equal(claims['iss'], senid.issuer);
    assert.match(senid.issuer, /^https:/);
  });

  it('tells browsers to come by https only (RFC 6797)', async () => {
    const { headers } = await fetch(`${senid.issuer}/`);
    assert.match(headers.get('strict-transport-security') ?? '', /^max-age=\d{7,}/);
  });

  it('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const shaken = await shake({ minVersion: version, maxVersion: version });
      assert.equal(shaken.getProtocol(), version);
      assert.ok(GOOD_SUITES.has(shaken.getCipher().name), shaken.getCipher().name);
      shaken.destroy();
    }
    // At security level 0 this side would talk to anybody.
    const ciphers = 'ALL:@SECLEVEL=0';
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      await assert.rejects(shake({ minVersion: version, maxVersion: version, ciphers }));
    }
  });

  it('agrees to no suite beyond BCP 195, whoever proposes it', async () => {
    const others = [
      'ECDHE-ECDSA-AES128-SHA',
      'ECDHE-ECDSA-AES256-SHA384',
      'ECDHE-ECDSA-AES128-CCM',
      'ECDHE-ECDSA-CHACHA20-POLY1305',
      'AES128-GCM-SHA256',
      'AES256-SHA',
    ];
    for (const ciphers of others) {
      const proposal = { ciphers: `${ciphers}:@SECLEVEL=0`, maxVersion: 'TLSv1.2' } as const;
      await assert.rejects(shake(proposal), ciphers);
    }
    // Its own order counts: the last of these is the strongest.
    const shaken = await shake({
      ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384',
      maxVersion: 'TLSv1.2',
    });
    assert.equal(shaken.getCipher().name, 'ECDHE-ECDSA-AES256-GCM-SHA384');
    shaken.destroy();
  });

  it('asks browsers for no certificate: that is a port of its own', async () => {
    assert.equal(await asksForCertificate(new URL(senid.issuer).port), false);
    assert.equal(await asksForCertificate(new URL(senid.mutualTlsOrigin).port), true);
  });

  it('serves nothing for browsers where it asks for certificates', async () => {
    for (const path of ['/', '/authorize', '/jwks', '/register', '/interaction/x', '/logout']) {
      assert.equal((await fetch(`${senid.mutualTlsOrigin}${path}`)).status, 404, path);
    }
    assert.equal((await fetch(`${senid.mutualTlsOrigin}/userinfo`)).status, 401);
  });

  it('takes a new certificate without a restart, and goes on with the old one while the files do not match', async () => {
    const before = await serialShown(senid.issuer, authority.cert);
    const next = authority.issueForLocalhost();
    copyFileSync(next.certFile, certFile);
    await until(() => /tls\.not_renewed/.test(senid.output()));
    assert.equal(await serialShown(senid.issuer, authority.cert), before);
    copyFileSync(next.keyFile, keyFile);
    await until(() => /tls\.renewed/.test(senid.output()));
    assert.notEqual(await serialShown(senid.issuer, authority.cert), before);
    assert.equal((await fetch(`${senid.issuer}/health/ready`)).status, 200);
    assert.equal((await fetch(`${senid.mutualTlsOrigin}/userinfo`)).status, 401);
  });

  function shake(options: ConnectionOptions): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      const port = Number(new URL(senid.issuer).port);
      const socket = connect({ host: 'localhost', port, ca: authority.cert, ...options });
      socket.once('secureConnect', () => resolve(socket));
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed before the handshake was over')));
    });
  }

  async function asksForCertificate(port: string): Promise<boolean> {
    const { cert, key } = authority.selfSigned('/CN=visitor');
    const socket = await shake({ port: Number(port), cert, key, maxVersion: 'TLSv1.2' });
    // What it would take in a certificate: said with the question for one (RFC 5246, section 7.4.4), not otherwise.
    const asked = socket.getSharedSigalgs().length > 0;
    socket.destroy();
    return asked;
  }
});

async function until(met: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!met()) {
    if (Date.now() > deadline) throw new Error('not in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
