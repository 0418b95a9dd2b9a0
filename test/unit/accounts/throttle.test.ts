import assert from 'node:assert/strict';

import {
  createSignInThrottle,
  networkOf,
  placeOf,
  SIGN_IN_LIMITS,
} from '../../../accounts/throttle.ts';
import { freshAccountBench } from './account-bench.ts';

describe('sign-in throttle', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();
  const throttle = (limits = SIGN_IN_LIMITS) =>
    createSignInThrottle({ ephemeral: bench().stores.ephemerals, clock: bench().clock, limits });
  const an = { identifier: '099090000011', address: '192.0.2.1' };
  const refused = (retryAfterSeconds: number) => ({ allowed: false, retryAfterSeconds });

  it('allows five attempts at one identifier from one address, then says how long to wait', async () => {
    const { attempt } = throttle();
    for (let count = 0; count < 5; count += 1) {
      assert.deepEqual(await attempt(an), { allowed: true });
      bench().elapse(60);
    }
    assert.deepEqual(await attempt(an), refused(600));
    bench().elapse(600);
    assert.deepEqual(await attempt(an), { allowed: true });
  });

  it('counts guesses that come at the same moment', async () => {
    const { attempt } = throttle();
    const decisions = await Promise.all(Array.from({ length: 40 }, () => attempt(an)));
    assert.equal(decisions.filter(({ allowed }) => allowed).length, 5);
  });

  it('takes all addresses of one IPv6 subscriber for one', () => {
    assert.equal(networkOf('2001:db8:0:1::7'), networkOf('2001:0db8:0000:0001:ffff:0:0:9'));
    assert.equal(networkOf('2001:db8::1:0:0:7'), '2001:db8:0:0');
    assert.notEqual(networkOf('2001:db8:0:1::7'), networkOf('2001:db8:0:2::7'));
    assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
    assert.equal(networkOf('::ffff:192.0.2.1'), '::ffff:192.0.2.1');
    assert.equal(networkOf('::1'), '0:0:0:0');
  });

  it('takes all networks of one IPv6 site for one place, and every IPv4 address for its own', () => {
    assert.equal(placeOf('2001:db8:0:1::7'), placeOf('2001:db8:0:ffff::9'));
    assert.notEqual(placeOf('2001:db8:1::7'), placeOf('2001:db8:2::7'));
    assert.equal(placeOf('192.0.2.1'), '192.0.2.1');
    assert.equal(placeOf('::ffff:192.0.2.1'), '::ffff:192.0.2.1');
  });

  it('does not count an attempt that nobody looked at', async () => {
    const { attempt, giveBack } = throttle();
    for (let count = 0; count < 30; count += 1) {
      assert.deepEqual(await attempt(an), { allowed: true });
      await giveBack(an);
    }
  });

  it('takes two spellings of an identifier for one', async () => {
    const { attempt } = throttle();
    const spellings = [
      '099090000011',
      '099 090 000 011',
      '099.090.000.011',
      '099-090000011',
      ' 099090000011',
    ];
    for (const identifier of spellings) await attempt({ ...an, identifier });
    assert.equal((await attempt(an)).allowed, false);
  });

  it('forgets the attempts of who knew the password', async () => {
    const { attempt, succeeded } = throttle();
    for (let count = 0; count < 4; count += 1) await attempt(an);
    await attempt(an);
    await succeeded(an);
    assert.deepEqual(await attempt(an), { allowed: true });
  });

  it('does not count whoever knew the password, however often and from wherever they log in', async () => {
    const { attempt, succeeded } = throttle();
    for (let count = 0; count < 120; count += 1) {
      assert.deepEqual(await attempt(an), { allowed: true });
      await succeeded(an);
    }
  });

  it('does not let an attacker wash an address clean with an account of their own', async () => {
    const { attempt, succeeded } = throttle();
    for (let person = 0; person < 100; person += 1)
      await attempt({ ...an, identifier: `P${person}` });
    await succeeded(an);
    assert.deepEqual(await attempt({ ...an, identifier: 'P100' }), { allowed: true });
    assert.equal((await attempt({ ...an, identifier: 'P101' })).allowed, false);
  });

  it('allows twenty attempts at one identifier from all addresses together', async () => {
    const { attempt } = throttle();
    const from = (host: number) => ({ ...an, address: `192.0.2.${host}` });
    for (let host = 0; host < 20; host += 1)
      assert.equal((await attempt(from(host))).allowed, true);
    assert.deepEqual(await attempt(from(99)), refused(900));
  });

  it('does not let one address use up an identifier for all others', async () => {
    const { attempt } = throttle();
    for (let count = 0; count < 60; count += 1) await attempt(an);
    assert.deepEqual(await attempt({ ...an, address: '198.51.100.7' }), { allowed: true });
  });

  it('allows a hundred attempts from one address, and lets a hammered identifier cost five of them', async () => {
    const { attempt } = throttle();
    for (let count = 0; count < 60; count += 1) await attempt(an);
    for (let person = 0; person < 95; person += 1) {
      assert.equal((await attempt({ ...an, identifier: `P${person}` })).allowed, true);
    }
    assert.equal((await attempt({ ...an, identifier: 'P95' })).allowed, false);
    assert.equal((await attempt({ identifier: 'P95', address: '198.51.100.7' })).allowed, true);
  });
});
