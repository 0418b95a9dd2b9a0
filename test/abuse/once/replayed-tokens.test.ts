import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { tokensOf, type Tokens } from '../../support/oidc-client-answer.ts';
import { OidcClient } from '../../support/oidc-client.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import type { Browser } from '../../support/session-browser.ts';
import { logIn, obtainCode, sharedHolder } from '../../support/session-login.ts';
import type { Person } from '../../support/session-people.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';

/** After this, a second use is no lost race any more. */
const NO_LONGER_A_RACE_MS = 2_500;
/** After this, it is no retry either. */
const NO_LONGER_A_RETRY_MS = 10_500;

describe('a code or refresh token that comes back', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let browser: Browser;
  /** A refresh before all others: the time they take counts. */
  let earlier: { refreshToken: string | undefined; next: Tokens; noRetryAt: number };

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
    ({ browser } = await logIn(senid, client, person));
    const { refreshToken } = await logIn(senid, client, person);
    const next = tokensOf(await client.refresh(refreshToken));
    earlier = { refreshToken, next, noRetryAt: Date.now() + NO_LONGER_A_RETRY_MS };
  });

  const silentCode = async () => {
    const options = { browser, parameters: { prompt: 'none' } };
    const { code, attempt } = await obtainCode(senid, client, person, options);
    return [code, attempt] as const;
  };
  /** A grant of its own: those of one session and client share theirs. */
  const ownTokens = async (at = client) => logIn(senid, at, person);

  const assertDead = async (tokens: Tokens, at = client) => {
    assert.equal((await at.userinfo(tokens.accessToken)).status, 401);
    assert.deepEqual((await at.introspect(tokens.accessToken)).body, { active: false });
    assert.deepEqual(refusal(await at.refresh(tokens.refreshToken)), [400, 'invalid_grant']);
  };

  it('a code ends what it gave, successors included, and the audit knows why', async () => {
    const [code, attempt] = await silentCode();
    const first = tokensOf(await client.redeem(code, attempt));
    const rotated = tokensOf(await client.refresh(first.refreshToken));
    await wait(NO_LONGER_A_RACE_MS);
    assert.deepEqual(refusal(await client.redeem(code, attempt)), [400, 'invalid_grant']);
    for (const tokens of [first, rotated]) await assertDead(tokens);
    const events = await withStores(senid, ({ audit }) =>
      audit.list({ clientId: client.clientId, limit: 20 }),
    );
    const types = events.map(({ type }) => type);
    assert.ok(types.includes('artefact.replayed') && types.includes('grant.revoked'), types.join());
  });

  it('a code that comes back at once ends it as well', async () => {
    const [code, attempt] = await silentCode();
    const tokens = tokensOf(await client.redeem(code, attempt));
    assert.deepEqual(refusal(await client.redeem(code, attempt)), [400, 'invalid_grant']);
    await assertDead(tokens);
  });

  it('a refresh token that comes back at once, from a client with a key, costs nothing', async () => {
    const { refreshToken } = await ownTokens();
    const next = tokensOf(await client.refresh(refreshToken));
    assert.deepEqual(refusal(await client.refresh(refreshToken)), [400, 'invalid_grant']);
    assert.equal((await client.userinfo(next.accessToken)).status, 200);
    assert.equal((await client.refresh(next.refreshToken)).status, 200);
  });

  it('a moment later it gives the same successor again, as long as nobody has used that one', async () => {
    const { refreshToken } = await ownTokens();
    const lost = tokensOf(await client.refresh(refreshToken));
    await wait(NO_LONGER_A_RACE_MS);
    const retried = tokensOf(await client.refresh(refreshToken));
    assert.equal(retried.refreshToken, lost.refreshToken);
    assert.notEqual(retried.accessToken, lost.accessToken);
    assert.equal((await client.userinfo(retried.accessToken)).status, 200);
    const used = tokensOf(await client.refresh(retried.refreshToken));
    assert.deepEqual(refusal(await client.refresh(refreshToken)), [400, 'invalid_grant']);
    for (const tokens of [lost, retried, used]) await assertDead(tokens);
  });

  it('from a client without a key, it ends all that came of it whenever it comes', async () => {
    const at = await OidcClient.register(senid.issuer, { authentication: 'none' });
    for (const later of [0, NO_LONGER_A_RACE_MS]) {
      const { refreshToken } = await ownTokens(at);
      const next = tokensOf(await at.refresh(refreshToken));
      await wait(later);
      assert.deepEqual(refusal(await at.refresh(refreshToken)), [400, 'invalid_grant']);
      await assertDead(next, at);
    }
  });

  it('from a client with a key, it ends all that came of it when it comes late', async () => {
    await wait(Math.max(0, earlier.noRetryAt - Date.now()));
    const { refreshToken, next } = earlier;
    assert.deepEqual(refusal(await client.refresh(refreshToken)), [400, 'invalid_grant']);
    await assertDead(next);
  });

  it('the replay of one login leaves the others of the same person alone', async () => {
    const spoilt = await silentCode();
    await client.redeem(...spoilt);
    const other = await OidcClient.register(senid.issuer);
    const elsewhere = await logIn(senid, other, person);
    await client.redeem(...spoilt);
    assert.equal((await other.userinfo(elsewhere.accessToken)).status, 200);
    assert.equal((await other.refresh(elsewhere.refreshToken)).status, 200);
  });
});

function refusal({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) {
  return [status, body['error']];
}
