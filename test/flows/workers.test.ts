import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { officerPersonas } from '../../accounts/officer-personas.ts';
import { personas } from '../../accounts/personas.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { freePort, scrape, sum } from '../support/metrics-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn } from '../support/session-login.ts';
import { insertPerson } from '../support/session-people.ts';

const TOKEN = 'a-token-of-the-operator-0123456789';
const WORKERS = ['1', '2', '3'];

describe('A node of several processes', function () {
  this.timeout(180_000);

  let distributed: DistributedStores;
  let senid: SenidProcess;
  let port: string;

  let ended = true;

  before(async () => {
    distributed = await startDistributedStores();
    port = await freePort();
  });
  after(async () => {
    await end();
    await distributed.stop();
  });

  beforeEach(async () => {
    if (ended) senid = await start(3, environment());
    ended = false;
  });

  const end = (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM') => {
    ended = true;
    return senid.stop(signal);
  };

  const environment = () => ({
    ...distributed.env,
    METRICS_PORT: port,
    METRICS_TOKEN: TOKEN,
    SENID_DRAIN_SECONDS: '1',
  });

  const metrics = () => scrape(`http://127.0.0.1:${port}`, TOKEN);
  const workersOf = async () =>
    (await metrics())
      .filter(({ name }) => name === 'senid_build_info')
      .map(({ labels }) => labels['worker'] ?? '')
      .toSorted();

  it('is one address to everybody: whole logins go through all of them', async () => {
    const stores = await distributed.open();
    const client = await OidcClient.register(senid.issuer);
    for (let times = 0; times < 3; times += 1) {
      const person = await insertPerson(stores, senid.issuer);
      // Every request on a connection of its own, which the next process in line is given.
      const browser = new Browser({ connection: 'close' });
      const { accessToken } = await logIn(senid, client, person, { how: 'password', browser });
      assert.equal((await client.userinfo(accessToken)).status, 200);
    }
    await stores.close();
    const series = await metrics();
    for (const worker of WORKERS) {
      assert.ok(sum(series, 'senid_http_requests_total', { worker }) > 0, worker);
    }
    assert.equal(sum(series, 'senid_tokens_total', { outcome: 'issued' }), 3);
    const lines = senid
      .output()
      .split('\n')
      .filter((line) => line.includes('"event":"request"'));
    const wrote = new Set(lines.map((line) => (JSON.parse(line) as { worker: number }).worker));
    assert.deepEqual([...wrote].toSorted(), [1, 2, 3]);
  });

  it('says its banner once, and made its people once, however often it was started', async () => {
    assert.equal(senid.output().split('SenID sandbox').length, 2);
    const stores = await distributed.open();
    const made = await stores.audit.list({ type: 'sandbox.personas_seeded', limit: 9 });
    assert.deepEqual(
      made.map(({ data }) => data['count']),
      [[...personas(Date.now()), ...officerPersonas(Date.now())].length],
    );
    await stores.close();
  });

  it('tells the metrics of all of them, also on the port they share', async () => {
    for (const series of [await metrics(), await scrape(senid.issuer, TOKEN)]) {
      assert.equal(sum(series, 'senid_build_info'), 3);
      for (const worker of WORKERS) {
        assert.equal(sum(series, 'senid_store_up', { worker }), 2);
      }
    }
  });

  it('replaces a process that was killed, and its metrics go on', async () => {
    assert.deepEqual(await workersOf(), WORKERS);
    const [victim = assert.fail()] = childrenOf(senid.pid);
    process.kill(victim, 'SIGKILL');
    await until(async () => senid.output().includes('"event":"worker.replaced"'));
    assert.match(senid.output(), /"code":"SIGKILL".*"event":"worker.ended"/);
    assert.deepEqual(await workersOf(), WORKERS);
    assert.ok(!childrenOf(senid.pid).includes(victim));
    assert.equal(childrenOf(senid.pid).length, 3);
    assert.equal((await fetch(`${senid.issuer}/health/ready`)).status, 200);
  });

  it('answers while one of its processes hangs, and tells the metrics of the others', async () => {
    const [stuck = assert.fail()] = childrenOf(senid.pid);
    process.kill(stuck, 'SIGSTOP');
    try {
      // The one connection it may still be given is not answered; others are.
      const asked = Array.from({ length: 6 }, () =>
        fetch(`${senid.issuer}/health/live`, {
          headers: { connection: 'close' },
          signal: AbortSignal.timeout(5_000),
        }).then(
          ({ status }) => status,
          () => 'none',
        ),
      );
      const answers = await Promise.all(asked);
      assert.ok(answers.filter((answer) => answer === 200).length >= 4, answers.join());
      assert.equal((await workersOf()).length, 2);
    } finally {
      process.kill(stuck, 'SIGCONT');
    }
    await until(async () => (await workersOf()).length === 3);
  });

  it('is red at every process before it refuses connections, and ends with code 0', async () => {
    const workers = childrenOf(senid.pid);
    const code = end('SIGTERM');
    const seen: (number | 'refused')[] = [];
    while (seen.at(-1) !== 'refused') {
      const headers = { connection: 'close' };
      const asked = fetch(`${senid.issuer}/health/ready`, { headers });
      seen.push(
        await asked.then(
          ({ status }) => status,
          () => 'refused',
        ),
      );
    }
    const changes = seen.filter((status, index) => status !== seen[index - 1]);
    assert.deepEqual(changes.slice(-2), [503, 'refused']);
    assert.ok(seen.filter((status) => status === 503).length > 3, seen.join());
    assert.equal(await code, 0);
    assert.deepEqual(workers.filter(runs), []);
    assert.equal(senid.output().split('"event":"server.closed"').length, 4);
  });

  it('ends whole also when a terminal tells every process', async () => {
    const workers = childrenOf(senid.pid);
    assert.equal(workers.length, 3);
    const code = end('SIGINT');
    for (const pid of workers) process.kill(pid, 'SIGINT');
    assert.equal(await code, 0);
    assert.deepEqual(workers.filter(runs), []);
    assert.equal(senid.output().split('"event":"server.closed"').length, 4);
    assert.doesNotMatch(senid.output(), /worker\.ended|\n {4}at /);
  });

  it('takes its processes with it when it is killed', async () => {
    const workers = childrenOf(senid.pid);
    await end('SIGKILL');
    await until(async () => !workers.some(runs));
  });
});

