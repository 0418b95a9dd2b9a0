/**
 * A public-service portal as a relying party: "low" to enter, "substantial" where its API asks for it (RFC 9470),
 * refresh tokens. Run: node dist/clients/sample-rps/portal.js --issuer http://localhost:3000 --client-secret-file PATH
 */
import { readFile } from 'node:fs/promises';

import type Koa from 'koa';
import * as client from 'openid-client';

import { ApiTokens } from './api-tokens.ts';
import { portalApi } from './portal-api.ts';
import { portalAdvice, portalBrand, type PortalIntent } from './portal-brand.ts';
import { accountPage, homePage, type PortalData } from './portal-pages.ts';
import { fileTemporaryResidence, type Filing, type Outcome } from './procedure.ts';
import { backchannelLogout } from './portal-logout.ts';
import { BACKCHANNEL_LOGOUT_PATH, portalResource } from './registrations.ts';
import { LOW } from './shared/acr-ladder.ts';
import { readForm } from './shared/middleware.ts';
import { languageOf } from './shared/language.ts';
import { listen, runProgram, type Running } from './shared/program.ts';
import { relyingParty, type RelyingParty } from './shared/provider.ts';
import { oneAtATime, refreshLogin } from './shared/refresh.ts';
import { refusalOf } from './shared/refusal.ts';
import type { Session } from './shared/session.ts';
import { seeOther } from './shared/redirect.ts';
import { Site } from './shared/site.ts';
import { LOGIN_START_PATH, startedLogin } from './shared/third-party-login.ts';
import { accessTokenVerifier } from './verify-access-token.ts';

export interface PortalOptions {
  readonly issuer: string;
  readonly port: number;
  readonly clientSecret: string;
}

const ASKED = { scope: 'openid profile phone residence', acrValues: LOW };

type PortalSession = Session<PortalIntent, PortalData>;
interface Portal {
  /** What every login of ours asks for. */
  readonly question: typeof ASKED & { readonly resource: string };
  readonly tokens: ApiTokens<PortalSession>;
  readonly rp: RelyingParty;
  readonly site: Site<PortalIntent, PortalData>;
  readonly introspect: (accessToken: string) => Promise<client.IntrospectionResponse>;
}

export async function startPortal({ issuer, port, clientSecret }: PortalOptions): Promise<Running> {
  const rp = relyingParty({
    issuer,
    origin: `http://localhost:${port}`,
    clientId: 'sample-portal',
    authentication: client.ClientSecretBasic(clientSecret),
    authorizationUrl: client.buildAuthorizationUrl,
  });
  const site: Portal['site'] = new Site({
    rp,
    issuer,
    brand: portalBrand,
    newData: () => ({ filings: [] }),
    advise: portalAdvice,
  });
  const introspect: Portal['introspect'] = async (token) =>
    client.tokenIntrospection(await rp.provider(), token, { token_type_hint: 'access_token' });
  // Whatever uses a refresh token: each is good once.
  const refreshOnce = oneAtATime<PortalSession>();
  const resource = portalResource(rp.origin);
  const tokens = new ApiTokens(rp, resource, refreshOnce);
  const portal: Portal = { rp, site, introspect, tokens, question: { ...ASKED, resource } };
  const start = (ctx: Koa.Context, parameters: URLSearchParams) => {
    const started = startedLogin(parameters, { issuer, origin: rp.origin });
    if (started === undefined) ctx.throw(400, 'not the provider of this service');
    return site.depart(ctx, 'login', { ...portal.question, ...started });
  };

  site.router.get('/', (ctx) => showMyPage(portal, ctx));
  site.router.get('/login', (ctx) => site.depart(ctx, 'login', portal.question));
  site.router.get(LOGIN_START_PATH, (ctx) => start(ctx, ctx.URL.searchParams));
  site.router.post(LOGIN_START_PATH, async (ctx) => start(ctx, await readForm(ctx)));
  site.router.get('/callback', (ctx) => comeBack(portal, ctx));
  site.router.post(BACKCHANNEL_LOGOUT_PATH, backchannelLogout(rp, issuer, site.sessions));
  site.router.post('/procedure', (ctx) => startProcedure(portal, ctx));
  site.router.post('/refresh', (ctx) => extend(portal, ctx, refreshOnce));
  const jwksUri = async () => (await rp.provider()).serverMetadata().jwks_uri ?? '';
  site.app.use(portalApi(accessTokenVerifier({ issuer, audience: resource, jwksUri })).routes());
  return listen(site.app, port);
}

