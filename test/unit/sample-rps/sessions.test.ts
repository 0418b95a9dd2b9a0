import assert from 'node:assert/strict';

import Koa from 'koa';

import { listen, type Running } from '../../../clients/sample-rps/shared/program.ts';
import { Sessions, type SessionsOptions } from '../../../clients/sample-rps/shared/sessions.ts';
import { freePort } from './stage.ts';
import { Visitor } from './visitor.ts';

interface Counter {
  visits: number;
}

describe('sessions of the samples', function () {
  this.timeout(20_000);
  let running: Running | undefined;
  afterEach(async () => running?.close());

  /** /open and /renew and /close do what they say; all answer the number of visits, or "none". */
  async function start(options: Partial<SessionsOptions<Counter>> = {}): Promise<string> {
    const sessions = new Sessions({ cookieName: 's', create: () => ({ visits: 0 }), ...options });
    const app = new Koa().use((ctx) => {
      const session = ctx.path === '/open' ? sessions.findOrOpen(ctx) : sessions.find(ctx);
      if (session !== undefined) session.visits += 1;
      if (session !== undefined && ctx.path === '/renew') sessions.renew(ctx, session);
      if (ctx.path === '/close') sessions.close(ctx);
      ctx.body = String(session?.visits ?? 'none');
    });
    const port = await freePort();
    running = await listen(app, port);
    return `http://localhost:${port}`;
  }

  it('are not opened for people who only look', async () => {
    const origin = await start();
    const visitor = new Visitor();
    assert.equal((await visitor.get(`${origin}/`)).text, 'none');
    assert.equal(visitor.cookie('s'), undefined);
  });

  it('keep what they hold under a new id, and forget the old id', async () => {
    const origin = await start();
    const visitor = new Visitor();
    await visitor.get(`${origin}/open`);
    const before = visitor.cookie('s');
    assert.equal((await visitor.get(`${origin}/renew`)).text, '2');
    assert.notEqual(visitor.cookie('s'), before);
    assert.equal((await visitor.get(`${origin}/`)).text, '3');
    const stale = await fetch(origin, { headers: { cookie: `s=${before}` } });
    assert.equal(await stale.text(), 'none');
  });

  it('drop the longest unseen when there are too many', async () => {
    const origin = await start({ limit: 2 });
    const [first, second, third] = [new Visitor(), new Visitor(), new Visitor()];
    await first.get(`${origin}/open`);
    await second.get(`${origin}/open`);
    await first.get(`${origin}/`);
    await third.get(`${origin}/open`);
    assert.equal((await first.get(`${origin}/`)).text, '3');
    assert.equal((await second.get(`${origin}/`)).text, 'none');
  });

  it('end when nobody was seen for long enough, and when they are closed', async () => {
    const origin = await start({ idleSeconds: 0.05 });
    const visitor = new Visitor();
    await visitor.get(`${origin}/open`);
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal((await visitor.get(`${origin}/`)).text, 'none');
    await visitor.get(`${origin}/open`);
    await visitor.get(`${origin}/close`);
    assert.equal((await visitor.get(`${origin}/`)).text, 'none');
  });
});
