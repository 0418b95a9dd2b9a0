import type { Context, Middleware } from 'koa';
import type Provider from 'oidc-provider';

import type { Delivery, DeliveryStore } from '../clients/delivery.ts';

const PATH = '/deliveries';
const MOST = 100;

/**
 * What a relying party was told outside its own requests, and how that went: `GET /deliveries` with its registration
 * access token (RFC 7592). Newest first, of the last month; 401 without a token that is good.
 */
export function createDeliveriesEndpoint(
  current: () => Provider,
  store: Pick<DeliveryStore, 'list'>,
): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== PATH) {
      await next();
      return;
    }
    ctx.set('Cache-Control', 'no-store');
    if (ctx.method !== 'GET') {
      ctx.set('Allow', 'GET');
      answer(ctx, 405, { error: 'invalid_request', error_description: 'GET only' });
      return;
    }
    const clientId = await clientOf(ctx, current());
    if (clientId === undefined) {
      ctx.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      answer(ctx, 401, {
        error: 'invalid_token',
        error_description: 'send the registration access token of your client as a bearer token',
      });
      return;
    }
    const deliveries = await store.list({ clientId, limit: MOST });
    answer(ctx, 200, { deliveries: deliveries.map(shown) });
  };
}

async function clientOf(ctx: Context, provider: Provider): Promise<string | undefined> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(ctx.get('Authorization'))?.[1];
  if (token === undefined) return undefined;
  const found = await provider.RegistrationAccessToken.find(token);
  return found?.clientId;
}

function answer(ctx: Context, status: number, body: object): void {
  ctx.status = status;
  ctx.body = status < 400 ? body : { ...body, request_id: ctx.state.requestId };
}

/** Times as ISO 8601. The payload stays with us: it is about a person. */
function shown(delivery: Delivery) {
  const { id, kind, uri, state, attempts, lastAttempt } = delivery;
  return {
    id,
    kind,
    uri,
    state,
    attempts,
    created_at: time(delivery.createdAt),
    next_attempt_at: state === 'waiting' ? time(delivery.dueAt) : undefined,
    last_attempt: lastAttempt && {
      at: time(lastAttempt.at),
      status: lastAttempt.status,
      error: lastAttempt.error,
    },
  };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
