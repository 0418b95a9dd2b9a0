import assert from 'node:assert/strict';

import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { withEndings } from '../../enrolment/ending.ts';
import { goThroughGuardianships } from '../../enrolment/rounds/birthday-round.ts';
import {
  bornYearsAgo,
  newFamily,
  nowBorn,
  registerTaking,
  type Family,
} from '../support/acting.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, type LoggedIn } from '../support/session-login.ts';
import { withStores } from '../support/session-server.ts';

const how = 'password';
const DAY_MS = 24 * 60 * 60 * 1000;

/** What age changes is asked of the rules at every request; what must be told is told by the round of the day. */
describe('birthdays of somebody who is acted for', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  let client: OidcClient;
  let passed = 0;

  before(async () => {
    senid = await startSenid({ name: 'acting-birthdays' });
    client = await registerTaking(senid, {
      metadata: { backchannel_logout_uri: 'https://rp.example/told' },
    });
  });
  after(() => senid.stop());

  const act = ({ guardian }: Family) => logIn(senid, client, guardian, { how, actsFor: '' });
  const turns = ({ ward }: Family, years: number) => nowBorn(senid, ward, bornYearsAgo(years, 0));
  const asksTheChild = async ({ guardian }: Family) => {
    const options = {
      how,
      actsFor: '',
      until: 'assent',
      parameters: { prompt: 'consent' },
    } as const;
    const { answer } = await attemptLogin(senid, client, guardian, options);
    return stepOn(answer) === 'assent';
  };
  /** Each refresh token once: a second use would end them all by itself. */
  const newest = new Map<LoggedIn, string>();
  const goesOn = async (login: LoggedIn) => {
    const { status, body } = await client.refresh(newest.get(login) ?? login.refreshToken);
    if (status === 200) newest.set(login, String(body['refresh_token']));
    return status === 200;
  };

  /** The morning of the next day, at one of the nodes. */
  const nextMorning = () =>
    withStores(senid, async (stores) => {
      passed += 1;
      const clock = () => Date.parse(`${dateInVietNam(Date.now() + passed * DAY_MS)}T07:30+07:00`);
      const sources = { ...stores, writer: withEndings(stores.writer, stores), clock };
      while ((await goThroughGuardianships(sources)) !== 'done');
    });

  /** What waits to be told this relying party when that morning comes. */
  const toldOf = ({ ward, guardian }: Family) =>
    withStores(senid, async ({ deliveries }) => {
      const all = await deliveries.list({ clientId: client.clientId, limit: 50 });
      return all
        .filter(({ accountId }) => accountId === ward.accountId)
        .map(({ payload }) => Object(payload).actorId === guardian.accountId);
    });

  it('6: nothing changes for who acts; 7: the child is asked too, and what there was waits for it', async () => {
    const family = await newFamily(senid, { wardBorn: bornYearsAgo(5, 300) });
    const first = await act(family);
    assert.equal(await asksTheChild(family), false);
    await turns(family, 6);
    assert.equal(await asksTheChild(family), false);
    const second = await act(family);
    assert.ok(await goesOn(second));
    await turns(family, 7);
    assert.ok(!(await goesOn(second)));
    assert.ok(await asksTheChild(family));
    const third = await act(family);
    assert.deepEqual(
      [third.claims['sub'], third.claims['act']],
      [first.claims['sub'], first.claims['act']],
    );
    assert.ok(await goesOn(third));
  });

  it('14: a parent acts no more and services are told; the child signs in alone, and is who they know', async () => {
    const family = await newFamily(senid, { wardBorn: bornYearsAgo(13) });
    const { answer } = await attemptLogin(senid, client, family.ward, { how });
    assert.equal(stepOn(answer), 'account-state', 'not before');
    const acting = await act(family);
    // Fourteen tomorrow: the round of that morning tells.
    await nowBorn(senid, family.ward, bornYearsAgo(14, -(passed + 1)));
    await nextMorning();
    assert.deepEqual(await toldOf(family), [true]);
    await turns(family, 14);
    assert.ok(!(await goesOn(acting)));
    const own = await logIn(senid, client, family.guardian, { how, actsFor: '' }).catch(
      () => undefined,
    );
    assert.equal(own?.claims['act'], undefined, 'there is nobody to act for');
    const alone = await logIn(senid, client, family.ward, { how });
    assert.equal(alone.claims['sub'], acting.claims['sub']);
    assert.ok(!('act' in alone.claims));
  });

  it('16: a guardian appointed by a court goes on, and answers without the child from then on', async () => {
    const basis = 'appointed_guardian';
    const family = await newFamily(senid, { basis, wardBorn: bornYearsAgo(15) });
    assert.ok(await asksTheChild(family), 'at 15 still');
    const acting = await act(family);
    await turns(family, 16);
    assert.ok(await goesOn(acting));
    assert.equal(await asksTheChild(family), false);
  });

  it('18: the guardianship ends, with all that was given in it; what is the ward’s own goes on', async () => {
    const basis = 'appointed_guardian';
    const family = await newFamily(senid, { basis, wardBorn: bornYearsAgo(17) });
    const acting = await act(family);
    const own = await logIn(senid, client, family.ward, { how });
    await nowBorn(senid, family.ward, bornYearsAgo(18, -(passed + 1)));
    assert.ok(await goesOn(acting), 'the day before');
    await nextMorning();
    assert.ok(!(await goesOn(acting)));
    assert.ok(await goesOn(own));
    assert.deepEqual(await toldOf(family), [true]);
    await withStores(senid, async ({ guardianships, notices }) => {
      assert.deepEqual(await guardianships.ofWard(family.ward.accountId), []);
      const told = await notices.ofAccount(family.guardian.accountId, 5);
      assert.ok(told.some(({ kind }) => kind === 'guardianship_ended'));
    });
  });
});
