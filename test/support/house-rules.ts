/**
 * The plan of the house (design, section 4): what each part may import of the others. A part is the longest path here
 * that a file lies under. `types of X` allows nothing that is left after compilation.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  audit: ['clock.ts', 'errors.ts', 'ids.ts'],
  accounts: ['audit', 'clock.ts', 'errors.ts', 'ids.ts'],
  clients: ['accounts', 'audit', 'clock.ts', 'errors.ts', 'ids.ts'],
  // Programs of their own: they know of us what any relying party knows, and the form of their registration.
  'clients/sample-rps': ['types of clients/client.ts'],

  enrolment: ['accounts', 'audit', 'clients', 'clock.ts', 'errors.ts', 'ids.ts'],
  // Sites of our own, each an OIDC client of our own provider.
  portals: [
    'accounts',
    'audit',
    'clients',
    'enrolment',
    'web',
    'clock.ts',
    'errors.ts',
    'ids.ts',
    'log.ts',
  ],
  // A program of its own, which stands for systems outside: it knows nothing of us.
  simulator: [],

  web: ['types of accounts', 'errors.ts', 'ids.ts', 'log.ts'],
  'web/browser': [],
  'web/theme': [],

  provider: [
    'accounts',
    'audit',
    'clients',
    'web',
    'clock.ts',
    'errors.ts',
    'ids.ts',
    'log.ts',
    'types of config.ts',
    'types of secrets.ts',
  ],
  interactions: [
    'accounts',
    'audit',
    'clients',
    'enrolment',
    'web',
    'provider/port.ts',
    'provider/prompts.ts',
    'clock.ts',
    'errors.ts',
    'ids.ts',
    'log.ts',
  ],
  telemetry: [
    'accounts/assurance.ts',
    'types of adapters/egress',
    'adapters/outside/names.ts',
    'types of clients',
    'types of enrolment',
    'types of adapters/stores.ts',
    'types of interactions',
    'types of provider',
    'web/route-of.ts',
    'types of web',
    'types of config.ts',
    'clock.ts',
    'errors.ts',
  ],
  adapters: [
    'types of accounts',
    'types of audit',
    'types of clients',
    'types of enrolment',
    // How long a place is, which both sides count.
    'provider/artefact-store.ts',
    'types of provider/signer.ts',
    'types of provider/signing-key-store.ts',
    // One spelling of a login, wherever it is compared.
    'accounts/account.ts',
    // By which accounts are found that end.
    'accounts/ends-on.ts',
    'clock.ts',
    'errors.ts',
    'ids.ts',
    'make-file.ts',
    'make-folder.ts',
    'types of config.ts',
    'types of secrets.ts',
  ],
  ops: [
    'accounts',
    'adapters',
    'audit',
    'clients',
    'enrolment',
    'telemetry/metric-table.ts',
    'web/errors',
    'web/i18n',
    // Signing keys: their states and what may be done to them; a signer is a process of its own.
    'provider/key-keeper.ts',
    'provider/key-states.ts',
    'provider/keys.ts',
    'provider/local-signer.ts',
    'clock.ts',
    'config.ts',
    'environment.ts',
    'errors.ts',
    'ids.ts',
    'secrets.ts',
    'serve.ts',
  ],

  'banner.ts': ['accounts/conformance-code.ts', 'accounts/personas.ts', 'types of config.ts'],
  'resource-servers-file.ts': ['clients/resource-server.ts', 'errors.ts', 'types of config.ts'],
  'samples.ts': [
    'clients',
    'errors.ts',
    'make-file.ts',
    'types of config.ts',
    'types of programs.ts',
  ],
  'programs.ts': [],
  'clock.ts': [],
  'config.ts': ['config-outside.ts', 'config-tls.ts', 'environment.ts', 'errors.ts'],
  'config-outside.ts': ['errors.ts'],
  'config-tls.ts': ['errors.ts'],
  'environment.ts': ['environment-outside.ts'],
  'environment-outside.ts': [],
  'errors.ts': [],
  'ids.ts': [],
  'log.ts': [],
  'make-file.ts': [],
  'make-folder.ts': [],
  'secrets.ts': ['errors.ts', 'make-file.ts', 'make-folder.ts', 'types of config.ts'],
  'tls-files.ts': ['errors.ts', 'types of config-tls.ts', 'types of log.ts'],
  // Boot: the only places that construct.
  'application.ts': ['*'],
  // Types alone.
  'application-parts.ts': ['*'],
  'context.ts': ['*'],
  'portal-sites.ts': ['*'],
  'background-rounds.ts': ['*'],
  'enrol-site.ts': ['*'],
  'crew.ts': ['errors.ts', 'log.ts', 'process-channel.ts', 'types of telemetry/registry.ts'],
  'http-server.ts': [],
  'inner-fetch.ts': [],
  'listen.ts': ['errors.ts'],
  'listeners.ts': [
    'http-server.ts',
    'listen.ts',
    'tls-files.ts',
    'types of config.ts',
    'types of log.ts',
  ],
  'process-channel.ts': [],
  'process-life.ts': ['listen.ts', 'log.ts', 'telemetry/metrics-endpoint.ts', 'types of config.ts'],
  'serve.ts': ['*'],
  'serving.ts': ['*'],
  'worker.ts': ['*'],
  'main.ts': ['errors.ts', 'serve.ts', 'worker.ts'],
  test: ['*'],
};

/** One door per library; tests may use any. A library that is not named here has no door yet. */
export const DOORS: Readonly<Record<string, RegExp>> = {
  '@opentelemetry/api': /^telemetry\/tracing\.ts$/,
  '@prometheus-io/client': /^telemetry\//,
  '@koa/router': /^(clients\/sample-rps|interactions|portals|simulator|web)\//,
  '@simplewebauthn/browser': /^web\//,
  '@simplewebauthn/server': /^accounts\/passkeys[^/]*$/,
  commander: /^ops\//,
  helmet: /^web\/headers\.ts$/,
  'intl-messageformat': /^web\/i18n\//,
  ioredis: /^adapters\/redis\//,
  jose: /^(clients\/sample-rps|provider)\//,
  koa: /^((application|enrol-site|portal-sites)\.ts$|(clients\/sample-rps|interactions|portals|provider|simulator|telemetry|web)\/)/,
  kysely: /^adapters\//,
  'oidc-provider': /^provider\//,
  'openid-client': /^(clients\/sample-rps|portals)\//,
  pg: /^adapters\/postgres\//,
  pino: /^log\.ts$/,
  preact: /^(web\/.*|interactions\/step\.ts|portals\/enrol\/question\.ts|.*\.tsx)$/,
  'preact-render-to-string': /^web\/page\.ts$/,
  sass: /^web\/theme\//,
  // Wherever something comes in from outside and is parsed.
  zod: /./,
  'node:sqlite': /^adapters\/sqlite\//,
  'node:http':
    /^(http-server\.ts|inner-fetch\.ts|listeners\.ts|adapters\/egress\/exchange\.ts|telemetry\/metrics-endpoint\.ts|clients\/sample-rps\/.*|simulator\/.*)$/,
  // Whatever SenID asks of others goes through one door (docs/adr/0024).
  'node:https': /^(http-server\.ts|adapters\/egress\/exchange\.ts|simulator\/program\.ts)$/,
  'node:dns/promises': /^adapters\/egress\/resolve\.ts$/,
  'node:cluster': /^crew\.ts$/,
  'node:child_process': /^programs\.ts$/,
};

/** Folders of rules: they know nothing of HTTP, storage engines, processes or files. */
export const RULES = /^(accounts|audit|clients(?!\/sample-rps)|enrolment)\//;

/** What of Node a rule may use. */
export const PURE_NODE_MODULES: ReadonlySet<string> = new Set([
  'node:crypto',
  'node:util',
  'node:url',
]);

/** Who reads the environment: the boot, the command line, and tests. */
export const ENVIRONMENT_READERS = /^(main\.ts|ops\/senid\.ts|test\/.*)$/;
