import assert from 'node:assert/strict';

import { newFamily, registerTaking, type Family } from '../support/acting.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { logIn } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

/** RFC 8693, section 4.1: `sub` is whom it is about, `act` is who acts. */
describe('somebody who acts for another', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let family: Family;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
    family = await newFamily(senid);
  });

  const actFor = (options: Parameters<typeof logIn>[3] = {}, at = client) =>
    logIn(senid, at, family.guardian, { how: 'password', actsFor: '', ...options });
  const actorOf = (claims: Readonly<Record<string, unknown>>) =>
    (claims['act'] as { readonly sub?: unknown } | undefined)?.sub;

  it('is named beside the ward in ID token, userinfo and introspection', async () => {
    const { claims, accessToken } = await actFor({ parameters: { scope: 'openid profile' } });
    const own = await logIn(senid, client, family.guardian, { how: 'password' });
    assert.notEqual(claims['sub'], own.claims['sub']);
    assert.equal(actorOf(claims), own.claims['sub'], 'the guardian as this client knows them');
    assert.equal(own.claims['act'], undefined);
    const { body } = await client.userinfo(accessToken);
    assert.deepEqual([body['sub'], body['act']], [claims['sub'], claims['act']]);
    assert.equal(body['age_over_14'], false);
    const introspected = await client.introspect(accessToken);
    assert.deepEqual(
      [introspected.body['sub'], introspected.body['act']],
      [claims['sub'], claims['act']],
    );
  });

  it('stays named, and the ward the same, when tokens are refreshed', async () => {
    const { claims, refreshToken } = await actFor();
    const tokens = tokensOf(await client.refresh(refreshToken));
    const { payload } = await client.verify(tokens.idToken);
    assert.deepEqual([payload['sub'], payload['act']], [claims['sub'], claims['act']]);
  });
});
