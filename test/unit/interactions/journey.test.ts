import assert from 'node:assert/strict';

import type { Factor } from '../../../accounts/factors.ts';
import type { AccountId } from '../../../ids.ts';
import { awaitsCode, provenBy, withCode, type Journey } from '../../../interactions/journey.ts';

const ANNA: AccountId = 'acc_anna';
const BEN: AccountId = 'acc_ben';
const proof = (method: 'pwd' | 'otp', at = 0): Factor => {
  const common = {
    at,
    transaction: 't',
    audience: { clientId: 'c', organisationId: 'org_c', publicService: false } as const,
  };
  return method === 'pwd' ? { ...common, method } : { ...common, method, channel: 'sms' };
};
const nobody: Journey = {
  accountId: undefined,
  factors: [],
  confirmed: false,
  switching: false,
  addingPasskey: false,
  consented: false,
  approved: false,
  code: undefined,
  principal: undefined,
  agreed: undefined,
};

describe('a journey', () => {
  it('gives a code sent to one person to nobody else, whoever has taken the journey over meanwhile', () => {
    const anna = provenBy(nobody, ANNA, proof('pwd'));
    const ben = provenBy(anna, BEN, proof('pwd'));
    const raced = withCode(ben, ANNA, proof('otp'));
    assert.equal(raced.accountId, BEN);
    assert.deepEqual(raced.factors, [proof('pwd')]);
    assert.equal(awaitsCode(raced), true);
  });

  it('begins from nothing for another person: no factor, no answer, no code of the one before', () => {
    const anna: Journey = {
      ...withCode(provenBy(nobody, ANNA, proof('pwd')), ANNA, proof('otp')),
      consented: true,
      addingPasskey: true,
      code: { kind: 'no_destination' },
    };
    const ben = provenBy(anna, BEN, proof('pwd', 1));
    assert.deepEqual(ben, {
      ...nobody,
      accountId: BEN,
      factors: [proof('pwd', 1)],
      confirmed: true,
    });
  });

  it('keeps what the same person proved before', () => {
    const once = withCode(provenBy(nobody, ANNA, proof('pwd')), ANNA, proof('otp', 1));
    const twice = provenBy(once, ANNA, proof('pwd', 2));
    assert.deepEqual(twice.factors, [proof('pwd'), proof('otp', 1), proof('pwd', 2)]);
  });

  it('waits for a code after every password, however many codes there were before', () => {
    const once = withCode(provenBy(nobody, ANNA, proof('pwd')), ANNA, proof('otp', 1));
    assert.equal(awaitsCode(once), false);
    const twice = provenBy(once, ANNA, proof('pwd', 2));
    assert.equal(awaitsCode(twice), true);
    assert.equal(awaitsCode(withCode(twice, ANNA, proof('otp', 3))), false);
  });
});
