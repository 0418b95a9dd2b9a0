import * as client from 'openid-client';

import { acceptLogin, UnacceptableLogin, type Login, type LoginQuestion } from './login.ts';
import type { RelyingParty } from './provider.ts';

/**
 * New tokens without the person. The provider looks at the account again: what has been withdrawn since is missing
 * from the answer, and a lock ends it (`invalid_grant`). The person must be the same (OIDC Core 12.2).
 */
export async function refreshLogin(
  rp: RelyingParty,
  { claims, refreshToken }: Login,
  question: Pick<LoginQuestion, 'scope' | 'acrValues'>,
): Promise<Login> {
  if (refreshToken === undefined) {
    throw new UnacceptableLogin('no_refresh_token', 'the provider gave none');
  }
  const provider = await rp.provider();
  const tokens = await client.refreshTokenGrant(provider, refreshToken);
  const refreshed = await acceptLogin(provider, tokens, { ...question, subject: claims.sub });
  return { ...refreshed, refreshToken: refreshed.refreshToken ?? refreshToken };
}

/**
 * Refresh tokens rotate: each is good once, and using one twice looks like theft and ends the login. So two tabs, or
 * a double click, share one refresh.
 */
export function oneAtATime<Key extends object>(): (
  key: Key,
  work: () => Promise<void>,
) => Promise<void> {
  const underWay = new WeakMap<Key, Promise<void>>();
  return (key, work) => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
