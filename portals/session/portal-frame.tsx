import Router from '@koa/router';
import type { Context, Middleware } from 'koa';

import { BadInput } from '../../errors.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { judgeSession } from './judge-session.ts';
import type { Demand, Draft, Portal, PortalServices, PortalSession } from './portal.ts';
import { portalCookies, type PortalCookies } from './portal-cookies.ts';
import { createSessionRecords, type FoundSession, type SessionRecords } from './session-records.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { NotSignedInPage } from './pages/not-signed-in-page.tsx';
import { SignedOutPage } from './pages/signed-out-page.tsx';

/** The entrance of one portal. */
export interface PortalFrame {
  /** `signed-in`, `sign-out`, `signed-out`: in front of the portal's own routes. */
  readonly routes: Middleware;
  /**
   * Who is here, or undefined when the answer has been made already: a redirect to sign in, or to prove more. Every page
   * and every form begins with this.
   */
  requireSession(ctx: Context, demand?: Demand): Promise<PortalSession | undefined>;
  /** What the person was typing when they had to prove who they are: for this path, once. */
  takeDraft(ctx: Context, path: string): Promise<Draft['fields'] | undefined>;
  /** Where a form of this person posts to. */
  target(session: PortalSession, action: string): FormTarget;
  /** Throws `BadInput` (403) unless the form is one of ours, made for this person in this browser. */
  verify(ctx: Context, session: PortalSession, form: Form): void;
}

/** Without so much as this between them, requests do not tell the store that the session is used. */
const SEEN_EVERY_MS = 60_000;

interface Parts {
  readonly portal: Portal;
  readonly services: PortalServices;
  readonly cookies: PortalCookies;
  readonly records: SessionRecords;
  readonly signIn: SignIn;
}

export function createPortalFrame(portal: Portal, services: PortalServices): PortalFrame {
  const cookies = portalCookies(portal);
  const records = createSessionRecords(services.ephemerals, portal);
  const signIn = createSignIn({ portal, services, cookies, records });
  const parts = { portal, services, cookies, records, signIn };
  const { csrf } = services;
  return {
    routes: frameRoutes(parts),
    requireSession: (ctx, demand = {}) => requireSession(ctx, demand, parts),

    async takeDraft(ctx, path) {
      const found = await records.find(cookies.session(ctx));
      const draft = found?.record.draft;
      if (found === undefined || draft?.path !== path) return undefined;
      const taken = await records.update(found, { ...found.record, draft: undefined });
      return taken ? draft.fields : undefined;
    },

    target: ({ formKey: uid, accountId: person }, action) => ({
      action,
      csrf: csrf.tokenFor({ uid, person }),
    }),

    verify(ctx, { formKey: uid, accountId: person }, form) {
      if (csrf.verify(ctx, { uid, person }, form) === 'current') return;
      throw new BadInput('a form of somebody else', 403);
    },
  };
}

async function requireSession(
  ctx: Context,
  demand: Demand,
  { portal, services, cookies, records, signIn }: Parts,
): Promise<PortalSession | undefined> {
  const found = await records.find(cookies.session(ctx));
  if (found === undefined) {
    await signIn.begin(ctx, demand, undefined);
    return undefined;
  }
  const { record } = found;
  const [browser, standing] = await Promise.all([
    services.browserSessions.current(ctx),
    services.standings.load(record.accountId, portal.clientId, record.evidenceId),
  ]);
  const now = services.clock();
  const browserSession = browser?.accountId === record.accountId ? browser.uid : undefined;
  const verdict = judgeSession({ portal, record, browserSession, standing, demand, now });
  switch (verdict.kind) {
    case 'live':
      if (now - record.seenAt >= SEEN_EVERY_MS) {
        await records.update(found, { ...record, seenAt: now });
      }
      return {
        formKey: `${portal.name} ${record.browserSession}`,
        accountId: record.accountId,
        account: verdict.account,
        context: verdict.context,
        factors: verdict.factors,
        signedInAt: record.signedInAt,
        endsAt: record.endsAt,
      };
    case 'step_up':
      await signIn.begin(ctx, demand, found);
      return undefined;
    case 'ended':
      await leave(ctx, found, verdict.reason, { cookies, records });
      await signIn.begin(ctx, demand, verdict.reason === 'expired' ? found : undefined);
      return undefined;
    default:
      return verdict satisfies never;
  }
}

/** A session that only ran out is left to its end: what was typed in it goes with the person through the next sign-in. */
async function leave(
  ctx: Context,
  { id }: FoundSession,
  reason: 'expired' | 'logged_out' | 'account_unusable' | 'factor_removed',
  { cookies, records }: Pick<Parts, 'cookies' | 'records'>,
): Promise<void> {
  if (reason === 'expired') return;
  await records.end(id);
  cookies.setSession(ctx, undefined);
}

function frameRoutes(parts: Parts): Middleware {
  const { portal, services, cookies, records, signIn } = parts;
  const router = new Router({ prefix: portal.path });

  router.get('/signed-in', async (ctx) => {
    const outcome = await signIn.complete(ctx);
    if (typeof outcome !== 'string') return seeOther(ctx, outcome.location);
    const status = outcome === 'gone' || outcome === 'failed' ? 400 : 403;
    const page = <NotSignedInPage ctx={pageOf(ctx)} failure={outcome} home={portal.path} />;
    sendPage(ctx, page, status);
  });

  router.post('/sign-out', async (ctx) => {
    const form = await readForm(ctx);
    const found = await records.find(cookies.session(ctx));
    if (found === undefined) return seeOther(ctx, `${portal.path}/signed-out`);
    const { accountId: person, browserSession } = found.record;
    services.csrf.verify(ctx, { uid: `${portal.name} ${browserSession}`, person }, form);
    await records.end(found.id);
    cookies.setSession(ctx, undefined);
    seeOther(ctx, await signIn.logoutAddress(ctx));
  });

  router.get('/signed-out', (ctx) => {
    sendPage(ctx, <SignedOutPage ctx={pageOf(ctx)} home={portal.path} />);
  });
  return router.routes() as Middleware;

  /** The address of these pages carries what can be used once: nothing leads back to it. */
  function pageOf(ctx: Context): PageContext {
    return { ...plainPage(ctx, services.sandbox), path: undefined };
  }
}
