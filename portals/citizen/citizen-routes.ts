import Router from '@koa/router';
import type { Middleware } from 'koa';

import { addCases } from './case-routes.tsx';
import { addContacts } from './contact-routes.tsx';
import { addHome } from './home-routes.tsx';
import { addPasskeys } from './passkey-routes.tsx';
import { addRecovery } from './recover-routes.tsx';
import { addSafety } from './safety-routes.tsx';
import type { CitizenServices } from './citizen-site.ts';
import { addWardApplications } from './ward-apply-routes.tsx';
import { addWards } from './ward-routes.tsx';

/** `/account`, and what is reached without signing in: `/not-me`, `/recover`, `/account/unlock`. */
export function citizenRoutes(services: CitizenServices): Middleware {
  const router = new Router();
  addHome(router, services);
  addCases(router, services);
  addContacts(router, services);
  addPasskeys(router, services);
  addSafety(router, services);
  addRecovery(router, services);
  addWards(router, services);
  addWardApplications(router, services);
  return router.routes() as Middleware;
}
