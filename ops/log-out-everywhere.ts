import { logOutAtClients } from '../clients/account-logout.ts';
import { createDeliveries } from '../clients/deliveries.ts';
import { systemClock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { Register } from './with-register.ts';

/** Relying parties are told by whoever serves; `only` one of them, or all. */
export async function logOutEverywhere(
  accountId: AccountId,
  { stores: { consents, clients, deliveries } }: Register,
  only?: string,
): Promise<void> {
  const queue = createDeliveries(deliveries, systemClock);
  await logOutAtClients(accountId, { consents, clients, deliveries: queue }, only);
}
