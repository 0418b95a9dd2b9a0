import Provider from 'oidc-provider';

import { LONG_COOKIE } from './cookies.ts';
import { TTL } from './ttl.ts';

interface LateSession {
  readonly id: string;
  readonly exp: number | undefined;
  save(seconds: number): Promise<unknown>;
  persist(): Promise<unknown>;
}

/**
 * The page for a device's code holds a secret of the session in its form, when it tells of an error as well: then the
 * library has left the place where a new session gets its cookie, and fails on one that was never kept.
 */
export function keepLateSessions(provider: Provider): void {
  const prototype = provider.Session.prototype as unknown as LateSession;
  const { persist } = prototype;
  Object.assign(prototype, {
    persist(this: LateSession) {
      if (typeof this.exp === 'number') return persist.call(this);
      Provider.ctx?.cookies.set(provider.cookieName('session'), this.id, LONG_COOKIE);
      return this.save(TTL.Session);
    },
  });
}
