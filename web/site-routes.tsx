import Router from '@koa/router';
import type { Middleware } from 'koa';

import type { Persona } from '../accounts/persona.ts';
import type { Message } from '../accounts/messages.ts';
import { assetUrl } from './assets.ts';
import { plainPage } from './error-answer.tsx';
import { errorEntry } from './errors/table.ts';
import { ErrorEntryPage } from './pages/error-entry-page.tsx';
import { ErrorsPage } from './pages/errors-page.tsx';
import { HomePage, type SampleService } from './pages/home-page.tsx';
import { OutboxPage } from './pages/outbox-page.tsx';
import { PersonasPage } from './pages/personas-page.tsx';
import { personaLine } from './persona-line.ts';
import { sendPage } from './send-page.ts';

export const OUTBOX_HREF = '/sandbox/outbox';
export const PERSONAS_HREF = '/sandbox/personas';

/** What only a sandbox shows. */
export interface SandboxSite {
  readonly samples: readonly SampleService[];
  readonly personas: readonly Persona[];
  /** Who works at the counters. */
  readonly officers: readonly Persona[];
  readonly password: string;
  /** Newest first. */
  messages(): Promise<readonly (Message & { readonly sentAt: number })[]>;
}

/** The front page, and in a sandbox what would have been sent and who can log in. */
export function siteRoutes(issuer: string, sandbox: SandboxSite | undefined): Middleware {
  const router = new Router();
  router.get('/', (ctx) => {
    sendPage(
      ctx,
      <HomePage
        ctx={plainPage(ctx, sandbox !== undefined)}
        discoveryUri={`${issuer}/.well-known/openid-configuration`}
        sandbox={
          sandbox && {
            samples: sandbox.samples,
            personasHref: PERSONAS_HREF,
            outboxHref: OUTBOX_HREF,
          }
        }
      />,
    );
  });
  // Asked for on every page that names no icon: JSON documents, and the forms the library posts by itself.
  router.get('/favicon.ico', (ctx) => ctx.redirect(assetUrl('lotus.svg')));
  addErrors(router, sandbox !== undefined);
  if (sandbox !== undefined) addSandbox(router, sandbox);
  return router.routes() as Middleware;
}

const LONGEST_SEARCH = 100;

/** Where every `error_uri` leads. */
function addErrors(router: Router, sandbox: boolean): void {
  router.get('/errors', (ctx) => {
    const { q } = ctx.query;
    const query = typeof q === 'string' ? q.slice(0, LONGEST_SEARCH) : '';
    sendPage(ctx, <ErrorsPage ctx={plainPage(ctx, sandbox)} query={query} />);
  });
  router.get('/errors/:code', (ctx) => {
    const code = ctx.params['code'] ?? '';
    const entry = errorEntry(code);
    // A code of another version, or mistyped: the list helps more than a bare refusal.
    if (entry === undefined) {
      return sendPage(ctx, <ErrorsPage ctx={plainPage(ctx, sandbox)} query={code} />, 404);
    }
    return sendPage(
      ctx,
      <ErrorEntryPage ctx={plainPage(ctx, sandbox)} code={code} entry={entry} />,
    );
  });
}

/** People get a page; programs that ask for JSON get JSON. */
function addSandbox(router: Router, { personas, officers, password, messages }: SandboxSite): void {
  router.get(OUTBOX_HREF, async (ctx) => {
    const sent = await messages();
    const list = sent.map(({ channel, destination, subject, text, sentAt }, index) => ({
      id: String(sent.length - index),
      channel,
      to: destination,
      subject,
      text,
      at: sentAt,
    }));
    if (ctx.accepts('html', 'json') === 'json') {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = list;
    } else sendPage(ctx, <OutboxPage ctx={plainPage(ctx, true)} messages={list} />);
  });

  router.get(PERSONAS_HREF, (ctx) => {
    const page = plainPage(ctx, true);
    const lineOf = (persona: Persona) => personaLine(persona, page.locale);
    const people = { password, personas: personas.map(lineOf), officers: officers.map(lineOf) };
    if (ctx.accepts('html', 'json') === 'json') ctx.body = people;
    else sendPage(ctx, <PersonasPage ctx={page} {...people} outboxHref={OUTBOX_HREF} />);
  });
}