describe('Several processes', function () {
  this.timeout(120_000);

  it('are not started where one must own the data', async () => {
    await assert.rejects(
      startSenid({ name: 'workers', args: ['--workers', '2'] }),
      /ended with 1 before it was up:\nsenid: --workers 2 needs PostgreSQL and Redis [^\n]+\n$/,
    );
  });

  for (const workers of ['0', 'many']) {
    it(`are not started ${workers} at a time`, async () => {
      await assert.rejects(
        startSenid({ name: 'workers', args: [`--workers=${workers}`] }),
        /senid: --workers must be a number from 1 to 256, or auto\n$/,
      );
    });
  }

  it('say once, in one line, why they cannot start', async () => {
    const env = { DATABASE_URL: 'postgres://127.0.0.1:9/senid', REDIS_URL: 'redis://127.0.0.1:9' };
    await assert.rejects(
      startSenid({ name: 'workers', args: ['--workers', '2'], env }),
      /before it was up:\nsenid: store [^\n]+ cannot be opened[^\n]*\n$/,
    );
  });
});

/** Until all of them are up, which is when the parent says so. */
async function start(workers: number, env: Record<string, string>): Promise<SenidProcess> {
  const senid = await startSenid({ name: 'workers', args: ['--workers', String(workers)], env });
  await until(async () => senid.output().includes('SenID sandbox'));
  return senid;
}

function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

/** What has ended but was not waited for yet is there still, without a command. */
function runs(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50);
}
