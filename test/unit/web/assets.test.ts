import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';

import Koa from 'koa';

import { assetUrl, serveAssets } from '../../../web/assets.ts';

describe('Assets', () => {
  let server: Server;
  let port: number;

  before(async () => {
    server = new Koa()
      .use(serveAssets())
      .use((ctx) => void (ctx.body = 'next'))
      .listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  after(() => void server.close());

  /** `fetch` would tidy a path up before sending it; this sends it as it is. */
  async function get(
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
  ): Promise<IncomingMessage> {
    const sent = request({ port, host: 'localhost', path, headers, method });
    sent.end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    return answer;
  }

  it('are served with their type, for ever', async () => {
    const answer = await get(assetUrl('senid.css'));
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'text/css; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  it('travel compressed where that is understood', async () => {
    const answer = await get(assetUrl('senid.css'), { 'Accept-Encoding': 'gzip, br' });
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.match(answer.headers.vary ?? '', /Accept-Encoding/);
  });

  it('are not sent again to whoever has them', async () => {
    const first = await get(assetUrl('lotus.svg'));
    const again = await get(assetUrl('lotus.svg'), { 'If-None-Match': first.headers.etag ?? '' });
    assert.equal(again.statusCode, 304);
  });

  it('name each other by addresses that exist', async () => {
    const css = await (await fetch(`http://localhost:${port}${assetUrl('senid.css')}`)).text();
    const addresses = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    assert.ok(addresses.length >= 9);
    for (const address of addresses) assert.equal((await get(address)).statusCode, 200, address);
  });

  it('include the scripts, ours and the WebAuthn library', async () => {
    for (const name of [
      'passkey.js',
      'password-reveal.js',
      'session-timeout.js',
      'simplewebauthn.js',
    ]) {
      const answer = await get(assetUrl(name));
      assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8', name);
    }
  });

  for (const path of [
    '/assets/',
    '/assets/senid.css',
    '/assets/AAAAAAAAAAAAAAAA/senid.css',
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/fonts/../../package.json',
    '/assets/%00',
  ]) {
    it(`are not to be had by ${path}`, async () => {
      assert.equal((await get(path)).statusCode, 404);
    });
  }

  it('are only read', async () => {
    assert.equal((await get(assetUrl('senid.css'), {}, 'POST')).statusCode, 405);
  });

  it('leave every other address to others', async () => {
    assert.equal((await get('/assetsx')).statusCode, 200);
  });

  it('do not exist under a name nobody committed', () => {
    assert.throws(() => assetUrl('../package.json'));
  });
});
