import { randomBytes } from 'node:crypto';

import type { Stores } from '../../adapters/stores.ts';
import { PLACE_LENGTH, type ArtefactPayload } from '../../provider/artefact-store.ts';
import { createCookieSignatures, type CookieSignatures } from '../../provider/cookie-signatures.ts';
import type { Secrets } from '../../secrets.ts';
import type { Browser } from './browser.ts';
import type { Person } from './people.ts';

type Cookies = Browser['siteCookies'];

const SESSION_COOKIE = '__Host-senid_session';
const LEDGER_SECONDS = 12 * 60 * 60;

/**
 * Sessions at `low` by the hundred thousand. Each real one costs the server an argon2id hash, so one is made by a real
 * login and written again for other people, through the stores.
 */
export async function copySession(
  stores: Stores,
  secrets: Secrets,
  cookies: Cookies,
  people: readonly Person[],
): Promise<Cookies[]> {
  const original = await readSession(stores, cookies);
  const signatures = createCookieSignatures(secrets.derive('cookies'));
  const copies: Cookies[] = [];
  for (let first = 0; first < people.length; first += 200) {
    const group = people.slice(first, first + 200).map(async (person) => {
      const id = await writeCopy(stores, original, person);
      return [
        ...cookies.filter(({ name }) => !name.startsWith(SESSION_COOKIE)),
        ...signed(id, signatures),
      ];
    });
    copies.push(...(await Promise.all(group)));
  }
  return copies;
}

interface Original {
  readonly session: ArtefactPayload;
  /** By client. */
  readonly grants: ReadonlyMap<string, ArtefactPayload>;
  readonly ledger: Readonly<Record<string, unknown>>;
}

async function readSession({ artefacts, ephemerals }: Stores, cookies: Cookies): Promise<Original> {
  const id = cookies.find(({ name }) => name === SESSION_COOKIE)?.value ?? '';
  const session = must(await artefacts.find('Session', id));
  const ledger = must(await ephemerals.get('ledger', session.uid ?? ''));
  const grants = new Map<string, ArtefactPayload>();
  for (const [clientId, { grantId }] of Object.entries(authorizationsOf(session))) {
    grants.set(clientId, must(await artefacts.find('Grant', grantId)));
  }
  return { session, grants, ledger: ledger.value as Original['ledger'] };
}

async function writeCopy(
  { artefacts, ephemerals }: Stores,
  { session, grants, ledger }: Original,
  { accountId }: Person,
): Promise<string> {
  const uid = newId();
  const id = newId(uid);
  const authorizations: Record<string, unknown> = {};
  for (const [clientId, grant] of grants) {
    const grantId = newId();
    await artefacts.upsert('Grant', grantId, { ...grant, accountId, jti: grantId }, ttlOf(grant));
    authorizations[clientId] = { ...authorizationsOf(session)[clientId], grantId };
  }
  await ephemerals.put('ledger', uid, { ...ledger, accountId }, LEDGER_SECONDS);
  const copy = { ...session, jti: id, uid, accountId, authorizations };
  await artefacts.upsert('Session', id, copy, ttlOf(session));
  return id;
}

/** 43 characters; those at the end say where it is kept. */
function newId(beside?: string): string {
  const id = randomBytes(32).toString('base64url');
  return beside === undefined ? id : id.slice(0, -PLACE_LENGTH) + beside.slice(-PLACE_LENGTH);
}

function signed(id: string, { sign }: CookieSignatures): Cookies {
  return [
    { name: SESSION_COOKIE, value: id, path: '/' },
    { name: `${SESSION_COOKIE}.sig`, value: sign(`${SESSION_COOKIE}=${id}`), path: '/' },
  ];
}

function authorizationsOf(session: ArtefactPayload) {
  return (session['authorizations'] ?? {}) as Record<string, { readonly grantId: string }>;
}

function ttlOf({ exp }: ArtefactPayload): number {
  return Number(exp) - Math.floor(Date.now() / 1000);
}

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the session to copy is not in the store');
  return found;
}
