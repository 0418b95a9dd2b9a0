import { officerPersonas } from './accounts/officer-personas.ts';
import { createPasswords } from './accounts/passwords.ts';
import type { Guardianship } from './accounts/guardianship.ts';
import { seedPersonas } from './accounts/seed-personas.ts';
import { createEgress } from './adapters/egress/egress.ts';
import { openOutside, type Outside } from './adapters/open-outside.ts';
import { createOutbox } from './adapters/outbox.ts';
import { openSigner } from './adapters/signer/signer-client.ts';
import { openStores, placeOf } from './adapters/open-stores.ts';
import type { Stores } from './adapters/stores.ts';
import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import { createApplication } from './application.ts';
import { createAudit } from './audit/events.ts';
import { startBackgroundRounds } from './background-rounds.ts';
import { cachedClientStore } from './clients/cached-client-store.ts';
import type { ClientRecord } from './clients/client.ts';
import { createDeliveries } from './clients/deliveries.ts';
import { withEndings } from './enrolment/ending.ts';
import { createMessenger } from './enrolment/notices/at-once.ts';
import { createNoticeSender } from './enrolment/notices/notice-sender.ts';
import { withOwnClients } from './clients/own-client.ts';
import type { Clock } from './clock.ts';
import { seedSandboxStaff } from './enrolment/sandbox-staff.ts';
import { CannotStart, SealBroken } from './errors.ts';
import { createListeners, type Listeners } from './listeners.ts';
import type { Log } from './log.ts';
import { startDeliveryLoop } from './provider/delivery-loop.ts';
import type { SigningKeys } from './provider/key-watch.ts';
import { openSigningKeys } from './provider/signing-keys.ts';
import type { MetricsSnapshot } from './telemetry/registry.ts';
import { createTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { createReadiness, type Readiness } from './web/readiness.ts';

export interface ContextOptions extends ApplicationOptions {
  /** Relying parties that are there from the start; only in a sandbox. */
  readonly seededClients?: readonly ClientRecord[];
  /** Which of the processes of this node, and of which version. */
  readonly process: { readonly worker: number; readonly version: string };
  /** False where another process of this node has seen to the people and relying parties of the sandbox. */
  readonly seeds: boolean;
}

/** The running program, put together; nothing is constructed anywhere else. */
export interface ServerContext {
  /** Rejects with `CannotStart`. */
  listen(): Promise<void>;
  snapshot(): Promise<MetricsSnapshot>;
  /** From now on not ready, though serving. */
  drain(): void;
  /** Accepts no more, lets what is under way finish, and closes the stores; resolves with how many were cut off. */
  close(): Promise<number>;
}

/** Opens the stores, seeds a sandbox, and builds the server; does not listen. Rejects with `CannotStart`. */
export async function createContext(options: ContextOptions): Promise<ServerContext> {
  const { config, secrets, clock, log } = options;
  const telemetry = createTelemetry(options.process);
  const outside = openOutside({ config, clock, onOutcome: telemetry.metrics.outside });
  const opened = await openStores({ config, secrets, clock, own: true });
  const stores = telemetry.watchStores(opened, config);
  let keys: SigningKeys | undefined;
  try {
    const { clientLookedUp } = telemetry.metrics;
    const clients = withOwnClients(
      cachedClientStore(stores.clients, stores.clientChanges, clock, clientLookedUp),
      { issuer: config.issuer, derive: secrets.derive },
    );
    const audit = createAudit(stores.audit, clock);
    const { registers, sender, outbox } = openMessages(outside, stores, clock);
    // First what must open with these secrets: nothing is written into a register that is not ours.
    const signer = openSigner(config.signerSocket);
    keys = await openSigningKeys({ store: stores.signingKeys, signer, audit, clock, log });
    const passwords = createPasswords({ accounts: stores.accounts });
    const readiness = watchReadiness(stores, keys, log);
    telemetry.watchState({ ...stores, engines: config, readiness, keys, passwords, clock });
    const fetch = openEgress(options, telemetry);
    const handedIn = createBell();
    const deliveries = createDeliveries(stores.deliveries, clock, handedIn.ring);
    const services = { clients, audit, passwords, readiness, telemetry, fetch, deliveries };
    const writer = withEndings(stores.writer, { ...stores, clients }, handedIn.ring);
    const around = { registers, messages: createMessenger(sender), outbox, ...services };
    const parts = { stores: { ...stores, writer }, keys, ...around };
    const { app, senders, settleDue, cases: program } = createApplication(options, parts);
    const listeners = createListeners(config, app.callback(), log);
    if (options.seeds && config.mode === 'sandbox') await seed(options, parts);
    const onAttempt = telemetry.metrics.deliveryAttempted;
    const told = { ...senders, notice: createNoticeSender(sender) };
    const queue = { store: stores.deliveries, senders: told, onAttempt };
    const loop = startDeliveryLoop({ ...queue, audit, clock, log });
    handedIn.answer(() => loop.nudge());
    const { metrics } = telemetry;
    const work = { ...parts.stores, registers, settleDue, program };
    const rounds = startBackgroundRounds({ ...work, metrics, clock, log });
    return running({ listeners, telemetry, readiness, keys, stores, loops: [loop, rounds] });
  } catch (error) {
    await keys?.stop();
    await stores.close();
    if (!(error instanceof SealBroken)) throw error;
    const message = `secrets: ${config.secretsFile} does not open the register ${placeOf(config.register)}`;
    throw new CannotStart(message, { cause: error });
  }
}

/** A sandbox lets its own sample relying parties through, by exact origin, and whom its operator has named. */
function openEgress(
  { config, clock, samples = [] }: ContextOptions,
  { metrics, watchFetch }: Telemetry,
): typeof globalThis.fetch {
  const allowedOrigins = [...config.egressAllow, ...samples.map(({ uri }) => new URL(uri).origin)];
  return watchFetch(createEgress({ clock, allowedOrigins, onOutcome: metrics.egress }));
}

/** What no gateway takes, a sandbox shows. */
function openMessages({ registers, gateways }: Outside, { ephemerals }: Stores, clock: Clock) {
  if (gateways !== undefined) return { registers, sender: gateways, outbox: undefined };
  const outbox = createOutbox({ store: ephemerals, clock });
  return { registers, sender: outbox, outbox };
}

function watchReadiness({ halves }: Stores, keys: SigningKeys, log: Log): Readiness {
  const pings = {
    register: () => halves.register.ping(),
    protocol: () => halves.protocol.ping(),
    keys: async () => keys.requireAvailable(),
  };
  return createReadiness(pings, log);
}

function running(parts: {
  readonly listeners: Listeners;
  readonly telemetry: Telemetry;
  readonly readiness: Readiness;
  readonly keys: SigningKeys;
  readonly stores: Stores;
  /** What is done between requests. */
  readonly loops: readonly { stop(): Promise<void> }[];
}): ServerContext {
  const { listeners, telemetry, readiness, keys, stores, loops } = parts;
  return {
    listen: () => listeners.listen(),
    snapshot: () => telemetry.metrics.snapshot(),
    drain() {
      readiness.drain();
      listeners.drain();
    },
    async close() {
      const [cutOff] = await Promise.all([listeners.close(), ...loops.map((loop) => loop.stop())]);
      await keys.stop();
      await stores.close();
      return cutOff;
    },
  };
}

/** What is handed in before anybody answers is found by whoever looks first. */
function createBell() {
  let answer = () => {};
  return {
    ring: () => answer(),
    answer(nudge: () => void) {
      answer = nudge;
    },
  };
}

async function seed(
  { clock, seededClients = [] }: ContextOptions,
  {
    stores,
    clients,
    audit,
    passwords,
  }: Pick<ApplicationParts, 'stores' | 'clients' | 'audit' | 'passwords'>,
): Promise<void> {
  const { accounts, writer } = stores;
  const addGuardianship = async (guardianship: Guardianship) =>
    (await writer.apply([{ kind: 'guardianship_added', guardianship }])).kind === 'written';
  const register = { accounts, addGuardianship };
  const count =
    (await seedPersonas(register, passwords, clock)) +
    (await seedPersonas(register, passwords, clock, officerPersonas(clock())));
  await seedSandboxStaff(stores, clock);
  if (count > 0) await audit.personasSeeded({}, { count });
  for (const client of seededClients) await clients.save(client);
}
