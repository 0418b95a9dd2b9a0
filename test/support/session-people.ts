import { randomInt } from 'node:crypto';

import type { Account, AccountLevel } from '../../accounts/account.ts';
import { PERSONA_PASSWORD, personas } from '../../accounts/personas.ts';
import type { Stores } from '../../adapters/stores.ts';
import { newId, type AccountId } from '../../ids.ts';
import type { SenidProcess } from './senid-process.ts';
import { noteSecret } from './session-secrets.ts';
import { withStores } from './session-server.ts';
import { SoftwarePasskey } from './software-passkey.ts';

/** Somebody with an account, and the device in their hand. */
export interface Person {
  readonly login: string;
  readonly password: string;
  readonly accountId: AccountId;
  readonly passkey: SoftwarePasskey;
}

/** The sandbox's own people, by login (design, section 7). */
export const LOGINS = {
  an: '099090000011',
  binh: '099185000028',
  kim: 'F00000000031',
  chen: 'F00000000048',
  cuong: '099080000055',
  park: 'F00000000062',
  khoi: '099216000079',
} as const;

noteSecret('password', PERSONA_PASSWORD);
for (const { account } of personas(Date.now())) noteAccount(account);

/** A persona of this SenID, with a device of their own. */
export function persona(senid: SenidProcess, name: keyof typeof LOGINS): Promise<Person> {
  return personBy(senid, LOGINS[name]);
}

/** Whoever has an account under this number, with a device of their own. */
export async function personBy(senid: SenidProcess, login: string): Promise<Person> {
  const account = await withStores(senid, ({ accounts }) => accounts.findByIdentifier(login));
  if (account === undefined) throw new Error(`nobody has ${login}`);
  return personOf(senid, account);
}

/** A new citizen nobody else's test meddles with; the password is that of all personas. */
export async function newPerson(
  senid: SenidProcess,
  { level = 2 }: { readonly level?: AccountLevel } = {},
): Promise<Person> {
  return withStores(senid, (stores) => insertPerson(stores, senid.issuer, level));
}

/** The same in stores that are open. */
export async function insertPerson(
  { accounts }: Pick<Stores, 'accounts'>,
  issuer: string,
  level: AccountLevel = 2,
): Promise<Person> {
  const model = await accounts.findByIdentifier(LOGINS.an);
  if (model === undefined) throw new Error('the personas are not there');
  const created: Account = { ...model, ...freshFacts(), level, createdAt: Date.now() };
  await accounts.insert(created);
  const hash = (await accounts.passwordHash(model.id)) ?? '';
  await accounts.replacePasswordHash(created.id, hash, undefined);
  noteAccount(created);
  return personOf({ issuer }, created);
}

function freshFacts() {
  const serial = String(randomInt(1e9)).padStart(9, '0');
  const identifier = `099${serial}`;
  return {
    id: newId('acc'),
    identifier,
    name: `Người Thử ${serial}`,
    phone: `+849${serial}`,
    email: `thu.${serial}@example.vn`,
    document: { type: 'identity_card', number: identifier, expiry: '2040-01-01' },
  } as const;
}

function personOf(senid: Pick<SenidProcess, 'issuer'>, { identifier, id }: Account): Person {
  const passkey = new SoftwarePasskey(senid.issuer);
  return { login: identifier, password: PERSONA_PASSWORD, accountId: id, passkey };
}

type Known = Pick<
  Account,
  'identifier' | 'name' | 'phone' | 'email' | 'document' | 'residencePermit'
>;

function noteAccount({ identifier, name, phone, email, document, residencePermit }: Known): void {
  noteSecret('identification number', identifier);
  noteSecret('name', name);
  noteSecret('phone number', phone);
  noteSecret('mail address', email);
  for (const held of [document, residencePermit]) {
    if (held?.number !== identifier) noteSecret('document number', held?.number);
  }
}
