import assert from 'node:assert/strict';

import { keyStates } from '../../../provider/key-states.ts';
import { makeFirstKeys, SIGNING_ALGORITHMS } from '../../../provider/keys.ts';
import { runSenid } from '../../support/run-senid.ts';
import { withStores } from '../../support/session-server.ts';
import { makeSqliteFolder, type SqliteFolder } from '../../support/sqlite-folder.ts';

describe('The command line of signing keys', () => {
  let data: SqliteFolder;
  let place: { readonly folder: string; readonly dataFolder: string };

  beforeEach(async () => {
    data = makeSqliteFolder();
    place = { folder: `${data.dataFolder}..`, dataFolder: data.dataFolder };
    const stores = await data.open();
    await makeFirstKeys(stores.signingKeys, Date.now() - 60_000);
    await stores.close();
  });
  afterEach(() => data.remove());

  const succeed = async (...words: string[]) => {
    const { code, output, error } = await runSenid(place, ['keys', ...words]);
    assert.deepEqual({ code, error }, { code: 0, error: '' }, output);
    return output;
  };
  const fail = async (line: RegExp, ...words: string[]) => {
    const { code, output, error } = await runSenid(place, ['keys', ...words]);
    assert.deepEqual({ code, output }, { code: 1, output: '' });
    assert.match(error, /^senid: [^\n]+\n$/);
    assert.match(error, line);
  };
  const states = () =>
    withStores(place, async ({ signingKeys }) =>
      keyStates(await signingKeys.records(), Date.now()),
    );
  const ofState = async (alg: string, state: string) => {
    const found = (await states()).find((each) => each.record.alg === alg && each.state === state);
    assert.ok(found, `${alg} ${state}`);
    return found.record;
  };
  const newestEvent = () =>
    withStores(place, async ({ audit }): Promise<Record<string, unknown>> => {
      const [event] = await audit.list({ limit: 1 });
      return { type: event?.type, ...event?.data };
    });

  it('lists every key: what it is, since when and until when', async () => {
    const output = await succeed('list');
    const [head, ...lines] = output.trimEnd().split('\n');
    assert.match(head ?? '', /^kid +alg +state +since +until$/);
    assert.equal(lines.length, SIGNING_ALGORITHMS.length);
    for (const line of lines) {
      assert.match(line, /^[\w-]{43} {2}\w+ +current  [\d-]{10}T[\d:.]{12}Z  -$/);
    }
  });

  it('publishes a next key of each algorithm, for longer than the old ones may be cached', async () => {
    const output = await succeed('rotate');
    assert.equal(output.trimEnd().split('\n').length, SIGNING_ALGORITHMS.length);
    assert.doesNotMatch(output, /warning/);
    for (const alg of SIGNING_ALGORITHMS) {
      const next = await ofState(alg, 'next');
      assert.equal(next.activeFrom - next.createdAt, 600_000);
      assert.ok(output.includes(`${alg} ${next.kid} signs from `));
    }
    await fail(
      /^senid: nothing to do: ES256 [\w-]{43} signs from .+; it was waiting already/,
      'rotate',
    );
  });

  it('rotates one algorithm alone, in the time it is told, and warns when that is short', async () => {
    const output = await succeed('rotate', '--alg', 'PS256', '--lead', '30');
    const next = await ofState('PS256', 'next');
    assert.equal(next.activeFrom - next.createdAt, 30_000);
    assert.match(output, /\nwarning: \/jwks may be cached for 300 s; with less than 302 s, /);
    assert.deepEqual(await newestEvent(), {
      type: 'signing_key.made',
      kid: next.kid,
      alg: 'PS256',
      activeFrom: next.activeFrom,
    });
    // What was waiting is said, and the others go on.
    assert.match(await succeed('rotate'), /PS256 .+ waiting already\nRS256/);
    await fail(/invalid|Allowed choices/, 'rotate', '--alg', 'HS256');
    for (const lead of ['-1', '1.5', 'soon', '99999999']) {
      await fail(/whole number of seconds/, 'rotate', `--lead=${lead}`);
    }
  });

  it('retires a key in good order: a successor first, and both stay published', async () => {
    const { kid } = await ofState('ES256', 'current');
    const output = await succeed('retire', kid);
    const next = await ofState('ES256', 'next');
    assert.match(output, new RegExp(`^signs until .+Z, then ${next.kid} does\n$`));
    assert.equal((await newestEvent()).type, 'signing_key.superseded');
    // A shorter lead hurries the successor that is there.
    assert.match(await succeed('retire', kid, '--lead', '60'), /\nwarning: /);
    const hurried = await ofState('ES256', 'next');
    assert.deepEqual(hurried, { ...next, activeFrom: next.createdAt + 60_000 });
    assert.equal((await states()).length, SIGNING_ALGORITHMS.length + 1);
  });

  it('takes a compromised key away at once, and another one signs at once', async () => {
    const stolen = await ofState('EdDSA', 'current');
    const output = await succeed('retire', stolen.kid, '--compromised');
    const successor = await ofState('EdDSA', 'current');
    assert.match(output, new RegExp(`^removed; ${successor.kid} signs\nwarning: `));
    assert.ok(!(await states()).some(({ record }) => record.kid === stolen.kid));
    assert.deepEqual(await newestEvent(), {
      type: 'signing_key.removed',
      kid: stolen.kid,
      reason: 'compromised',
      successor: successor.kid,
    });
    await fail(/there is no such key/, 'retire', stolen.kid, '--compromised');
    await fail(/there is no such key/, 'retire', 'nobody');
  });

  it('takes a next key away that never signed, and leaves a retired one its time', async () => {
    const { kid: first } = await ofState('ES256', 'current');
    await succeed('rotate', '--alg', 'ES256');
    const { kid: unused } = await ofState('ES256', 'next');
    assert.equal(await succeed('retire', unused), 'removed\n');
    assert.equal((await newestEvent())['reason'], 'unused');
    await succeed('rotate', '--alg', 'ES256', '--lead', '0');
    assert.equal((await ofState('ES256', 'retired')).kid, first);
    await fail(/it has retired already, and is published until .+Z$/m, 'retire', first);
    assert.equal(await succeed('retire', first, '--compromised'), 'removed\n');
  });
});
