import { isDeepStrictEqual } from 'node:util';

import type { Account, IdentityDocument } from '../../accounts/account.ts';
import type { CoreField } from '../notices/kinds.ts';
import type {
  RegisteredCitizen,
  RegisteredDocument,
  RegisteredForeigner,
  RegisteredOrganisation,
} from '../registers.ts';

/** What a register holds of somebody, in the words of an account. */
export interface RecordedPerson {
  /** Core attributes: the register alone changes them (D69, Art. 8). */
  readonly core: Partial<Pick<Account, CoreField>>;
  /** Undefined: the register says nothing about one, and none is taken away. */
  readonly document: IdentityDocument | undefined;
  readonly residencePermit: IdentityDocument | undefined;
  readonly isAlive: boolean;
  /** A document of theirs was revoked or is retained (LoID, Art. 34(1)(c)). */
  readonly documentTaken: boolean;
}

export function recordedCitizen(record: RegisteredCitizen): RecordedPerson {
  const { name, birthdate, sex, address, card, alive } = record;
  return {
    core: { name, birthdate, sex, ...(address && { address }) },
    document: card && documentOf('identity_card', card),
    residencePermit: undefined,
    isAlive: alive,
    documentTaken: card !== undefined && card.status !== 'valid',
  };
}

export function recordedForeigner(record: RegisteredForeigner): RecordedPerson {
  const { name, birthdate, sex, nationalities, address, passport, residencePermit, alive } = record;
  return {
    core: { name, birthdate, sex, nationalities, ...(address && { address }) },
    document: documentOf('passport', passport),
    residencePermit: residencePermit && documentOf('residence_card', residencePermit),
    isAlive: alive,
    documentTaken: [passport, residencePermit].some((held) => held && held.status !== 'valid'),
  };
}

/** Its name is all an account holds of it; one that is dissolved is no longer alive in no other sense than this. */
export function recordedOrganisation({ name }: RegisteredOrganisation): RecordedPerson {
  return {
    core: { name },
    document: undefined,
    residencePermit: undefined,
    isAlive: true,
    documentTaken: false,
  };
}

function documentOf(
  type: IdentityDocument['type'],
  { number, expiry }: RegisteredDocument,
): IdentityDocument {
  return { type, number, expiry };
}

export interface Followed {
  /** As the register has it; `seen` itself where nothing differs. */
  readonly account: Account;
  readonly fields: readonly CoreField[];
  /** Replaced by one that lasts longer, whether or not the account was usable meanwhile. */
  readonly renewed: readonly IdentityDocument[];
  readonly replaced: readonly ('document' | 'residence_permit')[];
}

const CORE: readonly CoreField[] = ['name', 'birthdate', 'sex', 'nationalities', 'address'];

/** The account as the register has it. Pure. */
export function followRecord(seen: Account, recorded: RecordedPerson): Followed {
  const fields = CORE.filter(
    (field) =>
      Object.hasOwn(recorded.core, field) && !isDeepStrictEqual(seen[field], recorded.core[field]),
  );
  const document = recorded.document ?? seen.document;
  const residencePermit = recorded.residencePermit ?? seen.residencePermit;
  const pairs = [
    ['document', seen.document, document],
    ['residence_permit', seen.residencePermit, residencePermit],
  ] as const;
  const differing = pairs.filter(([, before, after]) => !isDeepStrictEqual(before, after));
  if (fields.length === 0 && differing.length === 0) {
    return { account: seen, fields, renewed: [], replaced: [] };
  }
  return {
    account: { ...seen, ...recorded.core, document, residencePermit },
    fields,
    renewed: differing.flatMap(([, before, after]) =>
      before !== undefined && after !== undefined && after.expiry > before.expiry ? [after] : [],
    ),
    replaced: differing.map(([name]) => name),
  };
}
