import type { ConsentStore } from '../accounts/consent.ts';
import type { AccountId } from '../ids.ts';
import type { ClientStore } from './client.ts';
import type { NewDelivery } from './deliveries.ts';

export interface LogoutSources {
  readonly consents: Pick<ConsentStore, 'history'>;
  readonly clients: Pick<ClientStore, 'find'>;
}

/**
 * What tells every relying party a person has agreed to that all sessions of theirs end (OpenID Connect Back-Channel
 * Logout 1.0, section 2.4: a logout token with `sub` alone). Which sessions there are only the protocol store knows, so
 * those that insist on a `sid` are not told.
 */
export async function logoutsAtClients(
  accountId: AccountId,
  { consents, clients }: LogoutSources,
  only?: string,
): Promise<readonly NewDelivery[]> {
  const history = await consents.history(accountId);
  const clientIds = [...new Set(history.map(({ clientId }) => clientId))].filter(
    (clientId) => only === undefined || clientId === only,
  );
  const logouts = await Promise.all(
    clientIds.map(async (clientId): Promise<NewDelivery | undefined> => {
      const metadata = (await clients.find(clientId))?.metadata ?? {};
      const uri = metadata['backchannel_logout_uri'];
      if (typeof uri !== 'string' || metadata['backchannel_logout_session_required'] === true) {
        return undefined;
      }
      return { kind: 'backchannel-logout', clientId, uri, accountId, payload: {} };
    }),
  );
  return logouts.filter((logout) => logout !== undefined);
}
