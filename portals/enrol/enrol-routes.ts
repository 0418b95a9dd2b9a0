import type { Middleware } from 'koa';

import { activateRoutes } from './activate-routes.tsx';
import { applyRoutes } from './apply-routes.tsx';
import { lookRoutes } from './look-routes.tsx';
import { createDesks, type EnrolServices } from './enrol-services.ts';

/** `/enrol`, `/application` and `/activate`: for who has no account, or none that can be used yet. */
export function enrolRoutes(services: EnrolServices): readonly Middleware[] {
  const desks = createDesks(services.ephemerals);
  return [
    applyRoutes(services, desks),
    lookRoutes(services, desks),
    activateRoutes(services, desks),
  ];
}
