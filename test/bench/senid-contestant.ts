import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { openStores } from '../../adapters/open-stores.ts';
import { createOutbox, type Outbox } from '../../adapters/outbox.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets, type Secrets } from '../../secrets.ts';
import type { Page } from './browser.ts';
import {
  logIn,
  NO_PAGES,
  type Contestant,
  type Fields,
  type Proof,
  type Visitor,
} from './journey.ts';
import type { Pinning } from './machine.ts';
import { onConnections } from './on-connections.ts';
import { createPasskeyDevice, type PasskeyDevice } from './passkey-answers.ts';
import type { Person } from './people.ts';
import { populate, visitorsAmong } from './population.ts';
import type { Registrations } from './registrations.ts';
import { RelyingParty } from './relying-party.ts';
import { freePort, startServer, type ServerProcess } from './server-process.ts';
import { copySession } from './session-copies.ts';
import type { StoresUnderTest } from './stores-under-test.ts';

const PROGRAM = fileURLToPath(new URL('../../main.js', import.meta.url));

export interface ServerOptions {
  readonly name: string;
  /** Empty, and the server's own. */
  readonly folder: string;
  readonly stores: StoresUnderTest;
  readonly registrations: Registrations;
  readonly pinning: Pinning | undefined;
  readonly inspected?: boolean;
}

export interface RunningContestant extends Contestant {
  readonly process: ServerProcess;
  /** Of SenID: where its stores are. */
  readonly environment?: StoreEnvironment;
  stop(): Promise<void>;
}

export interface StoreEnvironment {
  readonly DATABASE_URL: string;
  readonly REDIS_URL?: string;
}

/** SenID as anybody starts it, with a register of so many accounts. */
export async function startSenid(
  options: ServerOptions & { readonly accounts: number },
): Promise<RunningContestant> {
  const { name, folder, registrations, pinning, accounts, inspected = false } = options;
  mkdirSync(folder, { recursive: true });
  const issuer = `http://localhost:${await freePort()}`;
  const environment = await options.stores.environmentIn(folder);
  const env = {
    ...environment,
    ISSUER: issuer,
    SENID_SECRETS_FILE: join(folder, 'secrets', 'senid.json'),
    SENID_SAMPLES: 'off',
    SENID_SIMULATOR: 'off',
  };
  const config = readConfig(env);
  const secrets = loadSecrets(config);
  const stores = await openStores({ config, secrets, clock: systemClock, own: false });
  const device = createPasskeyDevice(issuer);
  const { publicKey } = device;
  const place = { databaseUrl: env.DATABASE_URL, secrets };
  await populate(stores, place, { accounts, publicKey, registrations });
  const process = await startServer({
    program: PROGRAM,
    issuer,
    readyPath: '/health/ready',
    folder,
    env,
    pinning,
    inspected,
  });
  const people = visitorsAmong(accounts);
  const parts = { name, issuer, process, environment, stores, secrets };
  return new Senid({ ...parts, device, people, registrations });
}

interface SenidParts {
  readonly name: string;
  readonly issuer: string;
  readonly process: ServerProcess;
  readonly environment: StoreEnvironment;
  /** The same the server works on, opened beside it. */
  readonly stores: Stores;
  readonly secrets: Secrets;
  readonly device: PasskeyDevice;
  readonly people: readonly Person[];
  readonly registrations: Registrations;
}

class Senid implements RunningContestant {
  readonly kind = 'senid';
  readonly name: string;
  readonly issuer: string;
  readonly pid: number;
  readonly process: ServerProcess;
  readonly environment: StoreEnvironment;
  readonly #parts: SenidParts;
  readonly #outbox: Outbox;
  #newcomers = 0;
  #signedIn = 0;

  constructor(parts: SenidParts) {
    this.name = parts.name;
    this.issuer = parts.issuer;
    this.process = parts.process;
    this.pid = parts.process.pid;
    this.environment = parts.environment;
    this.#parts = parts;
    this.#outbox = createOutbox({ store: parts.stores.ephemerals, clock: systemClock });
  }

  async answer(step: string, page: Page, visitor: Visitor, proof: Proof): Promise<Fields> {
    const { person } = visitor;
    if (person === undefined) throw new Error('SenID asks who it is');
    switch (step) {
      case 'sign-in':
        if (proof === 'password')
          return { identifier: person.identifier, password: PERSONA_PASSWORD };
        return { passkey_response: this.#parts.device.answer(page, person) };
      case 'step-up':
        return { passkey_response: this.#parts.device.answer(page, person) };
      case 'one-time-code':
        return { otp: await this.#codeFor(person) };
      case 'consent':
        return { continue: '' };
      default:
        throw new Error(`no answer to ${step}`);
    }
  }

  async newcomers(count: number): Promise<Visitor[]> {
    const { people, registrations } = this.#parts;
    const parties = registrations.newcomers.map((each) => new RelyingParty(this.issuer, each));
    const first = this.#newcomers;
    this.#newcomers += count;
    return Array.from({ length: count }, (_, each) => {
      const party = parties[Math.floor((first + each) / people.length)];
      if (party === undefined) throw new Error('everybody has been everywhere');
      return { person: this.#person(first + each), party, cookies: [] };
    });
  }

  async signedIn(count: number, client: 'basic' | 'key' = 'basic'): Promise<Visitor[]> {
    const { stores, secrets, registrations } = this.#parts;
    const party = new RelyingParty(this.issuer, registrations[client]);
    const original = await this.#signIn({ person: this.#person(0), party, cookies: [] });
    const first = this.#signedIn;
    this.#signedIn += count;
    const people = Array.from({ length: count }, (_, each) => this.#person(first + each));
    const copies = await copySession(stores, secrets, original, people);
    return copies.map((cookies, each) => ({ person: people[each], party, cookies }));
  }

  async stop(): Promise<void> {
    await this.process.stop();
    await this.#parts.stores.close();
  }

  /** By password: the lowest level there is. */
  async #signIn(visitor: Visitor): Promise<Visitor['cookies']> {
    const pages = { ...NO_PAGES, senid: ['sign-in', 'one-time-code'] };
    const [cookies = []] = await onConnections(this.issuer, [visitor], async (connection, one) => {
      const { browser } = await logIn(this, connection, one, { proof: 'password', pages });
      return browser.siteCookies;
    });
    return cookies;
  }

  /** From the store and not from the page that shows it: reading that would be counted as the server's work. */
  async #codeFor({ phone }: Person): Promise<string> {
    const message = (await this.#outbox.list()).find(({ destination }) => destination === phone);
    const code = /\d{6}/.exec(message?.text ?? '')?.[0];
    if (code === undefined) throw new Error('no code was sent');
    return code;
  }

  #person(each: number): Person {
    const { people } = this.#parts;
    const person = people[each % people.length];
    if (person === undefined) throw new Error('an empty register');
    return person;
  }
}
