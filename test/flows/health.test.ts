import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';

/** The requirement says a second or two; the machine that runs this is busy. */
const SOON_MS = 3_000;
const BACK_MS = 20_000;

describe('The health of a node', function () {
  this.timeout(120_000);

  let stores: DistributedStores;
  let senid: SenidProcess;

  before(async () => {
    stores = await startDistributedStores();
    senid = await startSenid({ name: 'health', env: stores.env });
  });
  after(async () => {
    await senid.stop();
    await stores.stop();
  });

  const ready = async () => {
    const answer = await fetch(`${senid.issuer}/health/ready`);
    const body: unknown = await answer.json();
    return { status: answer.status, body, headers: answer.headers };
  };

  /** Asks until the answer has this status; fails when that takes too long. */
  const becomes = async (status: number, withinMs: number) => {
    const start = performance.now();
    for (;;) {
      const answer = await ready();
      const took = performance.now() - start;
      if (answer.status === status) return answer;
      assert.ok(took < withinMs, `still ${answer.status} after ${took} ms`);
      await delay(50);
    }
  };

  const isLive = async () => (await fetch(`${senid.issuer}/health/live`)).status === 200;

  it('is good while everything answers', async () => {
    const { status, body, headers } = await ready();
    assert.equal(status, 200);
    assert.deepEqual(body, { status: 'ready', register: 'up', protocol: 'up', keys: 'up' });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.ok(await isLive());
  });

  it('turns red when Redis hangs, stays live, and comes back', async () => {
    stores.redis.pause();
    try {
      const { body, headers } = await becomes(503, SOON_MS);
      assert.deepEqual(body, { status: 'not_ready', register: 'up', protocol: 'down', keys: 'up' });
      assert.ok(Number(headers.get('retry-after')) > 0);
      assert.ok(await isLive());
    } finally {
      stores.redis.resume();
    }
    await becomes(200, BACK_MS);
  });

  it('turns red when Redis is gone, and comes back with it', async () => {
    await stores.redis.stop();
    await becomes(503, SOON_MS);
    assert.ok(await isLive());
    await stores.redis.restart();
    await becomes(200, BACK_MS);
  });

  it('turns red when PostgreSQL is gone, and comes back with it', async () => {
    await stores.postgres.kill();
    try {
      const { body } = await becomes(503, SOON_MS);
      assert.deepEqual(body, { status: 'not_ready', register: 'down', protocol: 'up', keys: 'up' });
      assert.ok(await isLive());
    } finally {
      await stores.postgres.start();
    }
    await becomes(200, BACK_MS);
  });

  it('answers a crowd of probes at once, also while a store hangs', async () => {
    stores.redis.pause();
    try {
      await becomes(503, SOON_MS);
      const start = performance.now();
      const answers = await Promise.all(Array.from({ length: 200 }, ready));
      assert.ok(performance.now() - start < SOON_MS);
      assert.ok(answers.every(({ status }) => status === 503));
    } finally {
      stores.redis.resume();
    }
    await becomes(200, BACK_MS);
  });

  it('is told to the log when it changes, not whenever it is asked, and names no address', async () => {
    const events = senid
      .output()
      .split('\n')
      .filter((line) => line.includes('"event":"health.'))
      .map((line) => JSON.parse(line) as { event: string; detail: string });
    const changes = events.map(({ event, detail }) => `${event} ${detail}`);
    assert.ok(changes.includes('health.down protocol') && changes.includes('health.down register'));
    assert.equal(changes.filter((each) => each.endsWith('up register')).length, 1);
    assert.ok(changes.length <= 16, changes.join());
    const { body } = await ready();
    assert.doesNotMatch(JSON.stringify(body), /127\.0\.0\.1|localhost|:\/\//);
    assert.doesNotMatch(
      senid.output(),
      new RegExp(`:${stores.postgres.port}|:${stores.redis.port}`),
    );
  });
});
