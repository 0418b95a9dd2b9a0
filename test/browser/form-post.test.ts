import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

import { browserSuite } from '../support/journey-stage.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { noteSecret } from '../support/session-secrets.ts';

const AN = '099090000011';

/** A relying party on an origin of its own, with one page that posts its request and one that takes the answer. */
browserSuite('A relying party that uses forms', (stage) => {
  let server: Server;
  let origin: string;
  let form = '';
  const posts: { readonly body: string; readonly origin: string | undefined }[] = [];

  const keep = async (request: IncomingMessage) =>
    posts.push({ body: await bodyOf(request), origin: request.headers.origin });

  before(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.method !== 'POST') {
        response.end(form);
        return;
      }
      void keep(request).then(() =>
        response.end('<!doctype html><html lang="en"><title>RP</title><p id="arrived">arrived</p>'),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    origin = `http://127.0.0.1:${address.port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('posts its request and is posted the answer, through a real browser’s rules for cookies and forms', async () => {
    const an = await stage.visit();
    const client = await OidcClient.register(an.senid.issuer, {
      redirectUri: `${origin}/callback`,
    });
    const attempt = client.authorize({ response_mode: 'form_post' });
    const fields = Object.entries(attempt.parameters)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('');
    form = `<!doctype html><html lang="en"><title>RP</title><form method="post" action="${an.senid.issuer}/authorize">${fields}<button id="go">Go</button></form>`;

    const answer = async (signIn: boolean) => {
      await an.page.goto(origin);
      await an.page.locator('#go').click();
      if (signIn) {
        await an.signIn(AN);
        await an.enterCode();
        await an.at('consent');
        await an.consent();
      }
      await an.page.locator('#arrived').waitFor();
      return posts.at(-1);
    };

    const first = await answer(true);
    const told = new URLSearchParams(first?.body);
    noteSecret('authorization code', told.get('code'));
    assert.equal(first?.origin, an.senid.issuer, 'not null: the relying party can tell who posts');
    assert.deepEqual([...told.keys()].toSorted(), ['code', 'iss', 'state']);
    assert.equal(told.get('state'), attempt.state);
    assert.equal((await client.redeem(told.get('code') ?? '', attempt)).status, 200);

    // The session cookie stays behind at the post of another site, and is there at the GET it leads to.
    const second = new URLSearchParams((await answer(false))?.body);
    noteSecret('authorization code', second.get('code'));
    assert.ok(second.has('code'));
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
