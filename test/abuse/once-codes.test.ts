import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { Racers, type RaceResult } from '../support/oidc-client-racer.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { logIn, obtainCode, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** After this, a second redemption is no lost race any more. */
const NO_LONGER_A_RACE_MS = 2_500;

describe('a code or refresh token under many hands', function () {
  this.timeout(240_000);

  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let browser: Browser;
  const racers = new Racers(2);

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
    ({ browser } = await logIn(senid, client, person));
  });

  after(() => racers.stop());

  const race = async (form: Record<string, string>, times: number) => {
    const { headers } = await client.authentication();
    const request = {
      url: `${senid.issuer}/token`,
      headers: { accept: 'application/json', ...headers },
      form,
    };
    return racers.race(request, times);
  };
  const codeForm = ({ code, attempt }: Awaited<ReturnType<typeof obtainCode>>) => ({
    grant_type: 'authorization_code',
    code,
    code_verifier: attempt.verifier,
    redirect_uri: client.redirectUri,
  });
  const silentCode = () =>
    obtainCode(senid, client, person, { browser, parameters: { prompt: 'none' } });

  it('200 codes × 20 parallel redemptions from two processes: each gives tokens exactly once', async () => {
    for (let round = 0; round < 200; round += 1) {
      assertOneWinner(await race(codeForm(await silentCode()), 10));
    }
  });

  it('50 refresh tokens × 20 parallel refreshes: each is rotated exactly once', async () => {
    const first = await client.redeem(...codeAndAttempt(await silentCode()));
    let { refreshToken = '' } = tokensOf(first);
    for (let round = 0; round < 50; round += 1) {
      const results = await race({ grant_type: 'refresh_token', refresh_token: refreshToken }, 10);
      refreshToken = String(assertOneWinner(results).body['refresh_token']);
    }
  });

  it('a lost race costs the winner nothing', async () => {
    const winner = assertOneWinner(await race(codeForm(await silentCode()), 10));
    const { accessToken, refreshToken } = tokensOf({ ...winner, headers: new Headers() });
    assert.equal((await client.userinfo(accessToken)).status, 200);
    assert.equal((await client.refresh(refreshToken)).status, 200);
  });

  it('a code presented again later revokes everything it gave', async () => {
    const obtained = await silentCode();
    const first = tokensOf(await client.redeem(...codeAndAttempt(obtained)));
    const rotated = tokensOf(await client.refresh(first.refreshToken));
    await wait(NO_LONGER_A_RACE_MS);
    const replay = await client.redeem(...codeAndAttempt(obtained));
    assert.equal(replay.status, 400);
    assert.equal(replay.body['error'], 'invalid_grant');
    for (const { accessToken, refreshToken } of [first, rotated]) {
      assert.equal((await client.userinfo(accessToken)).status, 401);
      assert.deepEqual((await client.introspect(accessToken)).body, { active: false });
      assert.equal((await client.refresh(refreshToken)).body['error'], 'invalid_grant');
    }
    const events = await withStores(senid, ({ audit }) =>
      audit.list({ clientId: client.clientId, limit: 20 }),
    );
    const types = events.map(({ type }) => type);
    assert.ok(types.includes('artefact.replayed') && types.includes('grant.revoked'), types.join());
  });

  it('a refresh token presented again later revokes its successors', async () => {
    const { refreshToken } = tokensOf(await client.redeem(...codeAndAttempt(await silentCode())));
    const next = tokensOf(await client.refresh(refreshToken));
    const last = tokensOf(await client.refresh(next.refreshToken));
    await wait(NO_LONGER_A_RACE_MS);
    assert.equal((await client.refresh(refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await client.refresh(last.refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await client.userinfo(last.accessToken)).status, 401);
  });

  it('the replay of one login leaves the others of the same person alone', async () => {
    const spoilt = await silentCode();
    await client.redeem(...codeAndAttempt(spoilt));
    const other = await OidcClient.register(senid.issuer);
    const elsewhere = await logIn(senid, other, person);
    await wait(NO_LONGER_A_RACE_MS);
    await client.redeem(...codeAndAttempt(spoilt));
    assert.equal((await other.userinfo(elsewhere.accessToken)).status, 200);
    assert.equal((await other.refresh(elsewhere.refreshToken)).status, 200);
  });
});

function codeAndAttempt({ code, attempt }: Awaited<ReturnType<typeof obtainCode>>) {
  return [code, attempt] as const;
}

function assertOneWinner(results: readonly RaceResult[]): RaceResult {
  const winners = results.filter(({ status }) => status === 200);
  assert.equal(results.length, 20);
  assert.equal(winners.length, 1, JSON.stringify(results.map(({ status }) => status)));
  for (const { status, body } of results) {
    if (status !== 200) assert.deepEqual([status, body['error']], [400, 'invalid_grant']);
  }
  return winners[0] ?? assert.fail();
}
