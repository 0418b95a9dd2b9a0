import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

import { strangers } from '../support/metrics-bounds.ts';
import { freePort, scrape, sum } from '../support/metrics-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';

const TIMES = 40;
const random = () => randomBytes(6).toString('hex');

describe('Whatever strangers send,', () => {
  let senid: SenidProcess;
  let port: string;
  let client: OidcClient;

  before(async () => {
    port = await freePort();
    senid = await startSenid({ name: 'metric-labels', env: { METRICS_PORT: port } });
    client = await OidcClient.register(senid.issuer);
  });
  after(async () => {
    await senid.stop();
  });

  it('the metrics get no more series, and none of it stands in a label', async () => {
    const said: string[] = [];
    const say = (prefix: string) => {
      const word = `${prefix}${random()}`;
      said.push(word);
      return word;
    };
    await attack(senid, client, say);
    // Being asked for the metrics is a question to the stores itself.
    await scrape(`http://127.0.0.1:${port}`);
    const after = await scrape(`http://127.0.0.1:${port}`);
    await attack(senid, client, say);
    await attack(senid, client, say);
    const later = await scrape(`http://127.0.0.1:${port}`);

    assert.equal(later.length, after.length);
    assert.deepEqual(strangers(later), []);
    const values = new Set(later.flatMap(({ labels }) => Object.values(labels)));
    assert.deepEqual(
      said.filter((word) => values.has(word)),
      [],
    );
    for (const labels of [{ route: 'other' }, { method: 'other' }]) {
      assert.ok(sum(later, 'senid_http_requests_total', labels) >= TIMES);
    }
    const refused = { grant_type: 'other', outcome: 'refused' };
    assert.ok(sum(later, 'senid_tokens_total', refused) >= TIMES);
  });
});

type Say = (prefix: string) => string;

async function attack(senid: SenidProcess, client: OidcClient, say: Say): Promise<void> {
  for (let times = 0; times < TIMES; times += 1) {
    await send(senid, 'GET', `/${say('path')}`);
    await send(senid, 'GET', `/${say('path')}/${say('path')}`);
    await send(senid, 'GET', `/.${say('path')}`);
    await send(senid, 'PROPFIND', `/token`);
    await send(senid, 'GET', '/', `${say('host')}.example`);
    await send(senid, 'GET', `/authorize?client_id=${say('client')}&response_type=code`);
    await new Browser().send(client.authorize({ acr_values: say('acr') }).url);
    await new Browser().send(client.authorize({ prompt: 'none', scope: say('scope') }).url);
    await client.post('/token', { grant_type: say('grant'), code: say('code') });
    await client.post('/token', { grant_type: 'refresh_token', refresh_token: say('token') });
    await send(senid, 'POST', `/interaction/${say('uid')}/${say('step')}`);
  }
}

/** As raw as Node lets it be. */
async function send(
  senid: SenidProcess,
  method: string,
  path: string,
  host = new URL(senid.issuer).host,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const options = { method, host: 'localhost', port: senid.port, path, headers: { host } };
    const asked = request(options, (response) => response.resume().once('end', resolve));
    asked.once('error', reject);
    asked.end();
  });
}
