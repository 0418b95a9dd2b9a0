import type { Middleware } from 'koa';

import { routeOf } from '../web/route-of.ts';
import { METHODS, oneOf } from './label-values.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** Around everything: each request is counted and timed once, and is a span when somebody traces. */
export function watchRequests(metrics: Metrics, tracing: Tracing | undefined): Middleware {
  const counted: Middleware = async (ctx, next) => {
    const start = performance.now();
    metrics.requestStarted();
    try {
      await next();
    } finally {
      const seconds = (performance.now() - start) / 1000;
      const { method, status } = ctx;
      metrics.requestEnded({ route: routeOf(ctx.path), method, status, seconds });
    }
  };
  if (tracing === undefined) return counted;
  return (ctx, next) => {
    const traceparent = ctx.get('traceparent') || undefined;
    const request = { method: oneOf(METHODS, ctx.method), route: routeOf(ctx.path), traceparent };
    return tracing.request(request, async () => {
      await counted(ctx, next);
      return ctx.status;
    });
  };
}
