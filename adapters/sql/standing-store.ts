import { sql } from 'kysely';

import type { Standing, StandingStore } from '../../accounts/standing.ts';
import type { AccountId, AuthenticationEventId } from '../../ids.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { authenticationFromRow } from './authentication-store.ts';
import { consentFromRow } from './consent-store.ts';
import { passkeyFromRow } from './passkey-store.ts';
import type { RegisterDatabase, RegisterTables, Row } from './register-database.ts';
import { lockFromRow } from './sealed-lock.ts';
import { SealedPerson } from './sealed-person.ts';
import { createStatement } from './statement.ts';

/** The columns that are read, by table; in the answer `<table>.<column>`. */
const COLUMNS = {
  accounts: [
    'id',
    'subject_type',
    'level',
    'sealed_person',
    'guardian_id',
    'activated_at',
    'created_at',
    'version',
    'proofed_at',
    'cool_down_until',
    'signed_out_at',
    'locale',
  ],
  account_locks: [
    'id',
    'account_id',
    'ground',
    'locked_at',
    'lifted_at',
    'requester',
    'case_id',
    'sealed_details',
  ],
  passkeys: [
    'id',
    'account_id',
    'credential_id',
    'public_key',
    'counter',
    'transports',
    'aaguid',
    'backup_eligible',
    'backed_up',
    'attestation_format',
    'sealed_name',
    'created_at',
    'last_used_at',
    'removed_at',
  ],
  consents: [
    'id',
    'account_id',
    'client_id',
    'accepted_scopes',
    'refused_scopes',
    'accepted_claims',
    'refused_claims',
    'text_hash',
    'text_version',
    'locale',
    'decided_at',
    'expires_at',
    'kind',
    'actor_id',
    'assent',
  ],
  authentications: [
    'id',
    'account_id',
    'actor_id',
    'client_id',
    'sid',
    'acr',
    'required_acrs',
    'factors',
    'at',
  ],
} as const satisfies { [T in keyof RegisterTables]?: readonly (keyof Row<T>)[] };

/** No authentication has it. */
const NO_AUTHENTICATION: AuthenticationEventId = 'evt_';
/** Any guardianship of theirs: asked along, so that it costs no round trip. */
const HAS_WARDS = 'has_wards';

type Table = keyof typeof COLUMNS;
/** One combination of a lock and a passkey (or neither) with all there is once. */
type Joined = Readonly<Record<string, unknown>>;

const selected = (Object.keys(COLUMNS) as Table[]).flatMap((table) =>
  COLUMNS[table].map((column) => sql.ref(`${table}.${column}`).as(`${table}.${column}`)),
);

export class SqlStandingStore implements StandingStore {
  readonly #read: (values: Asked) => Promise<readonly Joined[]>;
  readonly #sealer: Sealer;
  readonly #person: SealedPerson;

  constructor(db: RegisterDatabase, sealer: Sealer, hash: KeyedHash) {
    this.#read = createStatement<Asked, Joined>(db, (value) => joined(db, value));
    this.#sealer = sealer;
    this.#person = new SealedPerson(sealer, hash);
  }

  async load(
    accountId: AccountId,
    clientId: string,
    authenticationId?: AuthenticationEventId,
  ): Promise<Standing | undefined> {
    const asked = { accountId, clientId, authenticationId: authenticationId ?? NO_AUTHENTICATION };
    return this.#fromRows(await this.#read(asked));
  }

  #fromRows(rows: readonly Joined[]): Standing | undefined {
    const [account] = distinct('accounts', rows);
    if (account === undefined) return undefined;
    const [consent] = distinct('consents', rows);
    const [authentication] = distinct('authentications', rows);
    return {
      account: this.#person.fromRow(account),
      locks: distinct('account_locks', rows).map((row) => lockFromRow(row, this.#sealer)),
      passkeys: distinct('passkeys', rows).map((row) => passkeyFromRow(row, this.#sealer)),
      consent: consent && consentFromRow(consent),
      authentication: authentication && authenticationFromRow(authentication),
      hasWards: Boolean(rows[0]?.[HAS_WARDS]),
    };
  }
}

interface Asked {
  readonly accountId: AccountId;
  readonly clientId: string;
  readonly authenticationId: AuthenticationEventId;
}

function joined(
  db: RegisterDatabase,
  value: <Name extends keyof Asked>(name: Name) => Asked[Name],
) {
  return db
    .selectFrom('accounts')
    .leftJoin('account_locks', (join) =>
      join
        .onRef('account_locks.account_id', '=', 'accounts.id')
        .on('account_locks.lifted_at', 'is', null),
    )
    .leftJoin('passkeys', (join) =>
      join.onRef('passkeys.account_id', '=', 'accounts.id').on('passkeys.removed_at', 'is', null),
    )
    .leftJoin('consents', (join) =>
      join.on('consents.sequence', '=', (query) =>
        query
          .selectFrom('consents as newest')
          .select('newest.sequence')
          .whereRef('newest.account_id', '=', 'accounts.id')
          .where('newest.client_id', '=', value('clientId'))
          .orderBy('newest.decided_at', 'desc')
          .orderBy('newest.sequence', 'desc')
          .limit(1),
      ),
    )
    .leftJoin('authentications', (join) =>
      join
        .onRef('authentications.account_id', '=', 'accounts.id')
        .on('authentications.id', '=', value('authenticationId')),
    )
    .select(selected)
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('guardianships')
          .select('guardianships.id')
          .whereRef('guardianships.guardian_id', '=', 'accounts.id')
          .where('guardianships.ended_at', 'is', null),
      ).as(HAS_WARDS),
    )
    .where('accounts.id', '=', value('accountId'))
    .orderBy('account_locks.locked_at')
    .orderBy('account_locks.id')
    .orderBy('passkeys.created_at')
    .orderBy('passkeys.id');
}

/** The rows of one table out of the joined ones, each once, in their order. */
function distinct<T extends Table>(table: T, rows: readonly Joined[]): Row<T>[] {
  const found = new Map<unknown, Row<T>>();
  for (const row of rows) {
    const id = row[`${table}.id`];
    if (id === null || found.has(id)) continue;
    const columns = COLUMNS[table].map((column) => [column, row[`${table}.${column}`]] as const);
    // The columns are those of the table, checked above; their values are what its type says.
    found.set(id, Object.fromEntries(columns) as Row<T>);
  }
  return [...found.values()];
}
