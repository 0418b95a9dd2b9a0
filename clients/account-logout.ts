import type { ConsentStore } from '../accounts/consent.ts';
import type { AccountId } from '../ids.ts';
import type { ClientStore } from './client.ts';
import type { Deliveries } from './deliveries.ts';

export interface AccountLogoutSources {
  readonly consents: Pick<ConsentStore, 'history'>;
  readonly clients: Pick<ClientStore, 'find'>;
  readonly deliveries: Deliveries;
}

/**
 * Tells every relying party a person has agreed to that all sessions of theirs end (OpenID Connect Back-Channel Logout
 * 1.0, section 2.4: a logout token with `sub` alone). Which sessions there are only the protocol store knows, so those
 * that insist on a `sid` are not told. Resolves with how many are.
 */
export async function logOutAtClients(
  accountId: AccountId,
  { consents, clients, deliveries }: AccountLogoutSources,
  only?: string,
): Promise<number> {
  const history = await consents.history(accountId);
  let told = 0;
  for (const clientId of new Set(history.map((consent) => consent.clientId))) {
    if (only !== undefined && clientId !== only) continue;
    const metadata = (await clients.find(clientId))?.metadata ?? {};
    const uri = metadata['backchannel_logout_uri'];
    if (typeof uri !== 'string' || metadata['backchannel_logout_session_required'] === true)
      continue;
    await deliveries.enqueue({ kind: 'backchannel-logout', clientId, uri, accountId, payload: {} });
    told += 1;
  }
  return told;
}
