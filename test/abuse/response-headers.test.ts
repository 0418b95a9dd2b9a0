import assert from 'node:assert/strict';

import { postRegistration } from '../support/oidc-client-registration.ts';
import type { Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { obtainCode, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import { visitEveryPage } from './every-page.ts';

const DIRECTIVES = [
  'base-uri',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'img-src',
  'script-src',
  'style-src',
];

describe('the headers of every answer', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let holder: Person;
  let pages: ReadonlyMap<string, Answer>;

  before('every page is visited once', async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    holder = await sharedHolder(senid);
    pages = await visitEveryPage({ senid, client, holder });
  });

  const forEachPage = (look: (page: Answer, name: string) => void) => {
    assert.ok(pages.size >= 20);
    for (const [name, page] of pages) {
      assert.match(page.headers.get('content-type') ?? '', /^text\/html; charset=utf-8/, name);
      look(page, name);
    }
  };

  const policyOf = (page: Answer) =>
    new Map(
      (page.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );

  it('hold a strict policy on every page: nothing from elsewhere, nothing inline, nobody frames it', () => {
    forEachPage((page, name) => {
      const policy = policyOf(page);
      assert.deepEqual([...policy.keys()].toSorted(), DIRECTIVES, name);
      for (const directive of ['default-src', 'base-uri', 'frame-ancestors']) {
        assert.deepEqual(policy.get(directive), ["'none'"], name);
      }
      for (const directive of ['style-src', 'font-src', 'connect-src']) {
        assert.deepEqual(policy.get(directive), ["'self'"], name);
      }
      for (const source of policy.get('script-src') ?? [])
        assert.match(source, /^'(nonce|sha256)-/, name);
      for (const source of policy.get('form-action') ?? []) {
        const allowed = source === "'self'" || source === new URL(client.redirectUri).origin;
        assert.ok(allowed, `${name}: ${source}`);
      }
    });
  });

  it('name a nonce that is used once', async () => {
    const nonces = [...pages.values()].map((page) => policyOf(page).get('script-src')?.[0]);
    assert.equal(new Set(nonces).size, nonces.length);
    forEachPage((page, name) => {
      const nonce = policyOf(page).get('script-src')?.[0]?.slice("'nonce-".length, -1);
      for (const [script, attributes = ''] of page.body.matchAll(/<script\b([^>]*)>/g)) {
        const isData = attributes.includes('type="application/json"');
        if (!isData && name !== 'form_post')
          assert.ok(attributes.includes(`nonce="${nonce}"`), `${name}: ${script}`);
      }
    });
  });

  it('go with pages that keep to their policy: no inline style, no handler, no foreign address', () => {
    forEachPage(({ body }, name) => {
      assert.doesNotMatch(body, /<style|\sstyle="|\son[a-z]+="|javascript:/i, name);
      const loaded = [
        ...body.matchAll(/<(?:script|link|img|iframe|object|embed)\b[^>]*?(?:src|href)="([^"]*)"/g),
      ];
      for (const [, address = ''] of loaded)
        assert.match(address, /^(\/assets\/|data:image)/, name);
    });
  });

  it('forbid keeping, framing, sniffing and telling others where one was', () => {
    forEachPage(({ headers }, name) => {
      assert.equal(
        headers.get('cache-control'),
        name === 'form_post' ? headers.get('cache-control') : 'no-store',
        name,
      );
      assert.match(headers.get('cache-control') ?? '', /no-store/, name);
      assert.equal(headers.get('x-frame-options'), 'DENY', name);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', name);
      // A post to the relying party says which site it comes from, and no more.
      const referrer = name === 'form_post' ? 'origin' : 'same-origin';
      assert.equal(headers.get('referrer-policy'), referrer, name);
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', name);
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/, name);
      assert.match(
        headers.get('permissions-policy') ?? '',
        /publickey-credentials-get=\(self\)/,
        name,
      );
      assert.match(headers.get('x-request-id') ?? '', /^req_/, name);
      for (const header of ['server', 'x-powered-by'])
        assert.equal(headers.get(header), null, name);
    });
  });

  it('forbid keeping tokens, personal data, messages and redirects with a code', async () => {
    const { code, attempt, answer } = await obtainCode(senid, client, holder);
    const tokens = await client.redeem(code, attempt);
    const accessToken = String(tokens.body['access_token']);
    const outbox = await fetch(`${senid.issuer}/sandbox/outbox`, {
      headers: { accept: 'application/json' },
    });
    const answers: Record<string, Headers> = {
      redirect: answer.headers,
      token: tokens.headers,
      userinfo: (await client.userinfo(accessToken)).headers,
      introspection: (await client.introspect(accessToken)).headers,
      par: (await client.post('/par', client.authorize().parameters)).headers,
      registration: (
        await postRegistration(senid.issuer, { redirect_uris: ['https://rp.example/'] })
      ).headers,
      outbox: outbox.headers,
    };
    for (const [name, headers] of Object.entries(answers)) {
      assert.match(headers.get('cache-control') ?? '', /no-store/, name);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', name);
      assert.equal(headers.get('referrer-policy'), 'same-origin', name);
    }
  });
});
