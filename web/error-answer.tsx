import type { Context, Middleware } from 'koa';

import { BadInput, InteractionGone, StoreUnavailable } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { errorDescription, errorPath } from './errors/explain.ts';
import { errorEntry } from './errors/table.ts';
import { lastService } from './last-service.ts';
import { localeOf } from './locale.ts';
import type { PageContext, ServiceFacts } from './page-context.ts';
import { ErrorPage } from './pages/error-page.tsx';
import { ExpiredPage } from './pages/expired-page.tsx';
import { sendPage } from './send-page.ts';

export const RETRY_AFTER_SECONDS = 5;

/** What an answer must know of the program besides the request. */
export interface Site {
  readonly issuer: string;
  readonly sandbox: boolean;
}

/** What every answer to an error says: a status and a stable code, never the message of the error. */
interface Answer {
  readonly status: number;
  readonly code: string;
  /** For developers; from the library, which wrote it for the wire. */
  readonly description?: string | undefined;
  /** Whose request it was. */
  readonly service?: ServiceFacts | undefined;
  /** `ui_locales` of the request that failed. */
  readonly uiLocales?: string | undefined;
}

/** Around everything: an error becomes a page or a JSON answer with the reference id, and one line in the log. */
export function createErrorAnswers(log: Log, site: Site): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) {
        answerError(ctx, { status: 404, code: 'not_found' }, site);
      }
    } catch (error) {
      const answer = answerFor(error, ctx);
      const fields = {
        requestId: ctx.state.requestId,
        status: answer.status,
        ...describeError(error),
      };
      if (answer.status >= 500) log.error('request.failed', fields);
      else log.info('request.refused', { ...fields, code: answer.code, stack: undefined });
      if (answer.status === 503 || answer.status === 429)
        ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
      answerError(ctx, answer, site);
    }
  };
}

function answerFor(error: unknown, ctx: Context): Answer {
  if (error instanceof InteractionGone) return { status: 400, code: 'interaction_expired' };
  if (isUnavailable(error)) return { status: 503, code: 'store_unavailable' };
  if (isHungUp(error, ctx)) return { status: 400, code: 'bad_request' };
  if (error instanceof BadInput) return { status: error.status, code: codeForStatus(error.status) };
  return { status: 500, code: 'server_error' };
}

/** Whoever sent a body went away before its end: nobody reads the answer, and nothing was wrong here. */
function isHungUp(error: unknown, { req }: Context): boolean {
  return !req.complete && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

/** Ours, or the provider's word for it. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  return error instanceof Error && 'status' in error && error.status === 503;
}

function codeForStatus(status: BadInput['status']): string {
  switch (status) {
    case 403:
      return 'forged_request';
    case 413:
      return 'payload_too_large';
    case 415:
      return 'unsupported_media_type';
    case 429:
      return 'too_many_requests';
    case 400:
      return 'bad_request';
    default:
      return status satisfies never;
  }
}

/** RFC 6749, section 5.2, with the reference id beside it. */
export function answerProgram(
  ctx: Context,
  { status, code, description }: Pick<Answer, 'status' | 'code' | 'description'>,
  site: Site,
): void {
  ctx.status = status;
  ctx.body = {
    error: errorEntry(code)?.error ?? code,
    error_description: errorDescription(code, description),
    error_uri: site.issuer + errorPath(code),
    request_id: ctx.state.requestId,
  };
}

/** HTML for people, JSON for programs. */
export function answerError(ctx: Context, answer: Answer, site: Site): void {
  // Where a redirect had been decided on before it failed.
  ctx.remove('Location');
  if (ctx.accepts('json', 'html') !== 'html') return answerProgram(ctx, answer, site);
  const { status, code, description, uiLocales, service } = answer;
  const page = { ...plainPage(ctx, site.sandbox, uiLocales), service: service ?? lastService(ctx) };
  const gone = code === 'interaction_expired' || code === 'session_not_found';
  sendPage(
    ctx,
    gone ? <ExpiredPage ctx={page} /> : <ErrorPage ctx={page} code={code} detail={description} />,
    status,
  );
}

/** For pages outside a journey. */
export function plainPage(ctx: Context, sandbox: boolean, uiLocales?: string): PageContext {
  return {
    locale: localeOf(ctx, uiLocales),
    nonce: ctx.state.nonce,
    // With its query: the switch of the language must not lose what the request asked.
    path: ctx.method === 'GET' ? ctx.originalUrl : ctx.path,
    requestId: ctx.state.requestId,
    acting: ctx.state.acting,
    sandbox,
  };
}
