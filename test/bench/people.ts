import { createHash } from 'node:crypto';

import type { Account } from '../../accounts/account.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { AccountId, PasskeyId } from '../../ids.ts';

/** Somebody in the register of the benchmark; everything about them follows from their number. */
export interface Person {
  readonly accountId: AccountId;
  readonly identifier: string;
  readonly phone: string;
  readonly credentialId: string;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function personNumber(index: number): Person {
  const digits = String(index).padStart(9, '0');
  return {
    accountId: `acc_${scattered(`account ${index}`, 24)}` satisfies AccountId,
    // Province 099 does not exist, and no persona has such a number.
    identifier: `099${digits}`,
    phone: `+8491${digits.slice(2)}`,
    credentialId: scattered(`credential ${index}`, 43),
  };
}

/** Of level 2, with everything on record that a citizen has: sealed rows have their real size. */
export function accountOf({ accountId, identifier, phone }: Person, now: number): Account {
  return {
    id: accountId,
    subjectType: 'citizen',
    level: 2,
    identifier,
    name: `Nguyễn Thị Thử ${identifier}`,
    birthdate: '1990-05-17',
    sex: 'female',
    nationalities: ['VNM'],
    phone,
    email: `thu.${identifier}@example.vn`,
    address: {
      streetAddress: 'Số 12, ngõ 34, phố Hoa Sen',
      locality: 'Phường Ba Đình',
      region: 'Thành phố Hà Nội',
      country: 'VN',
    },
    document: {
      type: 'identity_card',
      number: identifier,
      expiry: dateInVietNam(now + 4 * YEAR_MS),
    },
    residencePermit: undefined,
    guardianId: undefined,
    activatedAt: now,
    createdAt: now,
  };
}

/** A device-bound one that does not count its uses, as most platform authenticators do not. */
export function passkeyOf(person: Person, publicKey: string, now: number): Passkey {
  return {
    id: `pk_${scattered(`passkey ${person.accountId}`, 24)}` satisfies PasskeyId,
    accountId: person.accountId,
    credentialId: person.credentialId,
    publicKey,
    counter: 0,
    transports: ['internal'],
    aaguid: '00000000-0000-0000-0000-000000000000',
    backupEligible: false,
    backedUp: false,
    attestationFormat: 'none',
    name: 'Máy thử',
    createdAt: now,
    lastUsedAt: undefined,
    removedAt: undefined,
  };
}

/** As scattered over an index as the random ids of real people. */
function scattered(name: string, characters: number): string {
  const digest = createHash('sha256').update(`bench ${name}`).digest('base64url');
  return digest.slice(0, characters);
}
