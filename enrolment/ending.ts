import { logoutsAtClients, type LogoutSources } from '../clients/account-logout.ts';
import { newDelivery } from '../clients/deliveries.ts';
import type { AccountId } from '../ids.ts';
import type { RegisterWrite } from './register-writes.ts';

/**
 * Ends every session, token, grant and factor of an account, on every node, and tells the relying parties so by
 * back-channel logout: to be written together with its reason. `now` is that of the other writes.
 */
export async function endingWrites(
  accountId: AccountId,
  sources: LogoutSources,
  now: number,
): Promise<readonly RegisterWrite[]> {
  const logouts = await logoutsAtClients(accountId, sources);
  return [
    { kind: 'signed_out', accountId, at: now },
    ...logouts.map((logout): RegisterWrite => ({ kind: 'delivery', ...newDelivery(logout, now) })),
  ];
}
