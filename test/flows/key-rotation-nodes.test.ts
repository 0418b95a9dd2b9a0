import assert from 'node:assert/strict';

import { openStores } from '../../adapters/open-stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { startProxy, type DrillProxy } from '../support/drill-proxy.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { askNode } from '../support/once-node.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn } from '../support/session-login.ts';
import { insertPerson } from '../support/session-people.ts';
import { freshRegister } from '../support/shared-postgres.ts';
import { sharedRedis } from '../support/shared-redis.ts';
import { TokenLoad } from '../support/token-load.ts';

const NODES = 2;
const AT_ONCE = 8;

describe('On two nodes that share a register, the signing keys', () => {
  const nodes: SenidProcess[] = [];
  let env: Record<string, string>;
  let proxy: DrillProxy;
  let load: TokenLoad;

  before(async () => {
    proxy = await startProxy();
    env = {
      DATABASE_URL: await freshRegister(),
      REDIS_URL: (await sharedRedis()).url,
      SENID_JWKS_MAX_AGE: '1',
    };
    const { issuer } = proxy;
    for (let node = 0; node < NODES; node += 1) {
      const folder = nodes[0] === undefined ? {} : { folder: nodes[0].folder };
      nodes.push(await startSenid({ env, issuer, name: 'key-rotation-nodes', ...folder }));
    }
    await proxy.setNodes(nodes.map(({ port }) => port));
    const [senid] = nodes;
    assert.ok(senid);
    const client = await OidcClient.register(issuer);
    const { browser } = await logIn(senid, client, await newPerson(senid), { how: 'password' });
    load = new TokenLoad(client, browser, AT_ONCE);
  });
  after(async () => {
    await load.end();
    for (const node of nodes) assert.equal(await node.stop(), 0, node.output());
    await proxy.stop();
  });

  async function newPerson(senid: SenidProcess) {
    const config = readConfig({ ...env, SENID_SECRETS_FILE: `${senid.folder}/secrets/senid.json` });
    const secrets = loadSecrets(config);
    const stores = await openStores({ config, secrets, clock: systemClock, own: false });
    try {
      return await insertPerson(stores, senid.issuer);
    } finally {
      await stores.close();
    }
  }

  const keys = async (...words: string[]) => {
    const [place] = nodes;
    assert.ok(place);
    const { code, output, error } = await runSenid({ ...place, env }, ['keys', ...words]);
    assert.equal(code, 0, error);
    return output;
  };
  /** Of the keys as each node publishes them. */
  const onEveryNode = async (test: (jwks: string) => boolean) => {
    const host = { host: new URL(proxy.issuer).host };
    const answers = await Promise.all(
      nodes.map(({ port }) => askNode({ port, method: 'GET', path: '/jwks', headers: host })),
    );
    return answers.every(({ status, body }) => status === 200 && test(body));
  };

  it('change on both of them, and no token fails at a relying party that caches', async () => {
    await load.someMore();
    const output = await keys('rotate', '--alg', 'ES256', '--lead', '6');
    const next = /ES256 (\S+) signs/.exec(output)?.[1] ?? '';
    await load.until('both publish it', () => onEveryNode((jwks) => jwks.includes(next)));
    await load.until('it signs', () => load.verifier.kidsSeen.includes(next));
    await load.someMore();
    await load.end();
    assert.deepEqual(load.verifier.failures, []);
    assert.equal(load.verifier.kidsSeen.length, 2);
  }).timeout(120_000);

  it('are taken away on both of them within five seconds', async () => {
    const stolen = /^(\S+) +ES256 +current/m.exec(await keys('list'))?.[1] ?? '';
    await keys('retire', stolen, '--compromised');
    const since = Date.now();
    await load.until('both forget it', () => onEveryNode((jwks) => !jwks.includes(stolen)));
    assert.ok(Date.now() - since < 5_000);
  });
});
