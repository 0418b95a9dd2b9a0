import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

import type { EventContext } from '../audit/events.ts';
import { parsePrincipal } from '../accounts/principal.ts';
import { isId } from '../ids.ts';

/** Who and what an event belongs to, as far as the library knows at this point. */
export function auditContext(ctx: KoaContextWithOIDC): EventContext {
  const { client, session, account } = ctx.oidc;
  const persons = parsePrincipal(account?.accountId ?? session?.accountId);
  const requestId: unknown = ctx.state['requestId'];
  return {
    requestId: isId('req', requestId) ? requestId : undefined,
    clientId: client?.clientId,
    accountId: persons?.accountId,
    actorId: persons?.actorId,
  };
}

/** The same for the request being answered now, wherever the library calls us from. */
export function auditContextNow(): EventContext {
  const { ctx } = Provider;
  return ctx?.oidc === undefined ? {} : auditContext(ctx);
}
