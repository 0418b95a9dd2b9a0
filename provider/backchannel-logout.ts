import { hash } from 'node:crypto';

import Provider, { type Client } from 'oidc-provider';
import { z } from 'zod';

import type { Deliveries } from '../clients/deliveries.ts';
import { isId, randomText, type AccountId } from '../ids.ts';
import { toldOfSession, type SessionOfBrowser } from './acting.ts';
import type { DeliverySender } from './delivery-loop.ts';
import { postDelivery } from './delivery-post.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { asProtocolError } from './protocol-error.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A class of the library that its types leave out. */
interface LogoutToken {
  mask: object;
  set(claim: string, value: unknown): void;
  issue(options: { readonly use: 'logout' }): Promise<string>;
}
type LogoutTokenClass = new (
  available: object,
  options: { readonly client: Client; readonly ctx: undefined },
) => LogoutToken;

/** What `queueLogouts` puts in the place of the library's own. */
type LogoutClient = Client & {
  backchannelLogout(accountId: string, sid: string, session?: SessionOfBrowser): Promise<unknown>;
};
type Session = InstanceType<Provider['Session']>;

const payloadSchema = z.object({
  sid: z.string().optional(),
  /** Of the sessions of the account, those in which this person acted for them. */
  actorId: z.custom<AccountId>((value) => isId('acc', value)).optional(),
});

/**
 * The library would post logout tokens within the person's own request, once. Here it hands them in instead; a logout
 * whose word cannot be kept is refused, and the session goes on.
 */
export function queueLogouts(provider: Provider, deliveries: Deliveries): void {
  Object.defineProperty(provider.Client.prototype, 'backchannelLogout', {
    value: function (
      this: Client,
      own: string,
      sid: string,
      session: SessionOfBrowser = Provider.ctx?.oidc?.session ?? {},
    ): Promise<unknown> {
      const { clientId, backchannelLogoutUri: uri = '' } = this;
      // Of whom the relying party knows: of the persons acted for, where who proves was there for them.
      const enqueued = toldOfSession(session, clientId, own).map((accountId) =>
        deliveries.enqueue({
          kind: 'backchannel-logout',
          clientId,
          uri,
          accountId,
          payload: { sid },
          // A session of a client ends once for each person, however often its end is asked for.
          onceKey: hash('sha256', accountId === own ? sid : `${sid} ${accountId}`, 'base64url'),
        }),
      );
      return asProtocolError(Promise.all(enqueued));
    },
  });
  provider.on('backchannel.error', (_ctx, error) => {
    throw error;
  });
}

/** For a session that ends elsewhere than at the library's own logout. Rejects when word of it cannot be kept. */
export async function announceLogout(
  provider: Provider,
  { accountId, authorizations = {} }: Pick<Session, 'accountId' | 'authorizations'>,
): Promise<void> {
  for (const [clientId, { sid }] of Object.entries(authorizations)) {
    const client = (await provider.Client.find(clientId)) as LogoutClient | undefined;
    if (client?.backchannelLogoutUri === undefined || accountId === undefined) continue;
    await client.backchannelLogout(accountId, sid ?? '', { authorizations });
  }
}

/**
 * OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.5. The token is made when it is sent, so it is fresh at
 * every attempt, and has a `jti` of its own: one that a relying party has seen need not be one it has acted on.
 */
export function createLogoutSender(
  current: () => Provider,
  fetch: typeof globalThis.fetch,
  subjectFor: PairwiseSubject,
): DeliverySender {
  return async ({ clientId, accountId, payload }) => {
    const provider = current();
    const client = await provider.Client.find(clientId);
    const uri = client?.backchannelLogoutUri;
    if (client === undefined || uri === undefined || accountId === undefined) {
      return { kind: 'refused', status: undefined, error: 'not_registered' };
    }
    const { sid, actorId } = payloadSchema.parse(payload);
    if (client.backchannelLogoutSessionRequired === true && sid === undefined) {
      return { kind: 'refused', status: undefined, error: 'session_unknown' };
    }
    const IdToken = (provider as unknown as { readonly IdToken: LogoutTokenClass }).IdToken;
    const token = new IdToken({ sub: accountId }, { client, ctx: undefined });
    token.mask = { sub: null };
    token.set('events', { [EVENT]: {} });
    token.set('jti', randomText(18));
    if (actorId !== undefined) token.set('act', { sub: subjectFor(actorId, client) });
    if (client.backchannelLogoutSessionRequired === true) token.set('sid', sid);
    const logoutToken = await token.issue({ use: 'logout' });
    return postDelivery(fetch, uri, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: logoutToken }).toString(),
    });
  };
}
