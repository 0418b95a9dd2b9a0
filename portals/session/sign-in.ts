import type { Context } from 'koa';
import { z } from 'zod';

import type { AccountId } from '../../ids.ts';
import { randomText } from '../../ids.ts';
import { describeError } from '../../log.ts';
import { localeOf } from '../../web/locale.ts';
import { createOidcLogin } from './oidc-login.ts';
import {
  createPendingLogins,
  LOGIN_SECONDS,
  type LoginSecrets,
  type PendingLogin,
} from './pending-login.ts';
import { LOST, type Demand, type Draft, type Portal, type PortalServices } from './portal.ts';
import type { PortalCookies } from './portal-cookies.ts';
import { returnPath } from './return-path.ts';
import { draftSchema, type FoundSession, type SessionRecords } from './session-records.ts';
import { seeOther } from '../see-other.ts';

/** Why somebody came back without being signed in. */
export type SignInFailure = 'gone' | 'declined' | 'level' | 'failed';

export interface SignIn {
  /** Leads the browser to the provider. `found`: the session this goes on, whose person the draft is kept for. */
  begin(ctx: Context, demand: Demand, found: FoundSession | undefined): Promise<void>;
  /** At the way back: a session, and the address to go on to, or why not. */
  complete(ctx: Context): Promise<{ readonly location: string } | SignInFailure>;
  logoutAddress(ctx: Context): Promise<string>;
}

export interface SignInParts {
  readonly portal: Portal;
  readonly services: PortalServices;
  readonly cookies: PortalCookies;
  readonly records: SessionRecords;
}

/** A code is good for a minute; what it rests on cannot be much older. */
const EVIDENCE_FRESH_MS = 2 * 60 * 1000;
const KIND = 'portal-login';
/** What was typed, while its person is at the provider; taken once. */
const keptDraftSchema = z.object({ accountId: z.string(), content: draftSchema });

export function createSignIn(parts: SignInParts): SignIn {
  const { portal, services, cookies } = parts;
  const oidc = createOidcLogin(portal, services);
  const logins = createPendingLogins(portal, services.loginKey);
  const keyOf = (id: string) => `${portal.name} ${id}`;

  return {
    async begin(ctx, demand, found) {
      // One for all tabs: two sign-ins at once must both come back.
      const browser = cookies.browser(ctx) ?? randomText(24);
      cookies.setBrowser(ctx, browser, LOGIN_SECONDS);
      const maxAgeSeconds = demand.maxAgeSeconds ?? portal.loginMaxAgeSeconds;
      const here = ctx.method === 'GET' ? ctx.originalUrl : undefined;
      const wanted = demand.returnTo ?? here;
      // Kept for whom it is known that they typed it, and for nobody else.
      const draft = draftFor(demand, found);
      const isKept = demand.draft !== undefined && found !== undefined;
      const lost = demand.sent === true && wanted !== undefined && !isKept;
      const { id, secrets } = logins.begin(
        {
          sentAt: services.clock(),
          maxAgeSeconds,
          returnTo: returnPath(portal.path, lost ? `${wanted}?${LOST}=1` : wanted),
          hasDraft: draft !== undefined,
        },
        browser,
      );
      if (draft !== undefined) await services.ephemerals.put(KIND, keyOf(id), draft, LOGIN_SECONDS);
      const wish = { acr: demand.acr ?? portal.acr, maxAgeSeconds, uiLocales: localeOf(ctx) };
      seeOther(ctx, (await oidc.begin(wish, secrets)).href);
    },

    async complete(ctx) {
      const { state } = ctx.query;
      if (typeof state !== 'string' || state === '') return 'gone';
      const login = logins.read(state, cookies.browser(ctx), services.clock());
      if (login === undefined) return 'gone';
      const proven = await prove(ctx, oidc, login, parts);
      if (typeof proven === 'string') return proven;
      const { id, hasDraft, returnTo } = login.pending;
      const kept = hasDraft ? await services.ephemerals.take(KIND, keyOf(id)) : undefined;
      await enter(ctx, proven, kept === undefined ? undefined : keptDraftSchema.parse(kept), parts);
      return { location: returnTo };
    },

    logoutAddress: async (ctx) => (await oidc.logoutAddress(localeOf(ctx))).href,
  };
}

/** Only of who was signed in; what they typed before goes with them through every further proof. */
function draftFor({ draft }: Demand, found: FoundSession | undefined) {
  const content = draft ?? found?.record.draft;
  return found && content && { accountId: found.record.accountId, content };
}

type Evidence = NonNullable<Awaited<ReturnType<PortalServices['authentications']['find']>>>;

interface Entrance {
  readonly evidence: Evidence;
  readonly browserSession: string;
}

/** Everything that must hold before anybody is let in. */
async function prove(
  ctx: Context,
  oidc: ReturnType<typeof createOidcLogin>,
  { pending, secrets }: { readonly pending: PendingLogin; readonly secrets: LoginSecrets },
  { portal, services }: SignInParts,
): Promise<Entrance | SignInFailure> {
  const now = services.clock();
  try {
    const evidenceId = await oidc.finish(ctx.search, secrets, pending, now);
    const evidence = await services.authentications.find(evidenceId);
    const current = await services.browserSessions.current(ctx);
    if (
      evidence?.clientId !== portal.clientId ||
      now - evidence.at > EVIDENCE_FRESH_MS ||
      current?.accountId !== evidence.accountId
    ) {
      return 'failed';
    }
    return { evidence, browserSession: current.uid };
  } catch (error) {
    const answered = typeof ctx.query['error'] === 'string' ? ctx.query['error'] : undefined;
    const { requestId } = ctx.state;
    services.log.info('portal.sign_in_failed', {
      requestId,
      clientId: portal.clientId,
      ...describeError(error),
    });
    if (answered === 'access_denied') return 'declined';
    return answered === 'unmet_authentication_requirements' ? 'level' : 'failed';
  }
}

async function enter(
  ctx: Context,
  { evidence, browserSession }: Entrance,
  draft: { readonly accountId: string; readonly content: Draft } | undefined,
  { portal, services, cookies, records }: SignInParts,
): Promise<void> {
  const before = await records.find(cookies.session(ctx));
  const now = services.clock();
  const accountId: AccountId = evidence.accountId;
  const id = await records.begin({
    accountId,
    browserSession,
    evidenceId: evidence.id,
    signedInAt: now,
    endsAt:
      sameSession(before, accountId, browserSession, now) ?? now + portal.longestSeconds * 1000,
    seenAt: now,
    draft: draft?.accountId === accountId ? draft.content : undefined,
  });
  if (before !== undefined) await records.end(before.id);
  cookies.setSession(ctx, id);
}

/** A step-up goes on with the session it was made in: the absolute end does not move. */
function sameSession(
  before: FoundSession | undefined,
  accountId: AccountId,
  browserSession: string,
  now: number,
): number | undefined {
  if (before === undefined) return undefined;
  const { record } = before;
  const same = record.accountId === accountId && record.browserSession === browserSession;
  return same && record.endsAt > now ? record.endsAt : undefined;
}
