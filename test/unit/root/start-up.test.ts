import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { OidcClient } from '../../support/oidc-client.ts';
import { officerPersonas } from '../../../accounts/officer-personas.ts';
import { personas } from '../../../accounts/personas.ts';
import { openStores } from '../../../adapters/open-stores.ts';
import { systemClock } from '../../../clock.ts';
import { readConfig } from '../../../config.ts';
import { loadSecrets } from '../../../secrets.ts';
import { startSenid } from '../../support/senid-process.ts';
import { withStores } from '../../support/session-server.ts';

const PROGRAM = fileURLToPath(new URL('../../../main.js', import.meta.url));

describe('The program', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'senid-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it and waits for its end: with one line on standard error, and nothing else. */
  async function refuses(
    line: RegExp,
    environment: Readonly<Record<string, string>>,
  ): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: folder,
      env: {
        PORT: '0',
        SENID_SAMPLES: 'off',
        SENID_SIMULATOR: 'off',
        DATABASE_URL: `sqlite:${folder}/data/register.db`,
        SENID_SECRETS_FILE: `${folder}/secrets/senid.json`,
        ...environment,
      },
      // Standard output is the log.
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    const [code] = await once(child, 'close');
    assert.match(text, line);
    assert.match(text, /^senid: [^\n]+\n$/);
    assert.equal(code, 1);
  }

  it('says in one line that its port is taken, and lets go of the data', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    try {
      const line = new RegExp(`port ${port} on localhost is taken; set PORT and ISSUER`);
      await refuses(line, { PORT: port });
    } finally {
      other.close();
    }
    const senid = await startSenid({ folder, name: 'start-up' });
    assert.equal(await senid.stop(), 0);
  });

  it('says in one line that the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const url = `sqlite:${folder}/file/register.db`;
    await refuses(/data folder .+\/file\/ cannot be written/, { DATABASE_URL: url });
    await refuses(/data folder \/proc\/self\/ cannot be written/, {
      DATABASE_URL: 'sqlite:/proc/self/register.db',
    });
    // Where Node's own recursive mkdir never comes back.
    await refuses(/data folder \/proc\/self\/senid\/data\/ cannot be written/, {
      DATABASE_URL: 'sqlite:/proc/self/senid/data/register.db',
    });
  });

  it('says in one line that the secrets are not those of the register, and writes nothing into it', async () => {
    const first = await startSenid({ folder, name: 'start-up' });
    assert.equal(await first.stop(), 0);
    const others = join(folder, 'others', 'senid.json');
    await refuses(/secrets: .+ does not open the register/, { SENID_SECRETS_FILE: others });
    const config = readConfig({
      DATABASE_URL: `sqlite:${first.dataFolder}/register.db`,
      SENID_SECRETS_FILE: join(folder, 'secrets', 'senid.json'),
    });
    const secrets = loadSecrets(config);
    const stores = await openStores({ config, secrets, clock: systemClock, own: false });
    const people = [...personas(Date.now()), ...officerPersonas(Date.now())];
    assert.equal(await stores.accounts.count(), people.length);
    await stores.close();
  });

  it('says in one line what is wrong with its environment', async () => {
    await refuses(/configuration: ISSUER /, { ISSUER: 'nowhere' });
    await refuses(/secrets: .+ lies in the data folder/, {
      SENID_SECRETS_FILE: `${folder}/data/senid.json`,
    });
  });

  it('does not start in production without https, without secrets, and without a way to send codes', async () => {
    const production = { SENID_MODE: 'production' };
    const https = { ...production, ISSUER: 'https://id.example.vn' };
    const gateways = {
      SMS_GATEWAY_URL: 'https://sms.example.vn/messages',
      MAIL_GATEWAY_URL: 'https://mail.example.vn/messages',
    };
    await refuses(/ISSUER must be https in production/, production);
    await refuses(/production needs SMS_GATEWAY_URL and MAIL_GATEWAY_URL/, https);
    await refuses(/SENID_SECRETS_FILE .+ does not exist/, { ...https, ...gateways });
    const key = Buffer.alloc(32, 7).toString('base64url');
    const secrets = JSON.stringify({ root: key, sealing: [{ id: 'k1', key }] });
    writeFileSync(join(folder, 'keys.json'), secrets);
    const whole = { ...https, ...gateways, SENID_SECRETS_FILE: join(folder, 'keys.json') };
    await refuses(/token: .+nowhere cannot be read/, {
      ...whole,
      SMS_GATEWAY_TOKEN_FILE: join(folder, 'nowhere'),
    });
    writeFileSync(join(folder, 'token'), '\n');
    await refuses(/token: .+token holds no token/, {
      ...whole,
      MAIL_GATEWAY_TOKEN_FILE: join(folder, 'token'),
    });
  });

  it('is the only server of its data: a second one ends with one line', async () => {
    const first = await startSenid({ folder, name: 'start-up' });
    await refuses(new RegExp(`data folder .+ is served by process ${first.pid} already`), {});
    assert.equal((await fetch(`${first.issuer}/health/ready`)).status, 200);
    assert.equal(await first.stop(), 0);
  });

  it('keeps people, clients and keys when it is started again', async () => {
    const first = await startSenid({ folder, name: 'start-up' });
    const client = await OidcClient.register(first.issuer);
    const before = await durable(first);
    assert.equal(await first.stop(), 0);

    const second = await startSenid({ folder, name: 'start-up' });
    const after = await durable(second);
    assert.deepEqual(after, before);
    assert.ok(before.people >= 7 && before.keys.length >= 4 && before.seeded === 1);
    const known = new OidcClient(second.issuer, client.redirectUri, client.credentials);
    const answer = await fetch(known.authorize().url, { redirect: 'manual' });
    assert.match(answer.headers.get('location') ?? '', /^\/interaction\/|\/interaction\//);
    assert.equal(await second.stop(), 0);
  });

  it('ends with code 0 at SIGINT and SIGTERM, its sample relying parties too', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const senid = await startSenid({ samples: true, name: 'start-up' });
      assert.equal(await senid.stop(signal), 0);
      assert.doesNotMatch(senid.output(), /\n    at |Error|has ended/);
      for (const address of [senid.issuer, senid.bank, senid.landlord, senid.portal]) {
        await assert.rejects(fetch(address), address);
      }
      rmSync(senid.folder, { recursive: true });
    }
  });

  it('tells a newcomer where everything is', async () => {
    const senid = await startSenid({ samples: true, name: 'start-up' });
    const banner = senid.output();
    await senid.stop();
    rmSync(senid.folder, { recursive: true });
    for (const told of [
      `${senid.issuer}/.well-known/openid-configuration`,
      `${senid.issuer}/sandbox/outbox`,
      senid.bank,
      senid.landlord,
      senid.portal,
      '099090000011',
      'F00000000031',
      'Senid!2026',
      `curl -s ${senid.issuer}/register`,
      senid.dataFolder,
    ]) {
      assert.ok(banner.includes(told), told);
    }
  });
});

async function durable(senid: { folder: string; dataFolder: string; issuer: string }) {
  const answer = await fetch(`${senid.issuer}/jwks`);
  const { keys } = (await answer.json()) as { keys: readonly { kid: string }[] };
  return withStores(senid, async ({ accounts, audit }) => ({
    people: await accounts.count(),
    seeded: (await audit.list({ type: 'sandbox.personas_seeded', limit: 9 })).length,
    keys: keys.map(({ kid }) => kid),
  }));
}
