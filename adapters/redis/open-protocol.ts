import type { Clock } from '../../clock.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { OpenProtocol } from '../stores.ts';

/** The short-lived half on Redis or Valkey: one server, Sentinels or a Cluster. Rejects when it cannot be reached. */
export async function openRedisProtocol(
  _url: string,
  _keep: { readonly sealer: Sealer; readonly hash: KeyedHash; readonly clock: Clock },
): Promise<OpenProtocol> {
  throw new Error('not built yet');
}
