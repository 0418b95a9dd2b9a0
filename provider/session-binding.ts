import type Provider from 'oidc-provider';

import { parsePrincipal, proverOf } from '../accounts/principal.ts';

interface BoundToken {
  readonly accountId?: string | undefined;
  readonly sessionUid?: string | undefined;
  readonly scopes: ReadonlySet<string>;
}

/**
 * True while the session a token was made in is still that of who proved for it: tokens die with the session, unless the person
 * agreed to `offline_access` (OIDC Core 11).
 */
export async function sessionStands(provider: Provider, token: BoundToken): Promise<boolean> {
  if (token.scopes.has('offline_access')) return true;
  if (token.sessionUid === undefined) return false;
  const session = await provider.Session.findByUid(token.sessionUid);
  const owner = parsePrincipal(token.accountId);
  return owner !== undefined && session?.accountId === proverOf(owner);
}
