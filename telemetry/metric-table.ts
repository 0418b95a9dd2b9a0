import { OUTSIDE_OUTCOMES, OUTSIDE_SYSTEMS } from '../adapters/outside/names.ts';
import { ROUND_METRICS } from './round-metrics.ts';
import * as values from './label-values.ts';
import { STORE_NAMES, STORE_OPERATIONS } from './store-operations.ts';

export interface MetricDefinition {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** A sentence without its full stop. */
  readonly help: string;
  /** Every value each label can have; `undefined` for the few that name this build or this machine. */
  readonly labels: Readonly<Record<string, readonly string[] | undefined>>;
  /** Upper bounds in seconds, of a histogram. */
  readonly buckets?: readonly number[];
}

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STORE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

const labels = {
  engine: values.ENGINES,
  store: STORE_NAMES,
  operation: STORE_OPERATIONS,
};

const REQUESTS = {
  httpRequests: {
    name: 'senid_http_requests_total',
    type: 'counter',
    help: 'Requests answered',
    labels: {
      route: values.ROUTES,
      method: values.METHODS,
      status_class: values.STATUS_CLASSES,
    },
  },
  httpSeconds: {
    name: 'senid_http_request_seconds',
    type: 'histogram',
    help: 'Time from a request to its answer',
    labels: { route: values.ROUTES },
    buckets: REQUEST_BUCKETS,
  },
  httpOpen: {
    name: 'senid_http_requests_open',
    type: 'gauge',
    help: 'Requests being answered now',
    labels: {},
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

const JOURNEYS = {
  journeys: {
    name: 'senid_journeys_total',
    type: 'counter',
    help: 'Authorization requests by how they went; `interactive` ones needed a page, and those that started and never came to another outcome were abandoned',
    labels: { outcome: values.JOURNEY_OUTCOMES, interactive: ['true', 'false'] },
  },
  stepSeconds: {
    name: 'senid_step_seconds',
    type: 'histogram',
    help: 'Time one step of the journey takes to show its page, or to deal with its form; the time people take is not in it',
    labels: { step: values.STEPS, action: ['show', 'submit'] },
    buckets: REQUEST_BUCKETS,
  },
  authentications: {
    name: 'senid_authentications_total',
    type: 'counter',
    help: 'Authentications recorded for a relying party, by the `acr` it is told',
    labels: { acr: values.ACRS },
  },
  tokens: {
    name: 'senid_tokens_total',
    type: 'counter',
    help: 'Requests at the token endpoint; `failed` is our fault',
    labels: { grant_type: values.GRANT_TYPES, outcome: values.TOKEN_OUTCOMES },
  },
  replays: {
    name: 'senid_replays_total',
    type: 'counter',
    help: 'Second uses of what may be spent once: a lost race is `refused`; `revoked` when all that came of the first use ended with it',
    labels: { model: values.SPENT_MODELS, consequence: values.REPLAY_CONSEQUENCES },
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

const STORES = {
  storeSeconds: {
    name: 'senid_store_seconds',
    type: 'histogram',
    help: 'Time one operation of a store takes, waiting for a connection or for the write lane included',
    labels,
    buckets: STORE_BUCKETS,
  },
  storeErrors: {
    name: 'senid_store_errors_total',
    type: 'counter',
    help: 'Operations of a store that failed; `conflict` and `grant_revoked` are refusals the program expects',
    labels: { ...labels, kind: values.ERROR_KINDS },
  },
  storeUp: {
    name: 'senid_store_up',
    type: 'gauge',
    help: 'Whether each half of the stores answers, as `/health/ready` tells it',
    labels: { half: values.HALVES, engine: values.ENGINES },
  },
  clientLookups: {
    name: 'senid_client_lookups_total',
    type: 'counter',
    help: 'Lookups of a relying party, and whether this process knew it',
    labels: { result: ['hit', 'miss'] },
  },
  deliveries: {
    name: 'senid_deliveries',
    type: 'gauge',
    help: 'Deliveries to relying parties that wait, and those that were given up within the last month; every process tells the same',
    labels: { state: ['waiting', 'dead'] },
  },
  deliveryAge: {
    name: 'senid_delivery_age_seconds',
    type: 'gauge',
    help: 'How long the oldest delivery has been waiting (`since=enqueued`), and for how long the first one that is due has been (`since=due`)',
    labels: { since: ['enqueued', 'due'] },
  },
  deliveryAttempts: {
    name: 'senid_delivery_attempts_total',
    type: 'counter',
    help: 'Attempts at deliveries: `failed` ones are repeated, `refused` ones are given up, `postponed` ones were not made',
    labels: { delivery: values.DELIVERY_KINDS, outcome: values.SEND_OUTCOMES },
  },
  egress: {
    name: 'senid_egress_total',
    type: 'counter',
    help: "Requests to relying parties' addresses; `refused` ones were never sent, `circuit_open` ones neither: that host has failed too often",
    labels: { outcome: values.EGRESS_OUTCOMES },
  },
  outside: {
    name: 'senid_outside_requests_total',
    type: 'counter',
    help: "Questions to the State's registers, the matcher and the message gateways; `circuit_open` ones were not asked: that system has failed too often",
    labels: { system: OUTSIDE_SYSTEMS, outcome: OUTSIDE_OUTCOMES },
  },
  ...ROUND_METRICS,
  signingKeyAge: {
    name: 'senid_signing_key_age_seconds',
    type: 'gauge',
    help: 'How long the key that signs now has been signing',
    labels: { alg: values.ALGORITHMS },
  },
  queueLength: {
    name: 'senid_queue_length',
    type: 'gauge',
    help: 'What waits: password hashes for a thread, work of each half for its engine',
    labels: { queue: ['password_hashing', ...values.HALVES] },
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

const PROCESS = {
  buildInfo: {
    name: 'senid_build_info',
    type: 'gauge',
    help: 'Always 1, for each process that serves',
    labels: { version: undefined, runtime: undefined },
  },
  startTime: {
    name: 'process_start_time_seconds',
    type: 'gauge',
    help: 'When the process started, in seconds since 1970',
    labels: {},
  },
  cpuSeconds: {
    name: 'process_cpu_seconds_total',
    type: 'counter',
    help: 'Processor time used, by all threads',
    labels: {},
  },
  memory: {
    name: 'process_resident_memory_bytes',
    type: 'gauge',
    help: 'Memory held',
    labels: {},
  },
  heapUsed: {
    name: 'nodejs_heap_size_used_bytes',
    type: 'gauge',
    help: 'Memory used by objects of JavaScript',
    labels: {},
  },
  loopDelay: {
    name: 'senid_event_loop_delay_seconds',
    type: 'gauge',
    help: 'How late timers fired since the last scrape',
    labels: { quantile: ['0.5', '0.99', '1'] },
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** Every series SenID exposes. The label `worker` stands on all of them. */
export const METRICS = { ...REQUESTS, ...JOURNEYS, ...STORES, ...PROCESS };
