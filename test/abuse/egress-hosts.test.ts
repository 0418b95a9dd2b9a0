import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';

import {
  createEgress,
  type EgressOptions,
  type EgressOutcome,
} from '../../adapters/egress/egress.ts';
import { addressOf } from '../../adapters/egress/resolve.ts';
import { EgressFailed } from '../../errors.ts';
import {
  certificateFor,
  startOddHost,
  type OddHost,
  type OddHostOptions,
} from '../support/odd-host.ts';

describe('hosts that misbehave towards the egress door', () => {
  const hosts: OddHost[] = [];
  let now = 1_000_000;

  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
  });

  async function start(answer: RequestListener, options?: OddHostOptions): Promise<OddHost> {
    const host = await startOddHost(answer, options);
    hosts.push(host);
    return host;
  }

  function door(allowed: readonly OddHost[], options: Partial<EgressOptions> = {}) {
    const outcomes: EgressOutcome[] = [];
    const fetch = createEgress({
      clock: () => now,
      allowedOrigins: allowed.map(({ origin }) => origin),
      onOutcome: (outcome) => outcomes.push(outcome),
      ...options,
    });
    return { fetch, outcomes };
  }

  async function fails(going: Promise<Response>): Promise<EgressFailed['reason']> {
    const error = await going.then(
      () => assert.fail('it was answered'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof EgressFailed, String(error));
    assert.equal(error.message, 'the address could not be fetched', 'one text for all reasons');
    return error.reason;
  }

  it('gets what an allowed host says, and names itself', async () => {
    let seen: Readonly<Record<string, string | undefined>> = {};
    const host = await start((request, response) => {
      const { 'user-agent': agent, cookie, 'accept-encoding': encoding } = request.headers;
      seen = { agent, cookie, encoding, method: request.method };
      response.setHeader('Set-Cookie', 'track=1').end('{"keys":[]}');
    });
    const { fetch, outcomes } = door([host]);
    const headers = { cookie: 'a=b', 'user-agent': '' };
    const response = await fetch(`${host.origin}/jwks`, { headers });
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { keys: [] });
    assert.deepEqual(seen, {
      agent: 'SenID',
      cookie: undefined,
      encoding: 'identity',
      method: 'GET',
    });
    await fetch(`${host.origin}/jwks`);
    assert.equal(seen['cookie'], undefined, 'no cookie comes back');
    assert.deepEqual(outcomes, ['answered', 'answered']);
  });

  it('sends nothing to a host on this machine that is not allowed, open port or not', async () => {
    const host = await start((_request, response) => response.end('secret'));
    const { fetch, outcomes } = door([]);
    const names = ['localhost', '127.0.0.1', '[::1]', '2130706433'];
    for (const name of names) {
      for (const port of [host.port, 1, 8443]) {
        assert.ok(
          ['refused', 'unreachable'].includes(await fails(fetch(`https://${name}:${port}/`))),
        );
      }
    }
    assert.equal(host.connections(), 0);
    assert.ok(!outcomes.includes('answered'));
  });

  it('follows no redirect', async () => {
    const inner = await start((_request, response) => response.end('secret'));
    const host = await start((_request, response) => {
      response.writeHead(302, { location: `${inner.origin}/` }).end();
    });
    const response = await door([host]).fetch(host.origin);
    assert.equal(response.status, 302);
    assert.equal(await response.text(), '');
    assert.equal(inner.connections(), 0);
  });

  it('refuses a name that resolves to a private address, without connecting', async () => {
    const host = await start((_request, response) => response.end('secret'), { port: 0 });
    const resolve = async () => [addressOf('127.0.0.1')];
    const { fetch } = door([], { resolve });
    assert.equal(await fails(fetch('https://rebind.example:8443/')), 'refused');
    assert.equal(host.connections(), 0);
  });

  it('looks a name up once, and connects to what was looked at', async () => {
    const second = await start((_request, response) => response.end('second'), {
      address: '127.0.0.2',
    });
    const first = await start((_request, response) => response.end('first'), {
      hostname: 'rebind.example',
      port: second.port,
    });
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2'];
    let asked = 0;
    const resolve = async () => [addressOf(answers[asked++] ?? '127.0.0.2')];
    const { fetch } = door([first], { resolve });
    assert.equal(await (await fetch(first.origin)).text(), 'first');
    assert.equal(asked, 1);
    assert.equal(second.connections(), 0);
  });

  it('gives up on a body that trickles, and on an answer that never begins', async () => {
    const slow = await start((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(timer));
    });
    const silent = await start(() => {});
    const { fetch } = door([slow, silent]);
    for (const { origin } of [slow, silent]) {
      const signal = AbortSignal.timeout(200);
      assert.equal(await fails(fetch(origin, { signal })), 'timed_out');
    }
  });

  it('gives up on a name server that is silent', async () => {
    const resolve = () => new Promise<never>(() => {});
    const { fetch } = door([], { resolve });
    const signal = AbortSignal.timeout(100);
    assert.equal(await fails(fetch('https://silent.example/', { signal })), 'timed_out');
  });

  it('stops reading a body without end, declared or not', async () => {
    const closed = Promise.withResolvers<void>();
    const endless = await start((_request, response) => {
      response.once('close', () => closed.resolve());
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    assert.equal(await fails(door([endless]).fetch(endless.origin)), 'refused_answer');
    const large = await start((_request, response) => response.end('x'.repeat(256 * 1024 + 1)));
    assert.equal(await fails(door([large]).fetch(large.origin)), 'refused_answer');
    const full = await start((_request, response) => response.end('x'.repeat(256 * 1024)));
    assert.equal((await (await door([full]).fetch(full.origin)).text()).length, 256 * 1024);
    await closed.promise;
  });

  it('decompresses nothing', async () => {
    const bomb = await start((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000)));
    });
    assert.equal(await fails(door([bomb]).fetch(bomb.origin)), 'refused_answer');
  });

  it('takes no more headers than fit', async () => {
    const host = await start((_request, response) => {
      for (let index = 0; index < 40; index += 1)
        response.setHeader(`x-${index}`, 'y'.repeat(1_000));
      response.end();
    });
    assert.equal(await fails(door([host]).fetch(host.origin)), 'unreachable');
  });

  it('takes no upgrade, and no answer that is not HTTP', async () => {
    const upgrading = await start((request) => {
      request.socket.end(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      );
    });
    const other = await start((request) => request.socket.end('220 mail.example ESMTP\r\n'));
    const { fetch } = door([upgrading, other]);
    for (const { origin } of [upgrading, other]) await fails(fetch(origin));
  });

  it('trusts a certificate for the name it asked, and no other', async () => {
    const right = certificateFor('localhost');
    const wrong = certificateFor('somebody-else.example');
    const good = await start((_request, response) => response.end('ok'), { tls: right });
    const bad = await start((_request, response) => response.end('ok'), { tls: wrong });
    const unknown = door([good]);
    assert.equal(await fails(unknown.fetch(good.origin)), 'unreachable');
    const trusting = door([good, bad], { ca: `${right.cert}\n${wrong.cert}` });
    assert.equal(await (await trusting.fetch(good.origin)).text(), 'ok');
    assert.equal(await fails(trusting.fetch(bad.origin)), 'unreachable');
  });

  it('leaves a host alone that cannot be connected to, then tries once, then goes on', async () => {
    const host = await start((_request, response) => response.end('up'));
    const { port } = host;
    const { fetch } = door([host]);
    await host.close();
    for (let tries = 0; tries < 5; tries += 1) {
      assert.equal(await fails(fetch(host.origin)), 'unreachable');
    }
    const again = await start((_request, response) => response.end('up'), { port });
    assert.equal(await fails(fetch(host.origin)), 'circuit_open');
    assert.equal(again.connections(), 0);
    now += 30_001;
    assert.equal(await (await fetch(host.origin)).text(), 'up');
    assert.equal(await (await fetch(host.origin)).text(), 'up');
  });

  it('lets nobody close a host for others with an address of it that hangs', async () => {
    const host = await start((request, response) => {
      if (request.url === '/jwks') response.end('{"keys":[]}');
    });
    const { fetch } = door([host]);
    for (let tries = 0; tries < 5; tries += 1) {
      const signal = AbortSignal.timeout(30);
      assert.equal(await fails(fetch(`${host.origin}/hangs`, { signal })), 'timed_out');
    }
    assert.equal(await fails(fetch(`${host.origin}/hangs`)), 'circuit_open');
    assert.equal((await fetch(`${host.origin}/jwks`)).status, 200);
  });
});
