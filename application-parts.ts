import type { Messenger } from './accounts/messages.ts';
import type { Passwords } from './accounts/passwords.ts';
import type { Outbox } from './adapters/outbox.ts';
import type { Stores } from './adapters/stores.ts';
import type { Audit } from './audit/events.ts';
import type { ClientStore } from './clients/client.ts';
import type { Deliveries } from './clients/deliveries.ts';
import type { Clock } from './clock.ts';
import type { ResourceServer } from './clients/resource-server.ts';
import type { Config } from './config.ts';
import type { StateRegisters } from './enrolment/registers.ts';
import type { Log } from './log.ts';
import type { SigningKeys } from './provider/key-watch.ts';
import type { Secrets } from './secrets.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Readiness } from './web/readiness.ts';
import type { SandboxSite } from './web/site-routes.tsx';

export interface ApplicationOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly samples?: SandboxSite['samples'];
  /** APIs that take access tokens of ours. */
  readonly resourceServers?: readonly ResourceServer[];
  /** What `/metrics` answers where this process is one of several; its own metrics otherwise. */
  readonly metricsText?: (() => Promise<string>) | undefined;
}

/** What was opened and is shared by everything that answers. */
export interface ApplicationParts {
  readonly stores: Stores;
  readonly keys: SigningKeys;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly registers: StateRegisters;
  /** The way out to people. */
  readonly messages: Messenger;
  /** Where they end when no gateway takes them. */
  readonly outbox: Outbox | undefined;
  readonly passwords: Passwords;
  readonly readiness: Readiness;
  readonly telemetry: Telemetry;
  /** The one door to everybody else's addresses. */
  readonly fetch: typeof globalThis.fetch;
  readonly deliveries: Deliveries;
}
