import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { TestAuthority } from '../support/certificates.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { FapiParty } from '../support/fapi-party.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { insertPerson } from '../support/session-people.ts';
import { serialShown } from '../support/shown-certificate.ts';

describe('A node of several processes that speaks TLS', function () {
  this.timeout(180_000);
  let authority: TestAuthority;
  let distributed: DistributedStores;
  let senid: SenidProcess;
  let files: Readonly<Record<'TLS_CERT_FILE' | 'TLS_KEY_FILE', string>>;

  before(async () => {
    authority = new TestAuthority().trustHere();
    const { cert, key } = authority.issueForLocalhost();
    files = {
      TLS_CERT_FILE: authority.write('server.crt', cert),
      TLS_KEY_FILE: authority.write('server.key', key),
    };
    distributed = await startDistributedStores();
    senid = await startSenid({
      name: 'tls-workers',
      authority,
      env: { ...distributed.env, ...files },
      args: ['--workers', '2'],
    });
  });

  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    await distributed.stop();
    authority.remove();
  });

  for (const constraint of ['dpop', 'mtls'] as const) {
    it(`serves a bank with ${constraint}: one process takes the nonces and proofs of the other`, async () => {
      const stores = await distributed.open();
      const person = await insertPerson(stores, senid.issuer);
      await stores.close();
      // Each of its requests is a connection of its own, which the next process in line is given.
      const party = await FapiParty.register(senid, authority, {
        tier: 'bank',
        authentication: 'tls_client_auth',
        constraint,
      });
      const tokens = await party.logIn(person);
      for (let times = 0; times < 4; times += 1) {
        assert.equal((await party.userinfo(tokens)).sub, tokens.claims()?.sub);
      }
    });
  }

  it('has every process notice a new certificate', async () => {
    const next = authority.issueForLocalhost();
    copyFileSync(next.certFile, files.TLS_CERT_FILE);
    copyFileSync(next.keyFile, files.TLS_KEY_FILE);
    const { serialNumber } = new X509Certificate(next.cert);
    const deadline = Date.now() + 60_000;
    // Each connection is taken by the next process in line.
    for (let inARow = 0; inARow < 10;) {
      assert.ok(Date.now() < deadline, 'all present it by now');
      const shown = await serialShown(senid.issuer, authority.cert);
      inARow = shown === serialNumber ? inARow + 1 : 0;
      await delay(100);
    }
    assert.equal((await fetch(`${senid.issuer}/health/ready`)).status, 200);
  });
});
