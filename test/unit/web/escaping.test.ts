import assert from 'node:assert/strict';

import { SignInPage } from '../../../interactions/pages/sign-in-page.tsx';
import { LockedPage } from '../../../interactions/pages/locked-page.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import { renderPage } from '../../../web/page.ts';
import { ErrorPage } from '../../../web/pages/error-page.tsx';

const hostile = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!--`;

const ctx: PageContext = {
  locale: 'vi',
  nonce: hostile,
  path: `/interaction/${hostile}`,
  requestId: hostile,
  expiresAt: 1_800_000_000_000,
  service: {
    name: hostile,
    domain: hostile,
    logoUri: 'javascript:alert(3)',
    homeUri: 'javascript:alert(4)',
  },
};
const target = { action: `/interaction/${hostile}`, csrf: hostile };

describe('Whatever a stranger wrote into a page', () => {
  const pages = {
    'the sign-in page': SignInPage({
      ctx,
      target,
      ask: { level: 'low', reason: hostile },
      identifier: hostile,
      passkeyOptions: { challenge: hostile },
    }),
    'a page about the account': LockedPage({
      ctx,
      target,
      grounds: ['own_request'],
      ownWays: ['counter'],
    }),
    'the error page': ErrorPage({ ctx, code: hostile }),
  };

  for (const [name, page] of Object.entries(pages)) {
    const html = renderPage(page);

    it(`stays text on ${name}`, () => {
      assert.doesNotMatch(html, /<img src=x/);
      assert.doesNotMatch(html, /<script>alert/);
      assert.doesNotMatch(html, /<!--/);
    });

    it(`is never linked as a script on ${name}`, () => {
      assert.doesNotMatch(html, /javascript:/i);
    });
  }

  it('comes back unharmed out of the data block for the passkey script', () => {
    const html = renderPage(pages['the sign-in page']);
    const json = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    assert.deepEqual(JSON.parse(json), { challenge: hostile });
  });
});
