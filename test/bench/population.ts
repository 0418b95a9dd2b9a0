import type { Consent } from '../../accounts/consent.ts';
import { hashPassword, PASSWORD_COST } from '../../accounts/password-hash.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { createKeyedHash } from '../../adapters/keyed-hash.ts';
import { createSealer } from '../../adapters/sealing.ts';
import { SealedPerson } from '../../adapters/sql/sealed-person.ts';
import type { Stores } from '../../adapters/stores.ts';
import type { ClientPolicy, ClientRecord } from '../../clients/client.ts';
import { newId } from '../../ids.ts';
import type { Secrets } from '../../secrets.ts';
import { openBulkRows } from './bulk-rows.ts';
import { accountOf, passkeyOf, personNumber, type Person } from './people.ts';
import { metadataOf, type Registrations } from './registrations.ts';

export interface Population {
  readonly accounts: number;
  /** For the register of everybody's passkey. */
  readonly publicKey: string;
  readonly registrations: Registrations;
}

/** Whom the load is made of; the others are there to be searched through. */
const MOST_VISITORS = 20_000;
const ROWS_AT_ONCE = 1_000;
const WRITES_AT_ONCE = 200;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Spread evenly over the register. */
export function visitorsAmong(accounts: number): readonly Person[] {
  const count = Math.min(accounts, MOST_VISITORS);
  return Array.from({ length: count }, (_, each) =>
    personNumber(Math.floor((each * accounts) / count)),
  );
}

/** Fills a register nobody serves yet; the stores are open on it. */
export async function populate(
  stores: Stores,
  { databaseUrl, secrets }: { readonly databaseUrl: string; readonly secrets: Secrets },
  { accounts, publicKey, registrations }: Population,
): Promise<void> {
  await insertAccounts(databaseUrl, secrets, accounts);
  const visitors = visitorsAmong(accounts);
  const now = Date.now();
  const returning = [registrations.basic.clientId, registrations.key.clientId];
  await inGroups(visitors, async (person) => {
    await stores.passkeys.insert(passkeyOf(person, publicKey, now));
    for (const clientId of returning)
      await stores.consents.append(consentOf(person, clientId, now));
  });
  const all = [registrations.basic, registrations.key, ...registrations.newcomers];
  for (const registration of all) {
    const { clientId } = registration;
    const record = { clientId, origin: 'seeded', createdAt: now } as const;
    const client: ClientRecord = {
      ...record,
      policy: policyOf(clientId),
      metadata: metadataOf(registration),
    };
    await stores.clients.save(client);
  }
}

/** Sealed rows as the store would write them; the password of all is one, and hashed once. */
async function insertAccounts(
  databaseUrl: string,
  secrets: Secrets,
  accounts: number,
): Promise<void> {
  const sealer = createSealer(secrets.sealingKeys);
  const sealed = new SealedPerson(sealer, createKeyedHash(secrets.derive('blind-index')));
  const hash = await hashPassword(Buffer.from(PERSONA_PASSWORD), PASSWORD_COST);
  const now = Date.now();
  const rows = await openBulkRows(databaseUrl);
  for (let first = 0; first < accounts; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, accounts - first);
    const group = Array.from({ length: count }, (_, each) => {
      const account = accountOf(personNumber(first + each), now);
      const place = `accounts/sealed_password/${account.id}`;
      return { ...sealed.toRow(account), sealed_password: sealer.seal(hash, place) };
    });
    await rows.insert('accounts', group);
  }
  await rows.close();
}

function consentOf({ accountId }: Person, clientId: string, now: number): Consent {
  return {
    id: newId('con'),
    accountId,
    clientId,
    acceptedScopes: ['profile', 'phone'],
    refusedScopes: [],
    acceptedClaims: [],
    refusedClaims: [],
    textHash: 'bench',
    textVersion: 'bench',
    locale: 'vi',
    decidedAt: now,
    expiresAt: now + MONTH_MS,
    kind: 'granted',
  };
}

function policyOf(clientId: string): ClientPolicy {
  const text = { vi: 'Để đo tốc độ.', en: 'To measure speed.' };
  return {
    organisation: {
      id: `org_${clientId}`,
      name: { vi: 'Dịch vụ đo', en: 'The measuring service' },
      publicService: false,
    },
    acrFloor: 'urn:senid:loa:low',
    reuse: 'same-organisation',
    entitledScopes: ['profile', 'phone'],
    purposes: { profile: text, phone: text },
    optionalScopes: [],
    tier: 'baseline',
  };
}

async function inGroups<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let first = 0; first < all.length; first += WRITES_AT_ONCE) {
    await Promise.all(all.slice(first, first + WRITES_AT_ONCE).map(work));
  }
}
