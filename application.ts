import Koa from 'koa';

import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import { createApprovalNotices } from './accounts/approval-notices.ts';
import { createApprovals } from './accounts/approvals.ts';
import { CONFORMANCE_CODE } from './accounts/conformance-code.ts';
import { createLedger } from './accounts/ledger.ts';
import { createOneTimeCodes, type OneTimeCodes } from './accounts/one-time-codes.ts';
import { officerPersonas } from './accounts/officer-personas.ts';
import { createPasskeys } from './accounts/passkeys.ts';
import { PERSONA_PASSWORD, personas } from './accounts/personas.ts';
import { createSignInThrottle } from './accounts/throttle.ts';
import { createInvitations } from './clients/invitations.ts';
import { resourceServers } from './clients/resource-server.ts';
import { approvalRoutes } from './interactions/approval-routes.tsx';
import { createJourneys } from './interactions/journey.ts';
import { interactionRoutes } from './interactions/routes.ts';
import { openCases, type OpenCases } from './enrolment/cases/open-cases.ts';
import { createActedNotice } from './enrolment/notices/acted-notice.ts';
import { openKeeping, type OpenKeeping } from './enrolment/keeping/open-keeping.ts';
import { enrolSite } from './enrol-site.ts';
import { portalSites } from './portal-sites.ts';
import { conformanceHooks } from './provider/conformance-hooks.ts';
import { createProvider } from './provider/create-provider.ts';
import { createDeliveriesEndpoint } from './provider/deliveries-endpoint.ts';
import type { DeliverySenders } from './provider/delivery-loop.ts';
import { createKeyKeeper } from './provider/key-keeper.ts';
import { mountProvider } from './provider/mount.ts';
import { createActingOfSession } from './provider/acting-shown.ts';
import { createProviderPages } from './provider/pages.tsx';
import { serveMetrics } from './telemetry/metrics-endpoint.ts';
import { metricsText } from './telemetry/registry.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { readAuthorities } from './tls-files.ts';
import { createAccessLog } from './web/access-log.ts';
import { serveAssets } from './web/assets.ts';
import { createCsrf } from './web/csrf.ts';
import { createErrorAnswers } from './web/error-answer.tsx';
import { createGuard } from './web/guard.ts';
import { securityHeaders } from './web/headers.ts';
import { createHealth } from './web/health.ts';
import { requestIds } from './web/request-id.ts';
import { OUTBOX_HREF, PERSONAS_HREF, siteRoutes, type SandboxSite } from './web/site-routes.tsx';

export interface Application {
  readonly app: Koa;
  readonly senders: DeliverySenders;
  /** For the rounds. */
  readonly settleDue: OpenKeeping['settleDue'];
  readonly cases: OpenCases['cases'];
}