function showMyPage({ site }: Portal, ctx: Koa.Context): void {
  const session = site.sessions.find(ctx);
  const language = languageOf(ctx);
  const page = session?.login
    ? accountPage({ ...session, login: session.login }, language)
    : homePage(language, session?.shown.logout !== undefined);
  site.render(ctx, page);
}

async function comeBack(portal: Portal, ctx: Koa.Context): Promise<void> {
  const arrival = await portal.site.arrive(ctx);
  if (arrival === undefined) return;
  const { intent, returnTo, session, login } = arrival;
  session.shown = { ...session.shown, introspection: await portal.introspect(login.accessToken) };
  if (intent !== 'procedure') return seeOther(ctx, returnTo);
  const outcome = await callApi(portal, session);
  if (outcome.kind === 'filed') return keepFiling(ctx, session, outcome.filing);
  // Asking once more would send the person round in circles.
  portal.site.refuse(ctx, { from: 'verification', error: 'api_refused' }, 'procedure');
}

/** The API decides what it needs; the portal only carries the demand to the provider, and then comes again. */
async function startProcedure(portal: Portal, ctx: Koa.Context): Promise<void> {
  const session = portal.site.sessions.find(ctx);
  if (session?.login === undefined) return seeOther(ctx, '/');
  const { sub: subject } = session.login.claims;
  const outcome = await callApi(portal, session);
  const question = { ...portal.question, subject, namesSubject: true };
  switch (outcome.kind) {
    case 'filed':
      return keepFiling(ctx, session, outcome.filing);
    case 'token-refused':
      return portal.site.depart(ctx, 'procedure', question);
    case 'step-up':
      session.shown = { ...session.shown, challenge: outcome.challenge };
      return portal.site.depart(ctx, 'procedure', { ...question, ...outcome.demand });
    default:
      return outcome satisfies never;
  }
}

async function callApi({ rp, tokens }: Portal, session: PortalSession): Promise<Outcome> {
  try {
    const accessToken = await tokens.tokenFor(session);
    return await fileTemporaryResidence(await rp.provider(), rp.origin, accessToken);
  } catch (error) {
    // The provider gives no more tokens for this login: a new one will tell why.
    if (refusalOf(error)?.error === 'invalid_grant') return { kind: 'token-refused' };
    throw error;
  }
}

function keepFiling(ctx: Koa.Context, session: PortalSession, filing: Filing): void {
  session.data = { filings: [filing, ...session.data.filings].slice(0, 20) };
  seeOther(ctx, '/');
}

async function extend(
  portal: Portal,
  ctx: Koa.Context,
  once: (session: PortalSession, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const session = portal.site.sessions.find(ctx);
  if (session?.login === undefined) return seeOther(ctx, '/');
  try {
    await once(session, () => refresh(portal, session));
    return seeOther(ctx, '/');
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    // Whatever the provider's reason: it does not stand behind this login any more.
    if (refusal.from !== 'unavailable') session.login = undefined;
    return portal.site.refuse(ctx, refusal, 'refresh');
  }
}

async function refresh({ rp, introspect }: Portal, session: PortalSession): Promise<void> {
  if (session.login === undefined) return;
  const login = await refreshLogin(rp, session.login, ASKED);
  session.login = login;
  session.shown = {
    request: { client_id: rp.clientId, parameters: { grant_type: 'refresh_token' } },
    idToken: login.claims,
    userinfo: login.userinfo,
    introspection: await introspect(login.accessToken),
  };
}

if (import.meta.main) {
  await runProgram('portal', 3003, async ({ clientSecretFile, ...options }) => {
    if (clientSecretFile === undefined) throw new Error('--client-secret-file is needed');
    const clientSecret = (await readFile(clientSecretFile, 'utf8')).trim();
    return startPortal({ ...options, clientSecret });
  });
}
