import Router from '@koa/router';
import type { Middleware } from 'koa';

import { createDispatcher } from './dispatcher.ts';
import type { JourneyServices } from './journey-services.ts';

/** The journey in the browser: one address, and one for each step's form. */
export function interactionRoutes(services: JourneyServices): Middleware {
  const dispatcher = createDispatcher(services);
  const router = new Router({ prefix: '/interaction/:uid' });
  router.get('/', (ctx) => dispatcher.show(ctx, param(ctx.params, 'uid')));
  // The address of a form, loaded again: after a refused form it stands in the address bar.
  router.get('/:step', (ctx) => {
    ctx.redirect(`/interaction/${param(ctx.params, 'uid')}${ctx.search}`);
    ctx.status = 303;
  });
  router.post('/:step/extend', (ctx) => dispatcher.extend(ctx, param(ctx.params, 'uid')));
  router.post('/:step', (ctx) =>
    dispatcher.submit(ctx, param(ctx.params, 'uid'), param(ctx.params, 'step')),
  );
  return router.routes() as Middleware;
}

function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  return params[name] ?? '';
}
