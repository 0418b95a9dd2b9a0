import assert from 'node:assert/strict';

import { createPendingLogins, LOGIN_SECONDS } from '../../../portals/session/pending-login.ts';

const NOW = Date.UTC(2026, 10, 22);
const begun = { sentAt: NOW, maxAgeSeconds: 300, returnTo: '/account/data', hasDraft: false };

describe('A sign-in that was begun', () => {
  const logins = createPendingLogins({ name: 'account' }, Buffer.alloc(32, 1));
  const { id, secrets } = logins.begin(begun, 'browser');

  it('is read back from its state, with what the provider is asked for', () => {
    const read = logins.read(secrets.state, 'browser', NOW + 1000);
    assert.deepEqual(read, { pending: { ...begun, id }, secrets });
    assert.match(secrets.codeVerifier, /^[\w-]{43}$/);
    assert.equal(new Set(Object.values(secrets)).size, 3);
  });

  it('shows in its state neither nonce nor verifier', () => {
    const [payload = ''] = secrets.state.split('.');
    const shown = secrets.state + Buffer.from(payload, 'base64url').toString('utf8');
    assert.ok(!shown.includes(secrets.nonce) && !shown.includes(secrets.codeVerifier));
  });

  for (const [what, portal, key, browser, after] of [
    ['in another browser', 'account', 1, 'another', 0],
    ['in none', 'account', 1, undefined, 0],
    ['at another portal', 'officer', 1, 'browser', 0],
    ['under another key', 'account', 2, 'browser', 0],
    ['an hour later', 'account', 1, 'browser', LOGIN_SECONDS * 1000 + 1],
  ] as const) {
    it(`is nothing ${what}`, () => {
      const other = createPendingLogins({ name: portal }, Buffer.alloc(32, key));
      assert.equal(other.read(secrets.state, browser, NOW + after), undefined);
    });
  }
});
