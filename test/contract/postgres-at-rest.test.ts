import assert from 'node:assert/strict';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { SealBroken } from '../../errors.ts';
import { freshKeep } from '../support/register-keep.ts';
import { databaseName, freshRegister, sharedPostgres } from '../support/shared-postgres.ts';
import { LIFE_SECRETS, sampleSecrets } from './life-samples.ts';
import { sampleAccount, sampleClient, samplePasskey } from './samples.ts';

const account = sampleAccount({ identifier: 'F09955544433', name: 'TRẦN VĂN KHÔNG AI' });
const passkey = samplePasskey(account.id, { name: 'Máy của Không Ai' });
const client = sampleClient({ clientId: 'client-in-clear' });
const key = {
  kid: 'kid-1',
  alg: 'ES256',
  jwk: { kty: 'EC', d: 'private-part' },
  createdAt: 1,
  activeFrom: 1,
} as const;

const SECRETS = [
  ...LIFE_SECRETS,
  account.identifier,
  account.name,
  account.birthdate,
  account.phone,
  account.email,
  account.address?.streetAddress,
  account.document?.number,
  account.residencePermit?.number,
  passkey.name,
  'argon2id-hash',
  'hush-hush-hush',
  'private-part',
].filter((secret) => secret !== undefined);

describe('A dump of a PostgreSQL register', () => {
  it('shows nobody and nothing that can be presented, nor does the log of the server', async () => {
    const url = await freshRegister();
    const register = await openPostgresRegister(url, freshKeep());
    await register.accounts.insert(account);
    await register.accounts.replacePasswordHash(account.id, 'argon2id-hash', undefined);
    await register.passkeys.insert(passkey);
    await register.clients.save(client);
    await register.writer.apply(sampleSecrets(account.id));
    await register.signingKeys.insertFirst(key);
    // What is refused is logged by the server, with the row it was about.
    await assert.rejects(register.accounts.insert(account));
    await assert.rejects(register.passkeys.insert(samplePasskey('acc_nobody', passkey)));
    await register.close();

    const postgres = await sharedPostgres();
    for (const text of [postgres.dump(url), postgres.log()]) {
      for (const secret of SECRETS) assert.ok(!text.includes(secret), secret);
    }
    // The control: what is in clear is found by the same search.
    assert.ok(postgres.dump(url).includes('client-in-clear'));
    assert.match(postgres.log(), /duplicate key/);
  });

  it('does not open what was moved to another row', async () => {
    const url = await freshRegister();
    const register = await openPostgresRegister(url, freshKeep());
    const [weak, strong] = [sampleAccount({ level: 1 }), sampleAccount({ level: 2 })];
    await register.accounts.insert(weak);
    await register.accounts.insert(strong);
    await (
      await sharedPostgres()
    ).query(
      `update accounts set sealed_person = (select sealed_person from accounts where level = 2)`,
      databaseName(url),
    );
    await assert.rejects(register.accounts.findById(weak.id), SealBroken);
    assert.deepEqual(await register.accounts.findById(strong.id), strong);
    await register.close();
  });
});
