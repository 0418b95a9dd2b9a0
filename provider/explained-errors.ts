import Provider, { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Context } from 'koa';

import { rulesOf } from './client-tier.ts';
import { codeOf, errorDescription, errorPath } from '../web/errors/explain.ts';

/** What an error is in the table of errors, and what is said of it on the wire. */
export interface Explained {
  /** Stable code, e.g. `pkce.missing`. */
  readonly code: string;
  readonly description: string;
}

type Register = Provider['registerResponseMode'];
type Handler = Parameters<Register>[1];
type Answer = Parameters<Handler>[2];

/** How each provider answers by redirect, by name of the mode; filled while the library is being made. */
const modes = new WeakMap<Provider, Map<string, Handler>>();

/** What the last error of a request was; the library tells by events, before or after it writes the answer. */
const thrown = new WeakMap<object, unknown>();

/**
 * The library, with each of its errors explained. It builds them in several places out of four fields, and has no hook
 * for a fifth; two of its public methods are passed by all of them: every error is emitted, every redirect is sent by a
 * response mode.
 */
export class ExplainingProvider extends Provider {
  override emit(event: string | symbol, ...told: unknown[]): boolean {
    const [ctx, error, ...more] = told;
    // Deliveries that fail while something else is answered are told with more than these two.
    if (error instanceof Error && isContext(ctx) && more.length === 0) thrown.set(ctx.req, error);
    // The library declares one signature for each event.
    return (super.emit as (name: string | symbol, ...rest: unknown[]) => boolean).call(
      this,
      event,
      ...told,
    );
  }

  /** JARM is one of the modes: it signs what it is given. */
  override registerResponseMode(...[name, handler]: Parameters<Register>): void {
    const explained: Handler = (ctx, redirectUri, answer) => {
      const { client, params } = ctx.oidc;
      // FAPI 2.0 Message Signing, section 5.4: every answer is signed, errors of requests that named no mode too.
      if (client !== undefined && params !== undefined && rulesOf(client).jarm && !isSigned(name)) {
        params['response_mode'] = 'jwt';
        return responseMode(this, 'jwt').call(this, ctx, redirectUri, answer);
      }
      return handler.call(this, ctx, redirectUri, explainRedirect(ctx, answer));
    };
    const known = modes.get(this) ?? new Map<string, Handler>();
    modes.set(this, known.set(name, explained));
    super.registerResponseMode(name, explained);
  }
}

function isSigned(mode: string): boolean {
  return mode === 'jwt' || mode.endsWith('.jwt');
}

/** The way an answer goes to a relying party; `query`, which every provider has, where the mode is not known. */
export function responseMode(provider: Provider, name: string | undefined): Handler {
  const known = modes.get(provider);
  const handler = known?.get(name ?? 'query') ?? known?.get('query');
  if (handler === undefined) throw new TypeError('a provider without response modes');
  return handler;
}

/** Of an error as it was thrown; of the last one of the request when none is given. */
export function explain(
  ctx: Pick<Context, 'req'>,
  error: unknown = thrown.get(ctx.req),
): Explained | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('expose' in error) || error.expose !== true) {
    return explainedAs({ name: error.name, error: 'server_error', texts: [] });
  }
  // What the page for a device's code says by itself.
  if (!(error instanceof errors.OIDCProviderError)) {
    return explainedAs({ name: error.name, error: 'invalid_request', texts: [error.message] });
  }
  const { name, error_description: own, error_detail: detail } = error;
  return explainedAs({ name, error: error.message, texts: [detail, own] }, own);
}

function explainedAs(thrownError: Parameters<typeof codeOf>[0], own?: string): Explained {
  const code = codeOf(thrownError);
  return { code, description: errorDescription(code, own) };
}

/** RFC 6749, section 4.1.2.1: `error_description` and `error_uri`; the reference is at the end of the first. */
function explainRedirect(ctx: KoaContextWithOIDC, answer: Answer): Answer {
  if (answer['error'] === undefined) return answer;
  const explained = explain(ctx);
  if (explained === undefined) return answer;
  return {
    ...answer,
    error_description: `${explained.description} (reference ${ctx.state.requestId})`,
    error_uri: ctx.oidc.provider.issuer + errorPath(explained.code),
  };
}

function isContext(value: unknown): value is Pick<Context, 'req'> {
  return typeof value === 'object' && value !== null && 'req' in value && 'res' in value;
}
