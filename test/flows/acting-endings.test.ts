import assert from 'node:assert/strict';

import { withEndings } from '../../enrolment/ending.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { bornYearsAgo, newFamily, registerTaking, type Family } from '../support/acting.ts';
import {
  startLogoutReceiver,
  verifyLogoutToken,
  type LogoutReceiver,
} from '../support/logout-receiver.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { givePasskey, logIn, type LoggedIn } from '../support/session-login.ts';
import { withStores } from '../support/session-server.ts';

const how = 'password';

/** Relying parties learn that somebody acts no more, of whom, and not why; what others do goes on. */
describe('the end of acting for another, as relying parties are told of it', function () {
  this.timeout(120_000);
  let receiver: LogoutReceiver;
  let senid: SenidProcess;

  before(async () => {
    receiver = await startLogoutReceiver();
    const env = { SENID_EGRESS_ALLOW: receiver.host.origin };
    senid = await startSenid({ name: 'acting-endings', env });
  });
  after(async () => {
    await senid.stop();
    await receiver.host.close();
  });

  const told = (path: string, more: Readonly<Record<string, unknown>> = {}) =>
    registerTaking(senid, {
      metadata: { backchannel_logout_uri: receiver.uri(path), ...more },
    });

  async function claimsTold(at: OidcClient, path: string, count: number) {
    const posts = await receiver.waitFor(path, count);
    const tokens = await Promise.all(posts.map((post) => verifyLogoutToken(at, post)));
    return tokens.map(({ payload: { sub, act, sid } }) => ({ sub, act, sid }));
  }

  async function locksOwnAccount({ guardian }: Family) {
    await givePasskey(senid, guardian);
    const browser = new Browser();
    const start = await browser.get(`${senid.issuer}/account/lock`);
    const page = await walk(browser, start, { senid, person: guardian }, 'nowhere:');
    assert.equal((await browser.submit(page, { reason: 'precaution', lock: '1' })).status, 200);
  }

  const isOver = async (at: OidcClient, { accessToken, refreshToken }: LoggedIn) => {
    assert.equal((await at.refresh(refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await at.userinfo(accessToken)).status, 401);
    assert.deepEqual((await at.introspect(accessToken)).body, { active: false });
  };

  const ends = (kind: 'guardianship_ended' | 'acting_ended', { guardian, ward }: Family) =>
    withStores(senid, async (stores) => {
      const { guardianships } = stores;
      const found = await guardianships.find(guardian.accountId, ward.accountId);
      assert.ok(found);
      const write: RegisterWrite = { kind, guardianship: found, at: Date.now() };
      const outcome = await withEndings(stores.writer, stores).apply([write]);
      assert.deepEqual(outcome, { kind: 'written' });
    });

  it('when a guardian locks their own account: what they did for the ward ends, what the father does goes on', async () => {
    const at = await told('/locked');
    const mother = await newFamily(senid);
    const father = await newFamily(senid, { ward: mother.ward });
    const hers = await logIn(senid, at, mother.guardian, { how, actsFor: '' });
    const his = await logIn(senid, at, father.guardian, { how, actsFor: '' });
    assert.equal(his.claims['sub'], hers.claims['sub']);
    await locksOwnAccount(mother);
    await isOver(at, hers);
    assert.equal((await at.userinfo(his.accessToken)).status, 200);
    assert.equal((await at.refresh(his.refreshToken)).status, 200);
    const { sub, act } = hers.claims;
    assert.deepEqual(await claimsTold(at, '/locked', 1), [{ sub, act, sid: undefined }]);
  });

  it('also where nobody had anything to agree to, and where sessions are told by `sid`', async () => {
    const at = await told('/sid', { backchannel_logout_session_required: true });
    const family = await newFamily(senid, { wardBorn: bornYearsAgo(5) });
    const tokens = await logIn(senid, at, family.guardian, { how, actsFor: '' });
    await locksOwnAccount(family);
    await isOver(at, tokens);
    const { sub, act, sid } = tokens.claims;
    assert.equal(typeof sid, 'string');
    assert.deepEqual(await claimsTold(at, '/sid', 1), [{ sub, act, sid }]);
  });

  it('when the guardianship ends: theirs, and nothing of their own nor of the ward; a new one wakes nothing', async () => {
    const at = await told('/ended');
    const family = await newFamily(senid, {
      basis: 'appointed_guardian',
      wardBorn: bornYearsAgo(17),
    });
    const acting = await logIn(senid, at, family.guardian, { how, actsFor: '' });
    const own = await logIn(senid, at, family.guardian, { how });
    const wards = await logIn(senid, at, family.ward, { how });
    assert.equal(wards.claims['sub'], acting.claims['sub'], 'one person, alone or through another');
    await ends('guardianship_ended', family);
    await isOver(at, acting);
    for (const { accessToken, refreshToken } of [own, wards]) {
      assert.equal((await at.userinfo(accessToken)).status, 200);
      assert.equal((await at.refresh(refreshToken)).status, 200);
    }
    const { sub, act } = acting.claims;
    assert.deepEqual(await claimsTold(at, '/ended', 1), [{ sub, act, sid: undefined }]);
    await newFamily(senid, { ...family, basis: 'appointed_guardian', wardBorn: bornYearsAgo(17) });
    await isOver(at, acting);
  });

  it('when age ends the acting alone, and to who has another ward only of this one', async () => {
    const at = await told('/age');
    const first = await newFamily(senid);
    const family = await newFamily(senid, { guardian: first.guardian });
    const names = await withStores(senid, async ({ accounts }) =>
      Promise.all(
        [first, family].map(async ({ ward }) => (await accounts.findById(ward.accountId))?.name),
      ),
    );
    const [one, two] = await logInFor(at, first, names);
    await ends('acting_ended', first);
    const { sub, act } = one.claims;
    assert.deepEqual(await claimsTold(at, '/age', 1), [{ sub, act, sid: undefined }]);
    assert.equal((await at.userinfo(two.accessToken)).status, 200);
  });

  async function logInFor(at: OidcClient, { guardian }: Family, names: (string | undefined)[]) {
    const [one = '', two = ''] = names;
    return [
      await logIn(senid, at, guardian, { how, actsFor: one }),
      await logIn(senid, at, guardian, { how, actsFor: two }),
    ] as const;
  }
});
