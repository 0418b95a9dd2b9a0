import { createServer, type Server } from 'node:http';

import Koa from 'koa';

import { createLedger } from './accounts/ledger.ts';
import { createOneTimeCodes } from './accounts/one-time-codes.ts';
import { createPasskeys } from './accounts/passkeys.ts';
import { createPasswords } from './accounts/passwords.ts';
import { PERSONA_PASSWORD, personas } from './accounts/personas.ts';
import { seedPersonas } from './accounts/seed-personas.ts';
import { createSignInThrottle } from './accounts/throttle.ts';
import { createOutbox, type Outbox } from './adapters/outbox.ts';
import { openStores, placeOf } from './adapters/open-stores.ts';
import type { Stores } from './adapters/stores.ts';
import { createAudit, type Audit } from './audit/events.ts';
import { cachedClientStore } from './clients/cached-client-store.ts';
import type { ClientRecord, ClientStore } from './clients/client.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { CannotStart, SealBroken } from './errors.ts';
import { createJourneys } from './interactions/journey.ts';
import { interactionRoutes } from './interactions/routes.ts';
import type { Log } from './log.ts';
import { createProvider } from './provider/create-provider.ts';
import { loopbackFetch } from './provider/loopback-fetch.ts';
import { mountProvider } from './provider/mount.ts';
import { createProviderPages } from './provider/pages.tsx';
import type { Secrets } from './secrets.ts';
import { createAccessLog } from './web/access-log.ts';
import { serveAssets } from './web/assets.ts';
import { createCsrf } from './web/csrf.ts';
import { createErrorAnswers } from './web/error-answer.tsx';
import { createGuard } from './web/guard.ts';
import { securityHeaders } from './web/headers.ts';
import { createHealth } from './web/health.ts';
import { requestIds } from './web/request-id.ts';
import { OUTBOX_HREF, PERSONAS_HREF, siteRoutes, type SandboxSite } from './web/site-routes.tsx';

export interface ContextOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  /** Relying parties that are there from the start; only in a sandbox. */
  readonly seededClients?: readonly ClientRecord[];
  readonly samples?: SandboxSite['samples'];
}

/** The running program, put together; nothing is constructed anywhere else. */
export interface ServerContext {
  readonly server: Server;
  readonly stores: Stores;
  close(): Promise<void>;
}

/** Opens the stores, seeds a sandbox, and builds the server; does not listen. Rejects with `CannotStart`. */
export async function createContext(options: ContextOptions): Promise<ServerContext> {
  const { config, secrets, clock } = options;
  if (config.mode === 'production') {
    throw new CannotStart(
      'production: no SMS or mail gateway is built yet; run with SENID_MODE=sandbox',
    );
  }
  const stores = await openStores({ config, secrets, clock, own: true });
  try {
    const clients = cachedClientStore(stores.clients, stores.clientChanges, clock);
    const audit = createAudit(stores.audit, clock);
    const outbox = createOutbox({ store: stores.ephemerals, clock });
    // First what must open with these secrets: nothing is written into a register that is not ours.
    const app = await createApplication(options, { stores, clients, audit, outbox });
    await seed(options, stores, clients, audit);
    const handle = app.callback();
    const server = createServer(
      { requestTimeout: 30_000, headersTimeout: 15_000 },
      (request, response) => void handle(request, response),
    );
    return {
      server,
      stores,
      async close() {
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        });
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    if (!(error instanceof SealBroken)) throw error;
    const message = `secrets: ${config.secretsFile} does not open the register ${placeOf(config.register)}`;
    throw new CannotStart(message, { cause: error });
  }
}

async function seed(
  { clock, seededClients = [] }: ContextOptions,
  stores: Stores,
  clients: ClientStore,
  audit: Audit,
): Promise<void> {
  const passwords = createPasswords({ accounts: stores.accounts });
  const count = await seedPersonas(stores, passwords, clock);
  if (count > 0) await audit.personasSeeded({}, { count });
  for (const client of seededClients) await clients.save(client);
}

interface Parts {
  readonly stores: Stores;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly outbox: Outbox;
}

async function createApplication(options: ContextOptions, parts: Parts): Promise<Koa> {
  const { config, secrets, clock, log } = options;
  const { stores, clients, audit, outbox } = parts;
  const sandbox = config.mode === 'sandbox';
  const ledger = createLedger(stores.ephemerals, clock);
  const { provider, port, recordEvents } = await createProvider({
    ...stores,
    config,
    secrets,
    clock,
    clients,
    ledger,
    audit,
    log,
    pages: createProviderPages(sandbox),
    fetch: loopbackFetch(new Set((options.samples ?? []).map(({ uri }) => new URL(uri).origin))),
  });
  const common = { ephemeral: stores.ephemerals, clock };
  const journey = interactionRoutes({
    subjects: { ...stores, clock },
    journeys: createJourneys(stores.ephemerals),
    passwords: createPasswords({ accounts: stores.accounts }),
    passkeys: createPasskeys({ ...common, passkeys: stores.passkeys, issuer: config.issuer }),
    oneTimeCodes: createOneTimeCodes({
      ...common,
      accounts: stores.accounts,
      messages: outbox,
      key: secrets.derive('one-time-code'),
    }),
    throttle: createSignInThrottle(common),
    csrf: createCsrf(secrets.derive('csrf'), config.issuer),
    sandbox: { personasHref: PERSONAS_HREF, outboxHref: OUTBOX_HREF },
    ledger,
    port,
    audit,
  });

  const app = new Koa({
    proxy: config.trustedProxyHops > 0,
    maxIpsCount: config.trustedProxyHops,
  });
  app.keys = provider.keys ?? [];
  app.silent = true;
  app.use(requestIds);
  app.use(createAccessLog(log));
  app.use(securityHeaders);
  app.use(createErrorAnswers(log, sandbox));
  app.use(createGuard(config.issuer, log));
  app.use(createHealth(() => stores.ping(), log));
  app.use(serveAssets());
  app.use(siteRoutes(config.issuer, sandboxSite(options, outbox)));
  app.use(journey);
  app.use(mountProvider(provider, recordEvents));
  return app;
}

function sandboxSite({ clock, samples = [] }: ContextOptions, outbox: Outbox): SandboxSite {
  return {
    samples,
    personas: personas(clock()),
    password: PERSONA_PASSWORD,
    messages: () => outbox.list(),
  };
}
