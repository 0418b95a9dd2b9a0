import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import type { AuthenticationContext } from '../../accounts/authentication-context.ts';
import type { Factor } from '../../accounts/factors.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { StandingStore } from '../../accounts/standing.ts';
import type { AuthenticationStore } from '../../accounts/authentication-store.ts';
import type { Clock } from '../../clock.ts';
import type { AccountId } from '../../ids.ts';
import type { Log } from '../../log.ts';
import type { Csrf } from '../../web/csrf.ts';

/** One site of our own that people sign in to, by its own OIDC client. */
export interface Portal {
  /** Of its cookies and records. */
  readonly name: 'officer' | 'account';
  /** Without a trailing slash; everything of it lies below, and nothing else does. */
  readonly path: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The least a session must have; a page may ask for more. */
  readonly acr: string;
  /** A sign-in rests on proofs no older than this. */
  readonly loginMaxAgeSeconds: number;
  /** Unused for so long, a session ends. */
  readonly idleSeconds: number;
  /** However much it is used. */
  readonly longestSeconds: number;
}

export interface PortalServices {
  readonly issuer: string;
  readonly sandbox: boolean;
  readonly ephemerals: EphemeralStore;
  readonly standings: StandingStore;
  readonly authentications: AuthenticationStore;
  /** The session of the browser at the provider, on which every session of a portal hangs. */
  readonly browserSessions: {
    current(ctx: Context): Promise<{ uid: string; accountId: AccountId } | undefined>;
  };
  /** Reaches this very program (`inner-fetch.ts`). */
  readonly fetch: typeof globalThis.fetch;
  readonly csrf: Csrf;
  /** `secrets.derive('portal-login')` */
  readonly loginKey: Buffer;
  readonly clock: Clock;
  readonly log: Log;
}

/** What somebody was typing when they had to prove who they are: given back once, to them, at the same place. */
export interface Draft {
  /** Path of the page that has the form. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Who is at this portal now: alive, allowed, and proven as far as was demanded. */
export interface PortalSession {
  /** What its forms are bound to: the same until the browser's session at the provider ends. */
  readonly formKey: string;
  readonly accountId: AccountId;
  readonly account: Account;
  /** What the proofs of this session come to now. */
  readonly context: AuthenticationContext;
  /** Everything this sign-in rests on, each with its time; all of it still there. */
  readonly factors: readonly Factor[];
  /** Epoch ms, both. */
  readonly signedInAt: number;
  readonly endsAt: number;
}

/** In the query of a page whose form was sent too late, and of which nothing could be kept. */
export const LOST = 'lost';

export interface Demand {
  /** At least the portal's own. */
  readonly acr?: string;
  /** The proof the `acr` rests on must be no older. */
  readonly maxAgeSeconds?: number;
  /** A path of the same portal, where the person comes back to; the address of a GET when it is left out. */
  readonly returnTo?: string;
  /** What would otherwise be lost on the way; never a file. */
  readonly draft?: Draft | undefined;
  /** A form was sent: who comes back and finds nothing of it is told so (`LOST` in the address). */
  readonly sent?: true;
}
