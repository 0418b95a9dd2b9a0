import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';

import type { Middleware } from 'koa';

import { METRICS_CONTENT_TYPE } from './registry.ts';

const PATH = '/metrics';

/** On the main port: for whoever has the token; without a token there is no such address. */
export function serveMetrics(token: string | undefined, text: () => Promise<string>): Middleware {
  if (token === undefined) return (_ctx, next) => next();
  const admits = createTokenCheck(token);
  return async (ctx, next) => {
    if (ctx.path !== PATH) {
      await next();
      return;
    }
    ctx.set('Cache-Control', 'no-store');
    if (!admits(ctx.get('authorization'))) {
      ctx.status = 401;
      ctx.set('WWW-Authenticate', 'Bearer');
      ctx.body = { error: 'invalid_token' };
      return;
    }
    ctx.body = await text();
    ctx.set('Content-Type', METRICS_CONTENT_TYPE);
  };
}

/** On a port of their own; does not listen yet. */
export function createMetricsServer(
  token: string | undefined,
  text: () => Promise<string>,
): Server {
  const admits = token === undefined ? () => true : createTokenCheck(token);
  return createServer((request, response) => {
    const answer = (status: number, headers: Record<string, string> = {}, body = '') =>
      response.writeHead(status, { 'Cache-Control': 'no-store', ...headers }).end(body);
    if (request.url !== PATH || request.method !== 'GET') answer(404);
    else if (!admits(request.headers.authorization ?? '')) {
      answer(401, { 'WWW-Authenticate': 'Bearer' });
    } else {
      text().then(
        (body) => answer(200, { 'Content-Type': METRICS_CONTENT_TYPE }, body),
        () => answer(500),
      );
    }
  });
}

/** Equal hashes are compared in constant time: neither the token's length nor its beginning is told. */
function createTokenCheck(token: string): (authorization: string) => boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const expected = hash(`Bearer ${token}`);
  return (authorization) => timingSafeEqual(hash(authorization), expected);
}
