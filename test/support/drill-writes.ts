import type { DrillStage } from './drill-stage.ts';

/** What somebody was told is in the register. */
export type AcknowledgedWrite =
  | { readonly kind: 'account'; readonly id: string }
  | {
      readonly kind: 'authentication';
      readonly id: string;
      readonly accountId: string;
      readonly clientId: string;
      readonly acr: string;
    }
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly accountId: string }
  /** Through the page: its id is not told, so it is the one of this person decided in that time (epoch ms). */
  | {
      readonly kind: 'consent';
      readonly accountId: string;
      readonly clientId: string;
      readonly from: number;
      readonly until: number;
    }
  | { readonly kind: 'withdrawal'; readonly id: string };

type Row = Readonly<Record<string, unknown>>;

/** Those of them that are not there, or not as they were told. Each is looked for in PostgreSQL itself. */
export async function lostWrites(
  { postgres }: Pick<DrillStage, 'postgres'>,
  writes: readonly AcknowledgedWrite[],
): Promise<readonly AcknowledgedWrite[]> {
  const read = (table: string) => postgres.query(`select * from ${table}`);
  const by = (rows: readonly Row[], column: string) =>
    new Map(rows.map((row) => [String(row[column]), row]));
  const accounts = by(await read('accounts'), 'id');
  const authentications = by(await read('authentications'), 'id');
  const passkeys = by(await read('passkeys'), 'credential_id');
  const consentRows = await read('consents');
  const consents = by(consentRows, 'id');
  const decisions = Map.groupBy(consentRows, (row) =>
    [row['account_id'], row['client_id']].join(' '),
  );

  const isThere = (write: AcknowledgedWrite): boolean => {
    switch (write.kind) {
      case 'account':
        return accounts.has(write.id);
      case 'authentication':
        return agrees(authentications.get(write.id), {
          account_id: write.accountId,
          client_id: write.clientId,
          acr: write.acr,
        });
      case 'passkey': {
        const row = passkeys.get(write.credentialId);
        return agrees(row, { account_id: write.accountId, removed_at: null });
      }
      case 'consent':
        return (decisions.get(`${write.accountId} ${write.clientId}`) ?? []).some(
          (row) =>
            row['kind'] === 'granted' &&
            Number(row['decided_at']) >= write.from &&
            Number(row['decided_at']) <= write.until,
        );
      case 'withdrawal':
        return agrees(consents.get(write.id), { kind: 'withdrawn' });
      default:
        return write satisfies never;
    }
  };
  return writes.filter((write) => !isThere(write));
}

function agrees(row: Row | undefined, expected: Row): boolean {
  if (row === undefined) return false;
  return Object.entries(expected).every(([column, value]) => row[column] === value);
}
