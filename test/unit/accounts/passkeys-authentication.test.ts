import assert from 'node:assert/strict';

import { userHandle } from '../../../accounts/user-handle.ts';
import { newId } from '../../../ids.ts';
import type { CeremonyBehaviour } from '../../support/virtual-authenticator-behaviour.ts';
import { freshAccountBench } from './account-bench.ts';
import { newJourney, passkeyHolder, refused } from './passkey-bench.ts';

describe('passkey authentication', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();

  const holder = (character?: Partial<CeremonyBehaviour>) => passkeyHolder(bench(), character);

  it('asks for any passkey at sign-in, and for the own ones of a person who is known', async () => {
    const { passkeys, account, passkey } = await holder();
    const journeyId = newJourney();
    const signIn = await passkeys.authenticationOptions({ journeyId, accountId: undefined });
    const stepUp = await passkeys.authenticationOptions({ journeyId, accountId: account.id });
    assert.equal(signIn.allowCredentials, undefined);
    assert.deepEqual(
      stepUp.allowCredentials?.map(({ id }) => id),
      [passkey.credentialId],
    );
    for (const options of [signIn, stepUp]) assert.equal(options.userVerification, 'required');
  });

  it('tells who signed in, and with what', async () => {
    const { authenticate, account, authenticator, passkey } = await holder();
    const result = await authenticate(undefined, authenticator);
    const used = { ...passkey, counter: 1, lastUsedAt: bench().clock() };
    assert.deepEqual(result, {
      kind: 'verified',
      accountId: account.id,
      passkey: used,
      deviceBound: true,
    });
    assert.deepEqual(await bench().stores.passkeys.listByAccount(account.id), [used]);
  });

  it('tells a synced passkey from a device-bound one, and notices when it is backed up', async () => {
    const { authenticate, account, authenticator } = await holder({ backupEligible: true });
    const result = await authenticate(account, authenticator, { backedUp: true });
    assert.ok(result.kind === 'verified');
    assert.equal(result.deviceBound, false);
    assert.equal(result.passkey.backedUp, true);
  });

  const lies: readonly (readonly [string, string, Partial<CeremonyBehaviour>])[] = [
    ['without user verification', 'not_verified', { userVerified: false }],
    ['without user presence', 'not_verified', { userPresent: false }],
    ['for another origin', 'not_verified', { origin: 'https://evil.example' }],
    ['for another relying party', 'not_verified', { rpId: 'example.vn' }],
    ['for another challenge', 'not_verified', { challenge: 'AAAA' }],
    ['that is a registration', 'not_verified', { clientDataType: 'webauthn.create' }],
    ['from a device-bound passkey turned synced', 'not_verified', { backupEligible: true }],
    [
      'with the handle of another account',
      'other_account',
      { userHandle: userHandle(newId('acc')).toString('base64url') },
    ],
    ['that does not say who signs in', 'other_account', { userHandle: null }],
    ['with a handle that is none', 'malformed', { userHandle: 'A'.repeat(100) }],
  ];
  for (const [description, reason, lie] of lies) {
    it(`refuses an answer ${description}`, async () => {
      const { authenticate, authenticator, passkey, account } = await holder();
      assert.deepEqual(await authenticate(undefined, authenticator, lie), refused(reason));
      assert.deepEqual(await bench().stores.passkeys.listByAccount(account.id), [passkey]);
    });
  }

  it('refuses a signature made with another key', async () => {
    const { passkeys, authenticate, authenticator, account } = await holder();
    const request = { journeyId: newJourney(), accountId: account.id };
    const options = await passkeys.authenticationOptions(request);
    const [one, other] = [authenticator.get(options), authenticator.get(options)];
    const signatureOf = (text: string) => /"signature":"([^"]+)"/.exec(text)?.[1] ?? '';
    const mixed = one.replace(signatureOf(one), signatureOf(other));
    assert.deepEqual(
      await passkeys.authenticate({ ...request, response: mixed }),
      refused('not_verified'),
    );
    assert.equal((await authenticate(account, authenticator)).kind, 'verified');
  });

  it('lets a person who is known leave the handle out', async () => {
    const { authenticate, authenticator, account } = await holder();
    const { kind } = await authenticate(account, authenticator, { userHandle: null });
    assert.equal(kind, 'verified');
  });

  it('pins the person during a step-up', async () => {
    const { passkeys, authenticator } = await holder();
    const somebodyElse = await bench().person();
    const request = { journeyId: newJourney(), accountId: somebodyElse.id };
    const { challenge } = await passkeys.authenticationOptions(request);
    const response = authenticator.get({ challenge });
    assert.deepEqual(
      await passkeys.authenticate({ ...request, response }),
      refused('other_account'),
    );
  });

  it('knows no passkey that was removed, also one removed while it is being used', async () => {
    const { authenticate, account, authenticator, passkey } = await holder();
    const { passkeys } = bench().stores;
    const used = authenticate(account, authenticator);
    const removed = passkeys.remove(passkey.id, bench().clock());
    assert.ok(await removed);
    const duringRemoval = await used;
    assert.ok(['verified', 'refused'].includes(duringRemoval.kind));
    assert.deepEqual(await authenticate(undefined, authenticator), refused('unknown_credential'));
  });

  it('takes an answer once, also when it comes many times at once', async () => {
    for (const counter of [undefined, 0]) {
      const { passkeys, account, authenticator } = await holder({ counter });
      const request = { journeyId: newJourney(), accountId: account.id };
      const options = await passkeys.authenticationOptions(request);
      const response = authenticator.get(options);
      const results = await Promise.all(
        Array.from({ length: 20 }, () => passkeys.authenticate({ ...request, response })),
      );
      assert.equal(results.filter(({ kind }) => kind === 'verified').length, 1);
      const others = results.filter(({ kind }) => kind !== 'verified');
      for (const other of others) assert.deepEqual(other, refused('challenge_spent'));
    }
  });

  it('spends the challenge on a wrong answer too', async () => {
    const { passkeys, account, authenticator } = await holder();
    const request = { journeyId: newJourney(), accountId: account.id };
    const options = await passkeys.authenticationOptions(request);
    const wrong = authenticator.get(options, { userVerified: false });
    await passkeys.authenticate({ ...request, response: wrong });
    const right = { ...request, response: authenticator.get(options) };
    assert.deepEqual(await passkeys.authenticate(right), refused('challenge_spent'));
  });

  it('takes an answer only in the journey it was made for, and for five minutes', async () => {
    const { passkeys, account, authenticator } = await holder();
    const request = { journeyId: newJourney(), accountId: account.id };
    const response = authenticator.get(await passkeys.authenticationOptions(request));
    const spent = refused('challenge_spent');
    const elsewhere = { ...request, journeyId: newJourney(), response };
    assert.deepEqual(await passkeys.authenticate(elsewhere), spent);
    // A challenge for a known person answers no sign-in of whoever comes.
    assert.deepEqual(
      await passkeys.authenticate({ ...request, accountId: undefined, response }),
      spent,
    );
    bench().elapse(5 * 60);
    assert.deepEqual(await passkeys.authenticate({ ...request, response }), spent);
  });

  it('refuses what is not an answer of a browser', async () => {
    const { passkeys } = await holder();
    const request = { journeyId: newJourney(), accountId: undefined };
    for (const response of ['', 'null', '{}', '{"id":1}', 'x'.repeat(100_000)]) {
      assert.deepEqual(await passkeys.authenticate({ ...request, response }), refused('malformed'));
    }
  });
});
