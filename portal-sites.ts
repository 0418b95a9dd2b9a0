import type { Middleware } from 'koa';

import { createContactCodes } from './accounts/contact-codes.ts';
import type { Passkeys } from './accounts/passkeys.ts';
import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import type { OpenCases } from './enrolment/cases/open-cases.ts';
import type { Alarms } from './enrolment/keeping/alarms.ts';
import type { Keeping } from './enrolment/keeping/keeping.ts';
import { createApplicationThrottle } from './enrolment/application-throttle.ts';
import { createRecovery } from './enrolment/keeping/recovery-journey.ts';
import { createInnerFetch } from './inner-fetch.ts';
import { citizenRoutes } from './portals/citizen/citizen-routes.ts';
import type { CitizenServices } from './portals/citizen/citizen-site.ts';
import { officerRoutes } from './portals/officer/officer-routes.tsx';
import { accountPortal, officerPortal } from './portals/session/own-portals.ts';
import { createPortalFrame, type PortalFrame } from './portals/session/portal-frame.tsx';
import type { PortalServices } from './portals/session/portal.ts';
import type { SessionPort } from './provider/port.ts';
import type { Csrf } from './web/csrf.ts';

/** What a portal has of the program beside what everything has. */
interface Entrance extends OpenCases {
  readonly sessions: SessionPort;
  readonly csrf: Csrf;
  readonly keeping: Keeping;
  readonly alarms: Alarms;
  readonly passkeys: Passkeys;
  /** The program itself: asked for once it is put together. */
  readonly handler: Parameters<typeof createInnerFetch>[1];
}

/** The sites people sign in to, each a relying party of our own provider (docs/adr/0034). */
export function portalSites(
  options: ApplicationOptions,
  parts: ApplicationParts,
  entrance: Entrance,
): readonly Middleware[] {
  const { config, secrets, clock, log } = options;
  const { stores, audit } = parts;
  const { sessions, csrf, handler, cases } = entrance;
  const site = { issuer: config.issuer, derive: secrets.derive };
  const services: PortalServices = {
    ...stores,
    issuer: config.issuer,
    sandbox: config.mode === 'sandbox',
    browserSessions: sessions,
    csrf,
    loginKey: secrets.derive('portal-login'),
    // In place of the door to others.
    fetch: createInnerFetch(config.issuer, handler),
    clock,
    log,
  };
  const officer = createPortalFrame(officerPortal(site), services);
  const account = createPortalFrame(accountPortal(site), services);
  const citizen = citizenServices(options, parts, { ...entrance, frame: account });
  const { sandbox } = services;
  const counter = { ...stores, frame: officer, sandbox, cases, audit, clock };
  return [
    officer.routes,
    officerRoutes({ ...counter, caseStore: stores.cases, auditStore: stores.audit }),
    account.routes,
    citizenRoutes(citizen),
  ];
}

function citizenServices(
  { config, secrets, clock }: ApplicationOptions,
  { stores, registers, messages, passwords, audit }: ApplicationParts,
  {
    keeping,
    alarms,
    passkeys,
    csrf,
    frame,
    cases: applications,
  }: Entrance & { readonly frame: PortalFrame },
): CitizenServices {
  const { accounts, ephemerals: ephemeral } = stores;
  const { matcher } = registers;
  const key = secrets.derive('one-time-code');
  const contactCodes = createContactCodes({ ephemeral, messages, key, clock });
  const recovery = createRecovery({
    accounts,
    keeping,
    matcher,
    contactCodes,
    passwords,
    ephemeral,
    audit,
    clock,
  });
  const caseRecords = stores.cases;
  const applicationThrottle = createApplicationThrottle({ ephemeral, clock });
  const forWards = { applications, caseRecords, applicationThrottle };
  const kept = { ...forWards, audit, keeping, alarms, recovery, passkeys, contactCodes, passwords };
  return { ...stores, ...kept, frame, csrf, clock, sandbox: config.mode === 'sandbox' };
}
