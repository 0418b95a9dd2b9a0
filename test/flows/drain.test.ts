import assert from 'node:assert/strict';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import type { Answer } from '../support/http-agent.ts';
import { freePort, scrape, sum } from '../support/metrics-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { LOGINS } from '../support/session-people.ts';

describe('A node that is told to end', function () {
  this.timeout(120_000);

  let senid: SenidProcess | undefined;
  afterEach(async () => {
    await senid?.stop('SIGKILL');
  });

  const start = async (env: Readonly<Record<string, string>> = {}) => {
    senid = await startSenid({ name: 'drain', env });
    return senid;
  };

  it('gives every request that is under way its normal answer, then ends with code 0', async () => {
    const metrics = await freePort();
    const node = await start({ METRICS_PORT: metrics });
    const pages = await signInPages(node);
    const answered: Answer[] = [];
    const logins = pages.map(async ({ browser, page, login }) => {
      const answer = await browser.post(page, { identifier: login, password: PERSONA_PASSWORD });
      answered.push(answer);
      return answer;
    });
    // Hashes wait for each other: when all requests have arrived, most of them are still under way.
    await until(
      async () =>
        sum(await scrape(`http://127.0.0.1:${metrics}`), 'senid_http_requests_open') +
          answered.length >=
        pages.length,
    );
    const before = answered.length;
    const ended = node.stop('SIGTERM');
    const answers = await Promise.all(logins);
    assert.ok(before < pages.length, 'there was something to wait for');
    for (const { status, headers } of answers) {
      assert.equal(status, 303);
      assert.match(headers.get('location') ?? '', /^\/interaction\//);
    }
    // The first ones may have been answered while the signal was on its way.
    assert.equal(answered.at(-1)?.headers.get('connection'), 'close');
    assert.equal(await ended, 0);
    assert.doesNotMatch(node.output(), /cut_off|request\.failed|server_error/);
  });

  it('turns red before it refuses connections, and serves what comes meanwhile', async () => {
    const node = await start({ SENID_DRAIN_SECONDS: '2' });
    const readiness: (number | 'refused')[] = [];
    const bodies: unknown[] = [];
    const discovery: number[] = [];
    let ended = false;
    const watching = (async () => {
      while (readiness.at(-1) !== 'refused') {
        const { status, body } = await probe(`${node.issuer}/health/ready`);
        readiness.push(status);
        if (status === 503) {
          bodies.push(body);
          const other = await probe(`${node.issuer}/.well-known/openid-configuration`);
          if (other.status !== 'refused') discovery.push(other.status);
        }
        await delay(50);
      }
    })();
    await until(async () => readiness.includes(200));
    const code = node.stop('SIGTERM').then((value) => {
      ended = true;
      return value;
    });
    await watching;
    const order = readiness.filter((status, index) => status !== readiness[index - 1]);
    assert.deepEqual(order, [200, 503, 'refused']);
    assert.ok(readiness.filter((status) => status === 503).length >= 3, readiness.join());
    assert.deepEqual(bodies[0], {
      status: 'draining',
      register: 'up',
      protocol: 'up',
      keys: 'up',
    });
    assert.ok(discovery.length > 0 && discovery.every((status) => status === 200));
    assert.equal(await code, 0);
    assert.ok(ended);
  });

  it('sends whoever keeps a connection open away with the next answer', async () => {
    const node = await start({ SENID_DRAIN_SECONDS: '3' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await ask(`${node.issuer}/health/live`, agent);
    const ended = node.stop('SIGTERM');
    await until(async () => (await probe(`${node.issuer}/health/ready`)).status === 503);
    const after = await ask(`${node.issuer}/health/live`, agent);
    assert.deepEqual([before.connection, after.connection], ['keep-alive', 'close']);
    assert.equal(before.localPort, after.localPort, 'the same connection');
    agent.destroy();
    assert.equal(await ended, 0);
  });

  it('does not wait for connections without a request, and cuts off a request that never ends', async () => {
    const node = await start();
    const { port, hostname } = new URL(node.issuer);
    const [silent, endless] = [0, 1].map(() => connect(Number(port), hostname));
    for (const socket of [silent, endless]) socket?.on('error', () => {});
    endless?.write(
      `POST /token HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ngrant_type=`,
    );
    await delay(500);
    const since = performance.now();
    assert.equal(await node.stop('SIGTERM'), 0);
    assert.match(node.output(), /"count":1,"event":"server.cut_off"/);
    assert.ok(performance.now() - since < 14_000);

    const other = await start();
    const idle = connect(Number(new URL(other.issuer).port), 'localhost').on('error', () => {});
    await delay(500);
    const again = performance.now();
    assert.equal(await other.stop('SIGINT'), 0);
    assert.doesNotMatch(other.output(), /cut_off/);
    assert.ok(performance.now() - again < 9_000, 'at once, not after the ten seconds of a request');
    idle.destroy();
  });
});

/** Twenty sign-in pages, each of a journey of its own; the limits of nobody are reached. */
async function signInPages(node: SenidProcess) {
  const client = await OidcClient.register(node.issuer);
  const logins = [LOGINS.an, LOGINS.binh, LOGINS.kim, LOGINS.chen, LOGINS.park];
  const pages = [];
  for (const login of [...logins, ...logins, ...logins, ...logins]) {
    const browser = new Browser();
    const page = await browser.get(client.authorize().url);
    pages.push({ browser, page, login });
  }
  return pages;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(10);
}

/** On a connection of its own. */
async function probe(url: string): Promise<{ status: number | 'refused'; body?: unknown }> {
  try {
    const response = await fetch(url, { headers: { connection: 'close' } });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 'refused' };
  }
}

async function ask(url: string, agent: Agent) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent }, resolve).once('error', reject);
  });
  const { localPort } = response.socket;
  response.resume();
  await new Promise((resolve) => response.once('end', resolve));
  // The agent takes the socket back a moment later.
  await delay(10);
  return { connection: response.headers.connection, localPort };
}
