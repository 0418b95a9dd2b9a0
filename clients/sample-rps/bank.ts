/**
 * A bank as a relying party of FAPI 2.0: private_key_jwt, pushed requests (PAR), tokens bound to a key (DPoP), assurance
 * "substantial" at least, and a fresh authentication for each large transfer. Run: node dist/clients/sample-rps/bank.js --issuer http://localhost:3000
 */
import type Koa from 'koa';
import * as client from 'openid-client';

import { bankAdvice, bankBrand } from './bank-brand.ts';
import { accountPage, homePage } from './bank-pages.ts';
import { SUBSTANTIAL } from './shared/acr-ladder.ts';
import { languageOf } from './shared/language.ts';
import type { Login } from './shared/login.ts';
import { readForm } from './shared/middleware.ts';
import { listen, runProgram, type Running } from './shared/program.ts';
import { relyingParty } from './shared/provider.ts';
import { seeOther } from './shared/redirect.ts';
import { Site } from './shared/site.ts';
import {
  needsStepUp,
  readTransfer,
  type BankData,
  type BankIntent,
  type Transfer,
} from './transfer.ts';

export interface BankOptions {
  readonly issuer: string;
  readonly port: number;
}

/**
 * The registered floor of this client is "substantial", so SenID never gives less. Asking for it all the same makes
 * the request say what it means, and the answer be checked against it (`acceptLogin`).
 */
const LOGIN = { scope: 'openid profile identity', acrValues: SUBSTANTIAL };

/**
 * A transfer needs the person now, not the login of ten minutes ago. `max_age=0` has the provider authenticate them
 * anew whatever session there is (OIDC Core 3.1.2.1); any larger number would let a login of some seconds ago approve
 * a transfer nobody confirmed. `auth_time` in the ID token is the proof: openid-client refuses one from before the
 * transfer was handed in. Nothing new about the person is needed, so the scope is `openid` alone.
 */
const FRESH = { scope: 'openid', acrValues: SUBSTANTIAL, maxAge: 0 };

type BankSite = Site<BankIntent, BankData>;

export async function startBank({ issuer, port }: BankOptions): Promise<Running> {
  const { key, publicJwk } = await makeSigningKey();
  const rp = relyingParty({
    issuer,
    origin: `http://localhost:${port}`,
    clientId: 'sample-bank',
    authentication: client.PrivateKeyJwt({ key, kid: publicJwk.kid }),
    authorizationUrl: client.buildAuthorizationUrlWithPAR,
    // A stolen token is worth nothing without this key, which never leaves the process.
    dpopKeys: await client.randomDPoPKeyPair('ES256'),
  });
  const site: BankSite = new Site({
    rp,
    issuer,
    brand: bankBrand,
    newData: () => ({ receipts: [] }),
    advise: bankAdvice,
  });
  site.router.get('/', (ctx) => showAccount(site, ctx));
  site.router.get('/login', (ctx) => site.depart(ctx, { kind: 'login' }, LOGIN));
  site.router.get('/callback', (ctx) => comeBack(site, ctx));
  site.router.post('/transfer', (ctx) => transferMoney(site, ctx));
  // Registered as `jwks_uri`: keys can be changed without asking anybody.
  site.router.get('/jwks.json', (ctx) => {
    ctx.body = { keys: [publicJwk] };
  });
  return listen(site.app, port);
}

function showAccount(site: BankSite, ctx: Koa.Context): void {
  const session = site.sessions.find(ctx);
  const language = languageOf(ctx);
  const page = session?.login
    ? accountPage({ ...session, login: session.login }, language)
    : homePage(language);
  site.render(ctx, page);
}

async function transferMoney(site: BankSite, ctx: Koa.Context): Promise<void> {
  const session = site.sessions.find(ctx);
  if (session?.login === undefined) return seeOther(ctx, '/');
  const { login } = session;
  const form = await readForm(ctx);
  const transfer = readTransfer(form);
  if (typeof transfer === 'string') {
    ctx.status = 400;
    const rejected = { mistake: transfer, form };
    return site.render(ctx, accountPage({ ...session, login }, languageOf(ctx), rejected));
  }
  if (needsStepUp(transfer)) {
    // `subject`: whoever else authenticates on this browser now cannot approve this person's transfer.
    const question = { ...FRESH, subject: login.claims.sub };
    return site.depart(ctx, { kind: 'transfer', transfer }, question);
  }
  session.data = withReceipt(session.data, transfer, login, { stepUp: false });
  return seeOther(ctx, '/');
}

async function comeBack(site: BankSite, ctx: Koa.Context): Promise<void> {
  const arrival = await site.arrive(ctx);
  if (arrival === undefined) return;
  const { intent, session, login } = arrival;
  if (intent.kind === 'transfer') {
    session.data = withReceipt(session.data, intent.transfer, login, { stepUp: true });
  }
  seeOther(ctx, '/');
}

/** Carries the transfer out, once: the intent that led here has been taken from the session (`takeDeparture`). */
function withReceipt(
  { receipts }: BankData,
  transfer: Transfer,
  { claims }: Login,
  { stepUp }: { stepUp: boolean },
): BankData {
  const { acr, auth_time, authentication_event_id } = claims;
  const evidence = { acr, auth_time, authentication_event_id, stepUp };
  const receipt = { ...transfer, at: Math.floor(Date.now() / 1000), evidence };
  return { receipts: [receipt, ...receipts].slice(0, 50) };
}

/** Made anew at each start, and never leaves the process. A real bank keeps it in a hardware module. */
async function makeSigningKey() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const publicJwk = { kty, crv, x, y, kid: crypto.randomUUID(), use: 'sig', alg: 'ES256' };
  return { key: pair.privateKey, publicJwk };
}

if (import.meta.main) await runProgram('bank', 3001, startBank);
