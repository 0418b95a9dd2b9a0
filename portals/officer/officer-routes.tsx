import Router from '@koa/router';
import type { Middleware } from 'koa';

import { addCalendarRoutes } from './calendar-routes.tsx';
import { addCaseRoutes } from './case-routes.tsx';
import { OFFICER_PATH, type OfficerServices } from './officer-visit.tsx';
import { addOpenRoutes } from './open-routes.tsx';
import { addPaperRoutes } from './paper-routes.tsx';
import { addStaffRoutes } from './staff-routes.tsx';
import { addWorkRoutes } from './work-routes.tsx';

/** The counter: every page begins with who is there and where they work (`admit`). */
export function officerRoutes(services: OfficerServices): Middleware {
  const router = new Router({ prefix: OFFICER_PATH });
  addWorkRoutes(router, services);
  addOpenRoutes(router, services);
  addCaseRoutes(router, services);
  addPaperRoutes(router, services);
  addStaffRoutes(router, services);
  addCalendarRoutes(router, services);
  return router.routes() as Middleware;
}
