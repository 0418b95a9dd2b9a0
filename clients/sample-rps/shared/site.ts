import Router from '@koa/router';
import Koa from 'koa';

import { addCommonRoutes } from './common-routes.ts';
import { failurePage } from './failure-page.ts';
import { languageOf } from './language.ts';
import {
  beginLogin,
  finishLogin,
  UnacceptableLogin,
  type Login,
  type LoginQuestion,
} from './login.ts';
import { refuseCrossSiteForms, securityHeaders } from './middleware.ts';
import { layout, type Brand, type PageContent } from './page.ts';
import type { RelyingParty } from './provider.ts';
import { seeOther } from './redirect.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { refusalPage, type Advice } from './refusal-page.ts';
import {
  rememberDeparture,
  takeDeparture,
  type Departure,
  type Session,
  type Shown,
} from './session.ts';
import { Sessions } from './sessions.ts';

export interface SiteOptions<Intent, Data> {
  readonly rp: RelyingParty;
  readonly issuer: string;
  readonly brand: Brand;
  readonly newData: () => Data;
  /** What a refusal means here. `intent` is undefined when no login of ours was under way. */
  readonly advise: (refusal: Refusal, intent: Intent | undefined) => Advice;
}

export interface Arrival<Intent, Data> {
  readonly intent: Intent;
  /** Where the person wanted to go, where somebody said so. */
  readonly returnTo: string;
  readonly login: Login;
  readonly session: Session<Intent, Data>;
}

/** What the three services have in common: pages, sessions, and the way to the provider and back. */
export class Site<Intent, Data> {
  readonly app = new Koa();
  readonly router = new Router();
  readonly sessions: Sessions<Session<Intent, Data>>;
  readonly #options: SiteOptions<Intent, Data>;

  constructor(options: SiteOptions<Intent, Data>) {
    const { brand, issuer, newData, rp } = options;
    this.#options = options;
    this.sessions = new Sessions({
      cookieName: `${brand.key}_session`,
      create: () => ({ pending: new Map(), login: undefined, data: newData(), shown: {} }),
    });
    this.app.use(securityHeaders(issuer));
    this.app.use(this.#failures);
    this.app.use(refuseCrossSiteForms(rp.origin));
    addCommonRoutes(this.router, { brand, rp, sessions: this.sessions });
    this.app.use(this.router.routes());
  }

  render(ctx: Koa.Context, content: PageContent): void {
    ctx.type = 'html';
    ctx.body = layout(this.#options.brand, languageOf(ctx), content);
  }

  /** Sends the browser to the provider, and remembers what for. */
  async depart(
    ctx: Koa.Context,
    intent: Intent,
    question: Omit<LoginQuestion, 'uiLocales'>,
  ): Promise<void> {
    try {
      const { url, pending } = await beginLogin(this.#options.rp, {
        ...question,
        uiLocales: languageOf(ctx),
      });
      rememberDeparture(this.sessions.findOrOpen(ctx), { ...pending, intent });
      seeOther(ctx, url.href);
    } catch (error) {
      this.#refuseOrThrow(ctx, error, intent);
    }
  }

  /** Takes the browser back at /callback. Undefined: there is no login, and the page that says why has been sent. */
  async arrive(ctx: Koa.Context): Promise<Arrival<Intent, Data> | undefined> {
    const session = this.sessions.find(ctx);
    const departure = takeDeparture(session, ctx.query['state']);
    if (session === undefined || departure === undefined) {
      // Anybody can send a browser here: nothing of the query is repeated, nothing is remembered.
      const refusal: Refusal = { from: 'verification', error: 'unknown_login' };
      this.#renderRefusal(ctx, { error: refusal }, undefined);
      ctx.status = 400;
      return undefined;
    }
    try {
      const login = await finishLogin(this.#options.rp, ctx.querystring, departure);
      refuseExchangedPerson(session, departure);
      this.#logIn(ctx, session, departure, login);
      const { intent, question } = departure;
      return { intent, returnTo: question.returnTo ?? '/', login, session };
    } catch (error) {
      session.shown = { ...session.shown, request: departure.request };
      this.#refuseOrThrow(ctx, error, departure.intent);
      return undefined;
    }
  }

  /** A refusal is an outcome, not a failure of ours: 200, save when the provider is away. */
  refuse(ctx: Koa.Context, error: Refusal, intent: Intent | undefined): void {
    const session = this.sessions.find(ctx);
    if (session !== undefined) session.shown = { ...session.shown, error };
    const { request, challenge } = session?.shown ?? {};
    this.#renderRefusal(ctx, { request, challenge, error }, intent);
    if (error.from !== 'unavailable') return;
    ctx.status = 503;
    ctx.set('Retry-After', '10');
  }

  #renderRefusal(
    ctx: Koa.Context,
    shown: Shown & { readonly error: Refusal },
    intent: Intent | undefined,
  ): void {
    const advice = this.#options.advise(shown.error, intent);
    this.render(ctx, refusalPage(advice, shown, languageOf(ctx)));
  }

  #refuseOrThrow(ctx: Koa.Context, error: unknown, intent: Intent | undefined): void {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    this.refuse(ctx, refusal, intent);
  }

  #logIn(
    ctx: Koa.Context,
    session: Session<Intent, Data>,
    { question, request }: Departure<Intent>,
    login: Login,
  ): void {
    const stepUp = question.subject !== undefined;
    const userinfo = login.userinfo ?? (stepUp ? session.login?.userinfo : undefined);
    session.login = { ...login, userinfo };
    if (!stepUp) session.data = this.#options.newData();
    session.shown = {
      ...(stepUp ? { challenge: session.shown.challenge } : {}),
      request,
      idToken: login.claims,
      userinfo,
    };
    this.sessions.renew(ctx, session);
  }

  readonly #failures: Koa.Middleware = async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) ctx.throw(404);
    } catch (error) {
      if (refusalOf(error) !== undefined) return this.#refuseOrThrow(ctx, error, undefined);
      const status = error instanceof Koa.HttpError ? error.status : 500;
      if (status === 500) report(error);
      this.render(ctx, failurePage(status, languageOf(ctx)));
      ctx.status = status;
    }
  };
}

/** A step-up is for who is logged in; meanwhile another tab may have logged in somebody else. */
function refuseExchangedPerson(
  { login }: Session<unknown, unknown>,
  { question: { subject } }: Departure<unknown>,
): void {
  if (subject === undefined || subject === login?.claims.sub) return;
  throw new UnacceptableLogin('another_person', 'somebody else has logged in meanwhile');
}

/** Name and message only: the rest may hold tokens. */
function report(error: unknown): void {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure');
}
