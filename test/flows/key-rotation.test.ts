import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

import type { JSONWebKeySet } from 'jose';

import { RETENTION_MS } from '../../provider/key-states.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { walk } from '../support/session-journey.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  responseOf,
  type LoggedIn,
  type Outcome,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { withStores } from '../support/session-server.ts';
import { TokenLoad } from '../support/token-load.ts';

const LEAD_SECONDS = '6';
const AT_ONCE = 16;
const env = { SENID_JWKS_MAX_AGE: '1' };

describe('The signing keys, rotated under load,', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let login: LoggedIn;
  let begun: Outcome;
  let load: TokenLoad;

  before('somebody logs in, and a relying party goes on and on', async () => {
    senid = await startSenid({ env, name: 'key-rotation' });
    client = await OidcClient.register(senid.issuer);
    person = await newHolder(senid);
    login = await logIn(senid, client, person);
    begun = await attemptLogin(senid, client, person, { until: 'sign-in' });
    load = new TokenLoad(client, login.browser, AT_ONCE);
  });
  after(async () => {
    await load.end();
    assert.equal(await senid.stop(), 0, senid.output());
  });

  const keys = async (...words: string[]) => {
    const { code, output, error } = await runSenid({ ...senid, env }, ['keys', ...words]);
    assert.equal(code, 0, error);
    return output;
  };
  const published = async () => {
    const answer = (await (await fetch(`${senid.issuer}/jwks`)).json()) as JSONWebKeySet;
    return answer.keys.map(({ kid }) => kid);
  };
  const current = async () => /^(\S+) +ES256 +current/m.exec(await keys('list'))?.[1] ?? '';

  it('change twice without a restart, and no token fails at a relying party that caches', async () => {
    const { verifier } = load;
    await load.someMore();
    const [first = ''] = verifier.kidsSeen;
    assert.equal(first, await current());
    for (const round of [2, 3]) {
      const output = await keys('rotate', '--alg', 'ES256', '--lead', LEAD_SECONDS);
      assert.doesNotMatch(output, /warning/);
      const next = /ES256 (\S+) signs/.exec(output)?.[1] ?? '';
      await load.until('the next key is published', async () => (await published()).includes(next));
      assert.equal(verifier.kidsSeen.length, round - 1, 'published, and not used yet');
      await load.until('the next key signs', () => verifier.kidsSeen.includes(next));
      assert.equal(await current(), next);
    }
    await load.someMore();
    assert.deepEqual(verifier.failures, []);
    assert.ok((await published()).includes(first), 'what it signed is good for some time');
    assert.ok(verifier.notModified > 0);
  }).timeout(120_000);

  it('let who was in the middle of a login end it', async () => {
    const { browser, answer, attempt } = begun;
    const end = await walk(browser, answer, { senid, person }, client.redirectUri);
    const code = responseOf(end, client)?.get('code') ?? '';
    const { idToken } = tokensOf(await client.redeem(code, attempt));
    const { protectedHeader } = await client.verify(idToken);
    assert.equal(protectedHeader.kid, load.verifier.kidsSeen.at(-1));
  });

  it('stay good as hints when they have retired', async () => {
    const { url } = client.authorize({ prompt: 'none', id_token_hint: login.idToken });
    const response = responseOf(await login.browser.send(url), client);
    assert.ok(response?.has('code'), response?.toString());
  });

  it('leave when what they signed has expired, and are erased', async () => {
    const [first = '', second = '', third = ''] = load.verifier.kidsSeen;
    const isLeft = (kids: readonly (string | undefined)[]) =>
      !kids.includes(first) && !kids.includes(second) && kids.includes(third);
    letTimePass(`${senid.dataFolder}/register.db`);
    await load.until('they are published no more', async () => isLeft(await published()));
    await load.until('they are erased', () =>
      withStores(senid, async ({ signingKeys }) =>
        isLeft((await signingKeys.list()).map(({ kid }) => kid)),
      ),
    );
    await load.until('the relying party has heard', () => isLeft(load.verifier.held));
    await load.someMore();
    await load.end();
    assert.deepEqual(load.verifier.failures, []);
  });

  it('are taken away at once when one is compromised, and nobody has to log in again', async () => {
    const stolen = await current();
    const before = await load.silently();
    const output = await keys('retire', stolen, '--compromised');
    const successor = /^removed; (\S+) signs$/m.exec(output)?.[1] ?? '';
    await load.until('it is published no more', async () => !(await published()).includes(stolen));
    assert.ok((await published()).includes(successor));
    const after = [tokensOf(await client.refresh(before.refreshToken)), await load.silently()];
    for (const { idToken } of after) {
      assert.equal((await client.verify(idToken)).protectedHeader.kid, successor);
    }
    await assert.rejects(client.verify(before.idToken), /no applicable key/);
  });

  it('are in the audit trail', async () => {
    const types = await withStores(senid, async ({ audit }) =>
      (await audit.list({ limit: 10_000 }))
        .map(({ type }) => type)
        .filter((type) => type.startsWith('signing_key.')),
    );
    assert.deepEqual(types.toReversed(), [
      ...Array.from({ length: 6 }, () => 'signing_key.made'),
      ...Array.from({ length: 3 }, () => 'signing_key.removed'),
    ]);
  });
});

/** As if all keys of ES256 had been made a retention earlier. */
function letTimePass(file: string): void {
  const register = new DatabaseSync(file, { timeout: 10_000 });
  const shift = RETENTION_MS + 60_000;
  register.exec(
    `update signing_keys set created_at = created_at - ${shift}, active_from = active_from - ${shift} where alg = 'ES256'`,
  );
  register.close();
}
