import assert from 'node:assert/strict';

import { userHandle } from '../../../accounts/user-handle.ts';
import type { CeremonyBehaviour } from '../../support/virtual-authenticator-behaviour.ts';
import { freshAccountBench } from './account-bench.ts';
import { newAuthenticator, newJourney, passkeyBench, refused } from './passkey-bench.ts';

describe('passkey registration', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();

  it('asks for a discoverable credential under user verification, and pins what we can verify', async () => {
    const { creationOptions } = passkeyBench(bench());
    const account = await bench().person();
    const options = await creationOptions(account, newJourney());
    assert.equal(options.rp.id, 'id.example.vn');
    assert.equal(options.authenticatorSelection?.residentKey, 'required');
    assert.equal(options.authenticatorSelection?.userVerification, 'required');
    assert.equal(options.attestation, 'none');
    assert.deepEqual(
      options.pubKeyCredParams.map(({ alg }) => alg),
      [-7, -257],
    );
    assert.equal(options.user.displayName, account.name);
  });

  it('gives the authenticator nothing that tells who the person is but the name', async () => {
    const { creationOptions } = passkeyBench(bench());
    const account = await bench().person();
    const options = await creationOptions(account, newJourney());
    assert.equal(options.user.id, userHandle(account.id).toString('base64url'));
    const handle = Buffer.from(options.user.id, 'base64url').toString('latin1');
    assert.ok(!handle.includes(account.identifier) && !handle.includes(account.id));
    assert.ok(!JSON.stringify(options).includes(account.identifier));
  });

  it('excludes the passkeys the person has', async () => {
    const { creationOptions, registered } = passkeyBench(bench());
    const account = await bench().person();
    const { credentialId } = await registered(account, newAuthenticator());
    const { excludeCredentials } = await creationOptions(account, newJourney());
    assert.deepEqual(
      excludeCredentials?.map(({ id, transports }) => ({ id, transports })),
      [{ id: credentialId, transports: ['internal'] }],
    );
  });

  it('keeps what the authenticator said about itself', async () => {
    const account = await bench().person();
    const authenticator = newAuthenticator({
      attestation: 'packed',
      backupEligible: true,
      backedUp: true,
      aaguid: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd',
      transports: ['hybrid', 'internal'],
      counter: 7,
    });
    const passkey = await passkeyBench(bench()).registered(account, authenticator);
    assert.deepEqual(await bench().stores.passkeys.listByAccount(account.id), [passkey]);
    const { backupEligible, backedUp, attestationFormat, transports, counter, name } = passkey;
    assert.deepEqual(
      { backupEligible, backedUp, attestationFormat, counter, name },
      {
        backupEligible: true,
        backedUp: true,
        attestationFormat: 'packed',
        counter: 7,
        name: 'Apple Passwords',
      },
    );
    assert.deepEqual(transports, ['hybrid', 'internal']);
  });

  const lies: readonly (readonly [string, Partial<CeremonyBehaviour>])[] = [
    ['without user verification', { userVerified: false }],
    ['without user presence', { userPresent: false }],
    ['for another origin', { origin: 'https://id.example.vn.evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['that is an authentication', { clientDataType: 'webauthn.get' }],
    ['with an algorithm we did not offer', { algorithm: 'EdDSA' }],
    ['that is backed up without being eligible', { backedUp: true }],
  ];
  for (const [description, lie] of lies) {
    it(`refuses an answer ${description}`, async () => {
      const account = await bench().person();
      const result = await passkeyBench(bench()).register(account, newAuthenticator(), lie);
      assert.deepEqual(result, refused('not_verified'));
      assert.deepEqual(await bench().stores.passkeys.listByAccount(account.id), []);
    });
  }

  it('takes an answer once, also when it comes many times at once', async () => {
    const { passkeys, creationOptions } = passkeyBench(bench());
    const account = await bench().person();
    const journeyId = newJourney();
    const response = newAuthenticator().create(await creationOptions(account, journeyId));
    const results = await Promise.all(
      Array.from({ length: 20 }, () => passkeys.register({ journeyId, account, response })),
    );
    assert.equal(results.filter(({ kind }) => kind === 'registered').length, 1);
    const others = results.filter(({ kind }) => kind !== 'registered');
    for (const other of others) assert.deepEqual(other, refused('challenge_spent'));
    assert.equal((await bench().stores.passkeys.listByAccount(account.id)).length, 1);
  });

  it('takes an answer only for the journey and the person it was made for, and for five minutes', async () => {
    const { passkeys, creationOptions } = passkeyBench(bench());
    const [account, somebodyElse] = [await bench().person(), await bench().person()];
    const journeyId = newJourney();
    const response = newAuthenticator().create(await creationOptions(account, journeyId));
    const spent = refused('challenge_spent');
    const elsewhere = { journeyId: newJourney(), account, response };
    assert.deepEqual(await passkeys.register(elsewhere), spent);
    assert.deepEqual(
      await passkeys.register({ journeyId, account: somebodyElse, response }),
      spent,
    );
    bench().elapse(5 * 60);
    assert.deepEqual(await passkeys.register({ journeyId, account, response }), spent);
  });

  it('refuses what is not an answer of a browser, and spends no challenge on it', async () => {
    const { passkeys, creationOptions } = passkeyBench(bench());
    const account = await bench().person();
    const journeyId = newJourney();
    const response = newAuthenticator().create(await creationOptions(account, journeyId));
    const malformed = [
      '',
      'null',
      '[]',
      '{',
      '{"id":""}',
      response.replace('"public-key"', '"password"'),
      response.replace('["internal"]', JSON.stringify(Array(50).fill('usb'))),
      response.replace('"rawId":"', '"rawId":"+'),
      response.replace('"attestationObject":"', `"attestationObject":"${'A'.repeat(25_000)}`),
      `${response}${' '.repeat(40_000)}`,
    ];
    for (const text of malformed) {
      assert.deepEqual(
        await passkeys.register({ journeyId, account, response: text }),
        refused('malformed'),
      );
    }
    const { kind } = await passkeys.register({ journeyId, account, response });
    assert.equal(kind, 'registered');
  });

  it('refuses a credential that is registered already, for whomever', async () => {
    const { passkeys, creationOptions } = passkeyBench(bench());
    const [account, thief] = [await bench().person(), await bench().person()];
    const journeyId = newJourney();
    const options = await creationOptions(account, journeyId);
    const response = newAuthenticator().create(options);
    await passkeys.register({ journeyId, account, response });
    const theirs = await creationOptions(thief, journeyId);
    // The same credential, with client data for the other challenge: 'none' attestation signs nothing.
    const again: { response: { clientDataJSON: string } } = JSON.parse(response);
    const clientData = Buffer.from(again.response.clientDataJSON, 'base64url').toString();
    again.response.clientDataJSON = Buffer.from(
      clientData.replace(options.challenge, theirs.challenge),
    ).toString('base64url');
    const replayed = { journeyId, account: thief, response: JSON.stringify(again) };
    assert.deepEqual(await passkeys.register(replayed), refused('already_registered'));
  });

  it('names passkeys apart and stops at ten', async () => {
    const { passkeys, registered, creationOptions } = passkeyBench(bench());
    const account = await bench().person();
    for (let count = 0; count < 9; count += 1) await registered(account, newAuthenticator());
    const journeyId = newJourney();
    const late = newAuthenticator().create(await creationOptions(account, journeyId));
    const tenth = await registered(account, newAuthenticator());
    assert.equal(tenth.name, 'Passkey 10');
    assert.deepEqual(
      await passkeys.register({ journeyId, account, response: late }),
      refused('too_many'),
    );
    assert.deepEqual(
      await passkeys.registrationOptions({ journeyId, account }),
      refused('too_many'),
    );
  });
});
