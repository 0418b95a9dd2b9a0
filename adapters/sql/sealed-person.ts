import { normaliseIdentifier, type Account } from '../../accounts/account.ts';
import { endsOn } from '../../accounts/ends-on.ts';
import type { AccountId } from '../../ids.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, Row } from './register-database.ts';

/** Sealed together: one column tells less than ten, and costs one operation. */
type Person = Pick<
  Account,
  | 'identifier'
  | 'name'
  | 'birthdate'
  | 'sex'
  | 'nationalities'
  | 'phone'
  | 'email'
  | 'address'
  | 'document'
  | 'residencePermit'
>;

/** Every column, also those the engine could fill. */
type NewAccountRow = NewRow<'accounts'> & Pick<Row<'accounts'>, 'version'>;

type ChangedColumns = Omit<
  NewAccountRow,
  'id' | 'sealed_password' | 'created_at' | 'signed_out_at' | 'locale'
>;

/** Between an account and its row, in which nothing about the person can be read. */
export class SealedPerson {
  readonly #sealer: Sealer;
  readonly #hash: KeyedHash;

  constructor(sealer: Sealer, hash: KeyedHash) {
    this.#sealer = sealer;
    this.#hash = hash;
  }

  identifierIndex(identifier: string): string {
    return this.#index('identifier', normaliseIdentifier(identifier));
  }

  toRow(account: Account): NewAccountRow {
    return {
      ...this.toChange(account),
      id: account.id,
      sealed_password: null,
      created_at: account.createdAt,
      signed_out_at: account.signedOutAt ?? null,
      locale: account.locale ?? null,
    };
  }

  /** What a change may touch. */
  toChange(account: Account): ChangedColumns {
    const { id, subjectType, level, guardianId, activatedAt, createdAt: _, ...rest } = account;
    const { proofedAt, coolDownUntil, signedOutAt: _set, locale: _chosen, ...more } = rest;
    const { version, ...person } = more;
    return {
      subject_type: subjectType,
      level,
      identifier_index: this.identifierIndex(account.identifier),
      phone_index: account.phone === undefined ? null : this.phoneIndex(account.phone),
      email_index: account.email === undefined ? null : this.#emailIndex(account.email),
      sealed_person: this.#sealer.seal(JSON.stringify(person satisfies Person), place(id)),
      guardian_id: guardianId ?? null,
      activated_at: activatedAt ?? null,
      version: version ?? 0,
      proofed_at: proofedAt ?? null,
      ends_on: endsOn(account) ?? null,
      cool_down_until: coolDownUntil ?? null,
    };
  }

  fromRow(row: Row<'accounts'>): Account {
    const person = parseJson<Person>(this.#sealer.open(row.sealed_person, place(row.id)));
    return {
      id: row.id,
      subjectType: row.subject_type,
      level: row.level,
      identifier: person.identifier,
      name: person.name,
      birthdate: person.birthdate,
      sex: person.sex,
      nationalities: person.nationalities,
      phone: person.phone,
      email: person.email,
      address: person.address,
      document: person.document,
      residencePermit: person.residencePermit,
      guardianId: row.guardian_id ?? undefined,
      activatedAt: row.activated_at ?? undefined,
      createdAt: row.created_at,
      proofedAt: row.proofed_at ?? undefined,
      coolDownUntil: row.cool_down_until ?? undefined,
      signedOutAt: row.signed_out_at ?? undefined,
      locale: row.locale ?? undefined,
      version: row.version,
    };
  }

  /**
   * Index of the number this account holds against all others; undefined for none. A ward holds none of its own: what is
   * noted of it is the guardian's (D69, Arts. 10 and 11).
   */
  heldPhone({ phone, guardianId }: Account): string | undefined {
    return phone === undefined || guardianId !== undefined ? undefined : this.phoneIndex(phone);
  }

  phoneIndex(phone: string): string {
    return this.#index('phone', phone.replace(/[^\d+]/g, ''));
  }

  #emailIndex(email: string): string {
    return this.#index('email', email.trim().toLowerCase());
  }

  #index(kind: 'identifier' | 'phone' | 'email', value: string): string {
    return this.#hash(kind, value).toString('base64url');
  }
}

export function sealPassword(id: AccountId, phc: string, sealer: Sealer): string {
  return sealer.seal(phc, passwordPlace(id));
}

export function openPassword(id: AccountId, sealed: string, sealer: Sealer): string {
  return sealer.open(sealed, passwordPlace(id));
}

function passwordPlace(id: AccountId): string {
  return `accounts/sealed_password/${id}`;
}

function place(id: AccountId): string {
  return `accounts/sealed_person/${id}`;
}