/** Everything that answers, in the order it is asked. */
export function createApplication(
  options: ApplicationOptions,
  parts: ApplicationParts,
): Application {
  const { config, secrets, clock, log } = options;
  const { stores, keys, clients, audit, messages, passwords, readiness, telemetry } = parts;
  const site = { issuer: config.issuer, sandbox: config.mode === 'sandbox' };
  const common = { ephemeral: stores.ephemerals, clock };
  const ledger = createLedger(stores.ephemerals, clock);
  const provider = createProvider({
    ...stores,
    config,
    secrets,
    clock,
    clients,
    resources: resourceServers(options.resourceServers ?? []),
    invitations: createInvitations(stores.ephemerals, clock),
    approvals: createApprovals(stores.ephemerals, clock),
    notices: createApprovalNotices({ ...common, accounts: stores.accounts, messages }),
    tellActed: createActedNotice(stores),
    ledger,
    audit,
    log,
    keys,
    watch: telemetry.metrics,
    pages: createProviderPages(site, createActingOfSession(stores.accounts, ledger)),
    clientAuthorities: readAuthorities(config.mutualTls?.clientCaFile),
    deliveries: parts.deliveries,
    fetch: parts.fetch,
  });
  const kept = keepingOf(options, parts);
  const csrf = createCsrf(secrets.derive('csrf'), config.issuer);
  const oneTimeCodes = oneTimeCodesOf(options, parts);
  const signInThrottle = createSignInThrottle(common);
  const journey = interactionRoutes({
    ...stores,
    clock,
    journeys: createJourneys(stores.ephemerals),
    passwords,
    passkeys: kept.passkeys,
    oneTimeCodes,
    throttle: signInThrottle,
    csrf,
    sandbox: site.sandbox ? { personasHref: PERSONAS_HREF, outboxHref: OUTBOX_HREF } : undefined,
    ledger,
    port: provider.port,
    audit,
    watchStep: telemetry.watchStep,
  });

  const app = silentApp(config, provider.current().keys ?? []);
  app.use(telemetry.requests).use(requestIds).use(createAccessLog(log)).use(securityHeaders);
  app.use(createErrorAnswers(log, site));
  app.use(serveMetrics(config.metrics.token, options.metricsText ?? ownMetrics(telemetry)));
  app.use(createGuard(config, site, log));
  app.use(createHealth(readiness));
  app.use(serveAssets());
  app.use(siteRoutes(config.issuer, site.sandbox ? sandboxSite(options, parts) : undefined));
  app.use(journey);
  const work = casesOf(options, parts);
  const shared = { ...kept, ...work, csrf, oneTimeCodes, signInThrottle };
  const entrance = { ...shared, sessions: provider.sessions, handler: () => app.callback() };
  for (const portal of portalSites(options, parts, entrance)) app.use(portal);
  for (const page of enrolSite(options, parts, shared)) app.use(page);
  app.use(approvalRoutes({ approvals: provider.approvals, csrf, sandbox: site.sandbox }));
  if (config.profile === 'conformance') app.use(hooksForSuite(options, parts));
  app.use(createDeliveriesEndpoint(provider.current, stores.deliveries));
  app.use(mountProvider(provider, { keys, log, jwksMaxAgeSeconds: config.jwksMaxAgeSeconds }));
  return { app, senders: provider.senders, settleDue: kept.settleDue, cases: work.cases };
}

/** What goes wrong is told by the middleware, never by Koa. */
function silentApp({ trustedProxyHops }: ApplicationOptions['config'], keys: Koa['keys']): Koa {
  const app = new Koa({ proxy: trustedProxyHops > 0, maxIpsCount: trustedProxyHops });
  app.keys = keys;
  app.silent = true;
  return app;
}

function keepingOf({ config, clock }: ApplicationOptions, { stores }: ApplicationParts) {
  const { issuer } = config;
  const kept = openKeeping({
    stores,
    clock,
    notMeUri: `${issuer}/not-me`,
  });
  const { passkeys, ephemerals: ephemeral } = stores;
  const keep = kept.keeping.keepPasskey;
  return { ...kept, passkeys: createPasskeys({ passkeys, keep, ephemeral, clock, issuer }) };
}

function casesOf(
  { config, clock }: ApplicationOptions,
  { stores, registers, audit }: ApplicationParts,
): OpenCases {
  const drafted = config.draftedEligibility;
  return openCases({ stores, registers, audit, clock, drafted });
}

function oneTimeCodesOf(
  { config, secrets, clock }: ApplicationOptions,
  { stores, messages }: ApplicationParts,
): OneTimeCodes {
  return createOneTimeCodes({
    ephemeral: stores.ephemerals,
    clock,
    accounts: stores.accounts,
    messages,
    key: secrets.derive('one-time-code'),
    fixedCode: config.profile === 'conformance' ? CONFORMANCE_CODE : undefined,
  });
}

function hooksForSuite({ clock }: ApplicationOptions, { stores, keys }: ApplicationParts) {
  return conformanceHooks({ keeper: createKeyKeeper(stores.signingKeys, clock), keys });
}

function ownMetrics({ metrics }: Telemetry): () => Promise<string> {
  return async () => metricsText([await metrics.snapshot()]);
}

function sandboxSite(
  { clock, samples = [] }: ApplicationOptions,
  { outbox }: ApplicationParts,
): SandboxSite {
  return {
    samples,
    personas: personas(clock()),
    officers: officerPersonas(clock()),
    password: PERSONA_PASSWORD,
    messages: async () => (await outbox?.list()) ?? [],
  };
}
