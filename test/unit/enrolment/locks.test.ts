import assert from 'node:assert/strict';

import type { Lock, LockGround, LockRequester } from '../../../accounts/account.ts';
import { accountState } from '../../../accounts/account-state.ts';
import { ruleInForce } from '../../../accounts/legal-rules.ts';
import { LOCK_RULES } from '../../../enrolment/lock-rules.ts';
import { decideLift, decideLock, type LockRequest } from '../../../enrolment/locks.ts';
import { newId } from '../../../ids.ts';
import { sampleAccount, sampleLock } from '../../contract/samples.ts';

const accountId = newId('acc');
const moment = { now: Date.parse('2026-11-22T03:00:00Z'), event: {} };
const document = { number: '17/CV', date: '2026-11-20' };
const REQUESTERS = ['holder', 'guardian', 'agency', 'register', 'operator'] as const;
/** Who may ask on which ground, to lock and to lift; copied by hand from the domain, section 1.7. */
const MAY: Readonly<Record<LockGround, readonly [string, string]>> = {
  own_request: ['holder guardian', 'holder guardian'],
  terms_breached: ['operator', 'operator'],
  card_revoked_or_retained: ['register', 'register'],
  authority_request: ['agency', 'agency'],
  number_cancelled: ['register', 'register'],
  death: ['register', ''],
};
const grounds = Object.keys(MAY) as LockGround[];

const lockOn = (request: LockRequest, open: readonly Lock[] = []): Lock => {
  const decision = decideLock(accountId, open, request, moment);
  assert.ok(decision.kind === 'locks', JSON.stringify(decision));
  return decision.lock;
};

describe('locks', () => {
  for (const ground of grounds) {
    it(`are added and lifted by whom the law names: ${ground}`, () => {
      const lock = sampleLock(accountId, { ground });
      const may = (asks: (requester: LockRequester) => { readonly kind: string }) =>
        REQUESTERS.filter((requester) => asks(requester).kind !== 'refused').join(' ');
      const [add, lift] = MAY[ground];
      const asks = (requester: LockRequester) =>
        decideLock(accountId, [], { ground, requester, document }, moment);
      assert.equal(may(asks), add);
      const lifts = (requester: LockRequester) =>
        decideLift([lock], { lockId: lock.id, requester, document }, moment);
      assert.equal(may(lifts), lift);
    });
  }

  it('are asked for in writing by agencies, and lifted in writing', () => {
    const request = { ground: 'authority_request', requester: 'agency' } as const;
    const refused = { kind: 'refused', reason: 'document_missing' };
    assert.deepEqual(decideLock(accountId, [], request, moment), refused);
    const lock = lockOn({ ...request, document, agency: 'Cơ quan điều tra' });
    assert.deepEqual(lock.details, {
      documentNumber: '17/CV',
      documentDate: '2026-11-20',
      agency: 'Cơ quan điều tra',
    });
    const lift = { lockId: lock.id, requester: 'agency' } as const;
    assert.deepEqual(decideLift([lock], lift, moment), refused);
  });

  it('stack, and the account opens when none is left', () => {
    const own = lockOn({ ground: 'own_request', requester: 'holder' });
    const agency = { ground: 'authority_request', requester: 'agency', document } as const;
    const first = lockOn(agency, [own]);
    const second = lockOn({ ...agency, document: { ...document, number: '18/CV' } }, [own, first]);
    const again = decideLock(accountId, [own, first, second], agency, moment);
    assert.deepEqual(again, { kind: 'refused', reason: 'locked_already' });
    const lifted = decideLift([own, first], { lockId: own.id, requester: 'holder' }, moment);
    assert.deepEqual(lifted.kind === 'lifts' && lifted.left, [first]);
    const last = decideLift([first], { lockId: first.id, requester: 'agency', document }, moment);
    assert.deepEqual(last.kind === 'lifts' && last.left, []);
    const twice = decideLift([first], { lockId: own.id, requester: 'holder' }, moment);
    assert.deepEqual(twice, { kind: 'refused', reason: 'no_such_lock' });
  });

  it('of the dead are never lifted, by nobody', () => {
    const lock = sampleLock(accountId, { ground: 'death' });
    for (const requester of REQUESTERS) {
      const decision = decideLift([lock], { lockId: lock.id, requester, document }, moment);
      assert.deepEqual(decision, { kind: 'refused', reason: 'never_lifted' });
    }
    const death = decideLock(accountId, [], { ground: 'death', requester: 'register' }, moment);
    assert.equal(death.kind === 'locks' && death.tellHolder, false);
  });

  it('leave an account whose document ended meanwhile closed, and open it with the renewal', () => {
    const expiring = { type: 'residence_card', number: 'NN1', expiry: '2026-11-25' } as const;
    const account = sampleAccount({ residencePermit: expiring });
    const [own, agency] = [
      sampleLock(account.id),
      sampleLock(account.id, { ground: 'authority_request' }),
    ];
    const on = (day: string) => Date.parse(`${day}T03:00:00Z`);
    const state = (locks: readonly Lock[], day: string, held = account) =>
      accountState(held, locks, on(day)).kind;
    assert.equal(state([own, agency], '2026-11-24'), 'locked');
    assert.equal(state([agency], '2026-11-26'), 'locked');
    assert.equal(state([], '2026-11-26'), 'document_expired');
    const renewed = { ...account, residencePermit: { ...expiring, expiry: '2028-11-25' } };
    assert.equal(state([], '2026-11-26', renewed), 'active');
    assert.equal(state([agency], '2026-11-26', renewed), 'locked');
  });

  it('may never be asked for by a relying party: no ground knows one', () => {
    const rules = ruleInForce(LOCK_RULES, '2026-11-22');
    const named = new Set(
      grounds.flatMap((ground) => [...rules[ground].mayRequest, ...rules[ground].mayLift]),
    );
    assert.deepEqual([...named].toSorted(), [...REQUESTERS].toSorted());
  });
});
