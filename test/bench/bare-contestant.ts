import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { logIn, NO_PAGES, type Contestant, type Visitor } from './journey.ts';
import { onConnections } from './on-connections.ts';
import { metadataOf } from './registrations.ts';
import { RelyingParty } from './relying-party.ts';
import { NAMES } from './result.ts';
import type { RunningContestant, ServerOptions } from './senid-contestant.ts';
import { freePort, startServer } from './server-process.ts';

const PROGRAM = fileURLToPath(new URL('./bare-server.js', import.meta.url));

/** oidc-provider alone. Its second face shows a page for the login and one for the consent, one after the other. */
export interface BareContestants {
  readonly bare: RunningContestant;
  readonly withPages: Contestant;
}

export async function startBare(options: ServerOptions): Promise<BareContestants> {
  const { name, folder, stores, registrations, pinning, inspected = false } = options;
  mkdirSync(folder, { recursive: true });
  const issuer = `http://localhost:${await freePort()}`;
  const { basic, key, newcomers } = registrations;
  const [paged] = newcomers;
  const [asked] = newcomers.slice(1);
  if (paged === undefined || asked === undefined) throw new RangeError('too few relying parties');
  const process = await startServer({
    program: PROGRAM,
    issuer,
    readyPath: '/.well-known/openid-configuration',
    folder,
    env: {
      ISSUER: issuer,
      BARE_STORE: stores.bareStoreIn(folder),
      BARE_CLIENTS: JSON.stringify([basic, key, paged, asked].map(metadataOf)),
      BARE_PAGES: paged.clientId,
    },
    pinning,
    inspected,
  });
  const common = { issuer, pid: process.pid, answer: async () => ({ continue: '' }) };
  const anonymous = (party: RelyingParty, count: number): Visitor[] =>
    Array.from({ length: count }, () => ({ person: undefined, party, cookies: [] }));

  const bare: RunningContestant = {
    ...common,
    name,
    kind: 'bare',
    process,
    newcomers: async (count) => anonymous(new RelyingParty(issuer, asked), count),
    signedIn: (count, client = 'basic') =>
      signIn(bare, anonymous(new RelyingParty(issuer, registrations[client]), count)),
    stop: () => process.stop(),
  };
  const withPages: Contestant = {
    ...common,
    name: NAMES.barePages,
    kind: 'bare-pages',
    newcomers: async (count) => anonymous(new RelyingParty(issuer, paged), count),
    signedIn: () => Promise.reject(new Error('only its first logins differ')),
  };
  return { bare, withPages };
}

/** Really: it costs next to nothing here. */
function signIn(bare: Contestant, visitors: readonly Visitor[]): Promise<Visitor[]> {
  return onConnections(bare.issuer, visitors, async (connection, visitor) => {
    const { browser } = await logIn(bare, connection, visitor, { pages: NO_PAGES });
    return { ...visitor, cookies: browser.siteCookies };
  });
}
