import type { Middleware } from 'koa';

import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import { createInnerFetch } from './inner-fetch.ts';
import { officerRoutes } from './portals/officer/officer-routes.tsx';
import { officerPortal } from './portals/session/own-portals.ts';
import { createPortalFrame } from './portals/session/portal-frame.tsx';
import type { PortalServices } from './portals/session/portal.ts';
import type { SessionPort } from './provider/port.ts';
import type { Csrf } from './web/csrf.ts';

/** What a portal has of the program beside what everything has. */
interface Entrance {
  readonly sessions: SessionPort;
  readonly csrf: Csrf;
  /** The program itself: asked for once it is put together. */
  readonly handler: Parameters<typeof createInnerFetch>[1];
}

/** The sites people sign in to, each a relying party of our own provider (docs/adr/0034). */
export function portalSites(
  { config, secrets, clock, log }: ApplicationOptions,
  { stores }: ApplicationParts,
  { sessions, csrf, handler }: Entrance,
): readonly Middleware[] {
  const site = { issuer: config.issuer, derive: secrets.derive };
  const services: PortalServices = {
    ...stores,
    issuer: config.issuer,
    sandbox: config.mode === 'sandbox',
    browserSessions: sessions,
    csrf,
    // In place of the door to others.
    fetch: createInnerFetch(config.issuer, handler),
    clock,
    log,
  };
  const officer = createPortalFrame(officerPortal(site), services);
  return [officer.routes, officerRoutes({ frame: officer, sandbox: services.sandbox })];
}
