import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { ConsentStore } from '../accounts/consent.ts';
import type { AccountId } from '../ids.ts';
import type { ClientStore } from './client.ts';
import type { NewDelivery } from './deliveries.ts';

export interface LogoutSources {
  readonly consents: Pick<ConsentStore, 'history'>;
  readonly authentications: Pick<AuthenticationStore, 'actedBy'>;
  readonly clients: Pick<ClientStore, 'find'>;
}

/** Seconds a grant lives: no token of a session is good for longer after somebody was last seen in it. */
export const GRANT_SECONDS = 30 * 24 * 60 * 60;

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
      const { uri, needsSid } = await backchannelOf(clientId, clients);
      if (uri === undefined || needsSid) return undefined;
      return { kind: 'backchannel-logout', clientId, uri, accountId, payload: {} };
    }),
  );
  return logouts.filter((logout) => logout !== undefined);
}

/**
 * What tells relying parties that sessions end in which somebody acted for another: of the other, as they know them, with
 * `act` for who acted, so that those in which somebody else did, or nobody, go on. `wardId`: of this one alone.
 */
export async function logoutsOfActing(
  { actorId, wardId }: { readonly actorId: AccountId; readonly wardId?: AccountId | undefined },
  { authentications, clients }: LogoutSources,
  now: number,
): Promise<readonly NewDelivery[]> {
  const everywhere = await authentications.actedBy(actorId);
  const acted = everywhere.filter(({ accountId }) => wardId === undefined || accountId === wardId);
  const logouts = await Promise.all(
    acted.map(async ({ accountId, clientId, sid, at }): Promise<NewDelivery | undefined> => {
      const { uri, needsSid } = await backchannelOf(clientId, clients);
      const isKnown = sid !== undefined && now - at <= GRANT_SECONDS * 1000;
      if (uri === undefined || (needsSid && !isKnown)) return undefined;
      const payload = { actorId, ...(needsSid && { sid }) };
      return { kind: 'backchannel-logout', clientId, uri, accountId, payload };
    }),
  );
  const each = logouts.filter((logout) => logout !== undefined);
  return [...new Map(each.map((logout) => [wordsOf(logout), logout])).values()];
}

function wordsOf({ clientId, accountId, payload }: NewDelivery): string {
  return JSON.stringify([clientId, accountId, payload]);
}

async function backchannelOf(clientId: string, clients: LogoutSources['clients']) {
  const metadata = (await clients.find(clientId))?.metadata ?? {};
  const uri = metadata['backchannel_logout_uri'];
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    needsSid: metadata['backchannel_logout_session_required'] === true,
  };
}
