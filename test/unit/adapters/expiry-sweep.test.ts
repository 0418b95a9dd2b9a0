import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { createKeyedHash } from '../../../adapters/keyed-hash.ts';
import { createSealer } from '../../../adapters/sealing.ts';
import { SqliteArtefactStore } from '../../../adapters/sqlite/artefact-store.ts';
import { sweep } from '../../../adapters/sqlite/expiry-sweep.ts';
import { openProtocolFile, type ProtocolFile } from '../../../adapters/sqlite/protocol-file.ts';
import { scratchFile } from './scratch-file.ts';

describe('The sweep of expired records', () => {
  const file = scratchFile();
  let now: number;
  let protocol: ProtocolFile;
  let artefacts: SqliteArtefactStore;

  beforeEach(async () => {
    now = 1_800_000_000_000;
    protocol = await openProtocolFile(file(), {
      hash: createKeyedHash(randomBytes(32)),
      sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
      clock: () => now,
    });
    artefacts = new SqliteArtefactStore(protocol);
  });
  afterEach(() => protocol.connection.close());

  const rows = () =>
    protocol.connection.query('select count(*) as n from artefacts', []).rows[0]?.n;

  it('takes away a batch at a time and says when there may be more', async () => {
    for (let id = 0; id < 25; id += 1) await artefacts.upsert('AccessToken', `${id}`, {}, 10);
    await artefacts.upsert('Session', 'living', { uid: 'u' }, 60);
    assert.equal(await sweep(protocol, 10), false);
    assert.equal(rows(), 26);
    now += 10_000;
    assert.equal(await sweep(protocol, 10), true);
    assert.equal(rows(), 16);
    assert.equal(await sweep(protocol, 10), true);
    assert.equal(await sweep(protocol, 10), false);
    assert.equal(rows(), 1);
    assert.deepEqual(await artefacts.findByUid('Session', 'u'), { uid: 'u' });
  });
});
