import assert from 'node:assert/strict';

import {
  bornYearsAgo,
  endGuardianship,
  lockAccount,
  newFamily,
  nowBorn,
  registerTaking,
  takeActors,
  type Family,
  type FamilyFacts,
} from '../support/acting.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { attemptLogin, logIn, type LoggedIn } from '../support/session-login.ts';
import { stepOn } from '../support/session-journey.ts';
import { sharedSenid } from '../support/session-server.ts';

/** Whatever acting rests on is looked at again wherever something is given. */
describe('what somebody was given for another ends', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
  });

  async function acting(facts: FamilyFacts = {}) {
    const family = await newFamily(senid, facts);
    const tokens = await logIn(senid, client, family.guardian, { how: 'password', actsFor: '' });
    assert.ok(tokens.claims['act']);
    return { ...family, tokens };
  }

  /** The relying party learns that it is over, and not a word of why. */
  async function assertNothing({ accessToken, refreshToken }: LoggedIn, at = client) {
    const refreshed = await at.refresh(refreshToken);
    assert.deepEqual([refreshed.status, refreshed.body['error']], [400, 'invalid_grant']);
    const told = JSON.stringify(refreshed.body);
    assert.doesNotMatch(told, /guardian|ward|lock|birth|consent|expire[sd]? on/i);
    assert.equal((await at.userinfo(accessToken)).status, 401);
    assert.equal((await at.introspect(accessToken)).body['active'], false);
  }

  it('with the guardianship', async () => {
    const { tokens, guardianshipId } = await acting();
    await endGuardianship(senid, guardianshipId);
    await assertNothing(tokens);
  });

  it('on the ward’s 14th birthday, where a parent acted; and the child then signs in alone, asked anew', async () => {
    const { tokens, ward } = await acting({ wardBorn: bornYearsAgo(13) });
    await nowBorn(senid, ward, bornYearsAgo(14, 0));
    await assertNothing(tokens);
    const { answer } = await attemptLogin(senid, client, ward, {
      how: 'password',
      until: 'consent',
    });
    assert.equal(stepOn(answer), 'consent', 'what the parent agreed to does not bind the child');
    const alone = await logIn(senid, client, ward, { how: 'password' });
    assert.equal(alone.claims['sub'], tokens.claims['sub'], 'and is who the service knows');
    assert.ok(!('act' in alone.claims));
  });

  it('not on that birthday where a court appointed who acts', async () => {
    const { tokens, ward } = await acting({
      basis: 'appointed_guardian',
      wardBorn: bornYearsAgo(13),
    });
    await nowBorn(senid, ward, bornYearsAgo(14, 0));
    assert.equal((await client.refresh(tokens.refreshToken)).status, 200);
  });

  it('on the 7th birthday, until the child has been asked too', async () => {
    const { tokens, ward, guardian } = await acting({ wardBorn: bornYearsAgo(6) });
    await nowBorn(senid, ward, bornYearsAgo(7, 0));
    assert.equal((await client.refresh(tokens.refreshToken)).status, 400);
    const { browser } = tokens;
    const { answer } = await attemptLogin(senid, client, guardian, {
      browser,
      how: 'password',
      actsFor: '',
      until: 'assent',
    });
    assert.equal(stepOn(answer), 'assent');
  });

  for (const who of ['guardian', 'ward'] as const) {
    it(`when the account of the ${who} is locked`, async () => {
      const { tokens, ...family } = await acting();
      await lockAccount(senid, family[who]);
      await assertNothing(tokens);
    });
  }

  it('when the relying party takes nobody who acts any more', async () => {
    const own = await registerTaking(senid);
    const family: Family = await newFamily(senid);
    const tokens = await logIn(senid, own, family.guardian, { how: 'password', actsFor: '' });
    await takeActors(senid, own.clientId, false);
    const gone = async () => (await own.userinfo(tokens.accessToken)).status;
    // Another process changed it: this one may go by what it knew for four seconds.
    for (let tries = 0; tries < 40 && (await gone()) === 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.equal(await gone(), 401);
    assert.equal((await own.refresh(tokens.refreshToken)).status, 400);
  });

  it('with the browser’s session of who acted, and not with that of anybody else', async () => {
    const { tokens } = await acting();
    const { browser } = tokens;
    const page = await browser.get(`${senid.issuer}/logout`);
    await browser.submit(page, { logout: 'yes' });
    await assertNothing(tokens);
  });
});
