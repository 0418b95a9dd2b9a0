import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { OpenRegister } from '../stores.ts';

/** The durable half on PostgreSQL, its schema brought up to date. Rejects when it cannot be reached. */
export async function openPostgresRegister(
  _url: string,
  _keep: { readonly sealer: Sealer; readonly hash: KeyedHash },
): Promise<OpenRegister> {
  throw new Error('not built yet');
}
