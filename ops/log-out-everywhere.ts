import { logoutsAtClients } from '../clients/account-logout.ts';
import { createDeliveries } from '../clients/deliveries.ts';
import { systemClock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { Register } from './with-register.ts';

/** Relying parties are told by whoever serves; `only` one of them, or all. */
export async function logOutEverywhere(
  accountId: AccountId,
  { stores }: Register,
  only?: string,
): Promise<void> {
  const deliveries = createDeliveries(stores.deliveries, systemClock);
  for (const logout of await logoutsAtClients(accountId, stores, only)) {
    await deliveries.enqueue(logout);
  }
}
