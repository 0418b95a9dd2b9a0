import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { openKeyFile } from '../../adapters/signer/open-key-file.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { memoryHolds } from '../support/process-memory.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, newHolder, obtainCode } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { startSigner, type SignerProcess } from '../support/signer-process.ts';

describe('With its keys at a signer, SenID', () => {
  const folder = mkdtempSync(join(tmpdir(), 'senid-test-'));
  let signer: SignerProcess;
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  const env: Record<string, string> = {};

  before(async () => {
    signer = await startSigner(folder);
    env['SENID_SIGNER'] = signer.address;
    senid = await startSenid({ env, folder, name: 'signer' });
    client = await OidcClient.register(senid.issuer);
    person = await newHolder(senid);
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    await signer.stop();
  });

  const keys = async (...words: string[]) => {
    const { code, output, error } = await runSenid({ ...senid, env }, ['keys', ...words]);
    assert.equal(code, 0, error);
    return output;
  };
  const isReady = async () => (await fetch(`${senid.issuer}/health/ready`)).status === 200;

  async function until(what: string, done: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await done())) {
      assert.ok(Date.now() < deadline, what);
      await pause(50);
    }
  }

  for (const alg of ['ES256', 'EdDSA', 'PS256', 'RS256']) {
    it(`signs with ${alg} as it does with its own`, async () => {
      const metadata = { id_token_signed_response_alg: alg };
      const at = await OidcClient.register(senid.issuer, { metadata });
      const { idToken, refreshToken, browser } = await logIn(senid, at, person);
      const { protectedHeader } = await at.verify(idToken);
      assert.equal(protectedHeader.alg, alg);
      await at.verify(tokensOf(await at.refresh(refreshToken)).idToken);
      const hinted = at.authorize({ prompt: 'none', id_token_hint: idToken });
      const location = (await browser.send(hinted.url)).headers.get('location') ?? '';
      assert.match(location, /[?&]code=/, 'it verifies its own hints');
    });
  }

  it('publishes what the signer has, and offers the same algorithms', async () => {
    const json = async (path: string) =>
      (await (await fetch(`${senid.issuer}${path}`)).json()) as Record<string, unknown[]>;
    const list = await keys('list');
    for (const key of (await json('/jwks'))['keys'] as Record<string, unknown>[]) {
      assert.match(list, new RegExp(`^${String(key['kid'])} +${String(key['alg'])} +current`, 'm'));
      assert.ok(!('d' in key));
    }
    const { id_token_signing_alg_values_supported: offered } = await json(
      '/.well-known/openid-configuration',
    );
    assert.deepEqual(offered, ['ES256', 'EdDSA', 'PS256', 'RS256']);
  });

  it('never has a private key in its memory', async () => {
    await logIn(senid, client, person);
    const held = await openKeyFile(signer.keysFile, signer.secretFile).list();
    for (const { alg, jwk } of held.filter((key) => key.alg === 'ES256' || key.alg === 'EdDSA')) {
      const raw = Buffer.from(jwk.d ?? '', 'base64url');
      const forms = [raw, raw.toReversed(), Buffer.from(jwk.d ?? '')];
      assert.equal(raw.length, 32, alg);
      assert.equal(memoryHolds(senid.pid, forms), false, `${alg}: in the web process`);
      assert.equal(memoryHolds(signer.pid, forms), true, `${alg}: found where it is`);
    }
  });

  it('answers 503 and spends nothing while the signer is away, and goes on when it is back', async () => {
    const first = await obtainCode(senid, client, person);
    const { refreshToken } = await logIn(senid, client, person);
    await signer.stop('SIGKILL');
    await until('it notices', async () => !(await isReady()));
    for (const refused of [
      await client.redeem(first.code, first.attempt),
      await client.refresh(refreshToken),
    ]) {
      assert.equal(refused.status, 503);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      assert.equal(typeof refused.body['request_id'], 'string');
    }
    assert.equal((await fetch(`${senid.issuer}/jwks`)).status, 200);
    signer = await startSigner(folder);
    await until('it is ready again', isReady);
    await client.verify(tokensOf(await client.redeem(first.code, first.attempt)).idToken);
    await client.verify(tokensOf(await client.refresh(refreshToken)).idToken);
  });

  it('answers 503 when the signer is there and does not answer', async () => {
    const { refreshToken } = await logIn(senid, client, person);
    process.kill(signer.pid, 'SIGSTOP');
    await until('it notices', async () => !(await isReady()));
    assert.equal((await client.refresh(refreshToken)).status, 503);
    process.kill(signer.pid, 'SIGCONT');
    await until('it is ready again', isReady);
    await client.verify(tokensOf(await client.refresh(refreshToken)).idToken);
  });

  it('takes part when keys are rotated and taken away there', async () => {
    const rotated = await keys('rotate', '--alg', 'ES256', '--lead', '3');
    const next = /ES256 (\S+) signs/.exec(rotated)?.[1] ?? '';
    let { refreshToken, idToken } = await logIn(senid, client, person);
    await until('the next key signs', async () => {
      ({ refreshToken, idToken } = tokensOf(await client.refresh(refreshToken)));
      return (await client.verify(idToken)).protectedHeader.kid === next;
    });
    const output = await keys('retire', next, '--compromised');
    const successor = /^removed; (\S+) signs$/m.exec(output)?.[1] ?? '';
    const jwks = async () => (await fetch(`${senid.issuer}/jwks`)).text();
    await until('it is published no more', async () => !(await jwks()).includes(next));
    const renewed = tokensOf(await client.refresh(refreshToken));
    assert.equal((await client.verify(renewed.idToken)).protectedHeader.kid, successor);
    await assert.rejects(client.verify(idToken));
  });

  it('does not start without the signer, and says so in one line', async () => {
    const absent = { SENID_SIGNER: `unix:${folder}/nobody.sock` };
    await assert.rejects(
      startSenid({ env: absent, name: 'no-signer' }),
      /senid: signer: the one SENID_SIGNER names does not answer\n/,
    );
  });
});
