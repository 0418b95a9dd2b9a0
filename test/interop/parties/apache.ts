import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { HttpAgent } from '../../support/http-agent.ts';
import { OUTPUT_FOLDER } from '../../support/senid-process.ts';
import type { Knowledge, Party } from './open-party.ts';
import { startProgram, type Program } from './program.ts';
import { registerAt, type Registered } from './register.ts';

const MODULES = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'auth_openidc'];

interface Info {
  readonly id_token: Readonly<Record<string, unknown>>;
  readonly userinfo: Readonly<Record<string, unknown>>;
  readonly access_token: string;
}

/** Debian's Apache with mod_auth_openidc in front of a page, in a process and a folder of its own. */
export async function apacheParty(issuer: string): Promise<Party> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const callback = `${origin}/private/callback`;
  const registered = await registerAt(issuer, origin, { redirect_uris: [callback] });
  const folder = layOut(configuration({ issuer, port, callback, registered }));
  const program = startProgram('apache', '/usr/sbin/apache2', [
    '-DFOREGROUND',
    '-f',
    join(folder, 'apache.conf'),
  ]);
  await answering(origin, program, folder);

  const info = async (browser: HttpAgent): Promise<Info> => {
    const { status, body } = await browser.get(`${callback}?info=json`);
    if (status !== 200) throw new Error(`info: ${status} ${body}`);
    return JSON.parse(body) as Info;
  };
  const knowledge = ({ id_token, userinfo }: Info): Knowledge => ({ claims: id_token, userinfo });
  return {
    login: `${origin}/private/page`,
    callback,
    me: async (browser) => knowledge(await info(browser)),
    async refresh(browser) {
      const { access_token } = await info(browser);
      const query = new URLSearchParams({ refresh: `${origin}/private/page`, access_token });
      await browser.get(`${callback}?${query}`);
      const renewed = await info(browser);
      if (renewed.access_token === access_token) throw new Error('nothing was refreshed');
      return knowledge(renewed);
    },
    logout: `${callback}?${new URLSearchParams({ logout: `${origin}/goodbye` })}`,
    goodbye: `${origin}/goodbye`,
    async stop() {
      await program.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The directives its own documentation starts with, PKCE, and the hook that tells what it knows. */
function configuration(parts: {
  readonly issuer: string;
  readonly port: number;
  readonly callback: string;
  readonly registered: Registered;
}): (folder: string) => string {
  const { issuer, port, callback, registered } = parts;
  return (folder) => `
ServerRoot ${folder}
ServerName localhost:${port}
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${OUTPUT_FOLDER}/apache-errors-${process.pid}.log
LogLevel warn
DefaultRuntimeDir ${folder}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User www-data
Group www-data
ThreadsPerChild 8
MinSpareThreads 8
MaxSpareThreads 8
MaxRequestWorkers 8
StartServers 1
ServerLimit 1
DocumentRoot ${folder}/pages

OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${registered.client_id}
OIDCClientSecret ${registered.client_secret}
OIDCRedirectURI ${callback}
OIDCCryptoPassphrase of-a-test-and-of-nothing-else
OIDCScope "openid profile"
OIDCPKCEMethod S256
OIDCInfoHook iat access_token id_token userinfo session

<Location /private>
  AuthType openid-connect
  Require valid-user
</Location>
`;
}

function layOut(configurationIn: (folder: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'senid-apache-'));
  mkdirSync(join(folder, 'pages', 'private'), { recursive: true });
  writeFileSync(join(folder, 'pages', 'private', 'page'), 'private');
  writeFileSync(join(folder, 'pages', 'goodbye'), 'goodbye');
  writeFileSync(join(folder, 'apache.conf'), configurationIn(folder));
  // Started by root, it serves as www-data.
  chmodSync(folder, 0o755);
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answering(origin: string, program: Program, folder: string): Promise<void> {
  for (let attempts = 0; attempts < 200 && program.runs(); attempts += 1) {
    const answer = await fetch(`${origin}/goodbye`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await program.stop();
  rmSync(folder, { recursive: true });
  throw new Error('Apache does not answer; see test-output/apache-*.log');
}
