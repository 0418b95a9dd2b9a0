import assert from 'node:assert/strict';

import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid } from '../support/session-server.ts';

const DOCUMENTS = [
  { path: '/jwks', type: 'application/jwk-set+json' },
  { path: '/.well-known/openid-configuration', type: 'application/json' },
];

describe('What is published for everybody', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  for (const { path, type } of DOCUMENTS) {
    it(`may be kept for five minutes, and is asked for by its tag afterwards: ${path}`, async () => {
      const first = await fetch(`${senid.issuer}${path}`);
      assert.equal(first.status, 200);
      assert.equal(first.headers.get('cache-control'), 'public, max-age=300, must-revalidate');
      assert.ok(first.headers.get('content-type')?.startsWith(type));
      assert.match(first.headers.get('vary') ?? '', /origin/i);
      const text = await first.text();
      assert.ok(text.startsWith('{'));
      const tag = first.headers.get('etag') ?? '';
      assert.match(tag, /^"[\w-]{22}"$/);

      for (const held of [tag, `W/${tag}`, `"another", ${tag}`, '*']) {
        const headers = { 'if-none-match': held };
        const again = await fetch(`${senid.issuer}${path}`, { headers });
        assert.equal(again.status, 304, held);
        assert.equal(await again.text(), '');
        assert.equal(again.headers.get('etag'), tag);
        assert.equal(again.headers.get('cache-control'), first.headers.get('cache-control'));
      }
      const other = { 'if-none-match': '"another"' };
      const changed = await fetch(`${senid.issuer}${path}`, { headers: other });
      assert.equal(changed.status, 200);
      assert.equal(await changed.text(), text);
    });

    it(`is open to pages from anywhere: ${path}`, async () => {
      const headers = { origin: 'https://rp.example' };
      const answer = await fetch(`${senid.issuer}${path}`, { headers });
      assert.ok(
        ['*', headers.origin].includes(answer.headers.get('access-control-allow-origin') ?? ''),
      );
    });
  }

  it('is all that may be kept: an answer to an error, or to one client, is not', async () => {
    for (const path of ['/token', '/userinfo', '/authorize', '/nothing-here']) {
      const { headers } = await fetch(`${senid.issuer}${path}`, { method: 'POST' });
      assert.doesNotMatch(headers.get('cache-control') ?? '', /public|max-age=[1-9]/, path);
    }
  });
});
