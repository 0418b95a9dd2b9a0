import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import { logIn } from '../support/session-login.ts';
import { withStores } from '../support/session-server.ts';
import type { Proof } from './world.ts';

/** That a logout is handed in for delivery; how it arrives is shown by `flows/backchannel-logout.test.ts`. */
export const backchannelLogout =
  (sessionRequired: boolean): Proof =>
  async (value, { senid, person }) => {
    assert.equal(value, 'true');
    const client = await OidcClient.register(senid.issuer, {
      metadata: {
        backchannel_logout_uri: 'https://127.0.0.1/refused-by-the-egress-door',
        backchannel_logout_session_required: sessionRequired,
      },
    });
    const { browser, claims } = await logIn(senid, client, person);
    assert.equal('sid' in claims, sessionRequired);
    await browser.submit(await browser.get(`${senid.issuer}/logout`), { continue: '' });
    const handedIn = await withStores(senid, ({ deliveries }) =>
      deliveries.list({ clientId: client.clientId, limit: 2 }),
    );
    assert.equal(handedIn.length, 1);
    assert.equal(handedIn[0]?.kind, 'backchannel-logout');
    assert.equal(handedIn[0].accountId, person.accountId);
  };
