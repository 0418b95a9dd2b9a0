import type { Gauge } from '@prometheus-io/client';

import type { EgressOutcome } from '../adapters/egress/egress.ts';
import type { OutsideOutcome, OutsideSystemName } from '../adapters/outside/names.ts';
import type { SendOutcome } from '../clients/delivery-policy.ts';
import type { DeliveryKind } from '../clients/delivery.ts';
import type { RoundName, RoundOutcome } from '../enrolment/rounds/start-rounds.ts';
import type { ProviderWatch } from '../provider/watch.ts';
import type { RouteName } from '../web/route-of.ts';
import {
  ACRS,
  ERROR_KINDS,
  GRANT_TYPES,
  METHODS,
  oneOf,
  ROUTES,
  SPENT_MODELS,
  statusClass,
  STEPS,
} from './label-values.ts';
import { METRICS, type MetricDefinition } from './metric-table.ts';
import { addProcessMetrics } from './process-metrics.ts';
import { createRegistry, type MetricsSnapshot } from './registry.ts';
import type { HistogramSeries } from './tight-histogram.ts';

/** What the program tells of itself. Every value that comes from outside is brought down to a list here. */
export interface Metrics extends ProviderWatch {
  requestStarted(): void;
  requestEnded(request: {
    readonly route: RouteName;
    readonly method: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  stepTaken(step: string, action: 'show' | 'submit', seconds: number): void;
  authenticated(acr: string): void;
  clientLookedUp(result: 'hit' | 'miss'): void;
  /** A request to somebody else's address ended. */
  egress(outcome: EgressOutcome): void;
  /** A question to a register, the matcher or a gateway ended. */
  outside(system: OutsideSystemName, outcome: OutsideOutcome): void;
  /** Background work was looked after. */
  roundRan(round: RoundName, outcome: RoundOutcome | 'failed'): void;
  /** One attempt to tell a relying party, or a person, something. */
  deliveryAttempted(kind: DeliveryKind, outcome: SendOutcome['kind']): void;
  /** Found once, for whoever times the operations of a store. */
  storeSeries(engine: string, store: string, operation: string): HistogramSeries;
  storeFailed(engine: string, store: string, operation: string, kind: string): void;
  /** What cannot be told when it happens is asked for at each scrape. */
  gauge(
    definition: MetricDefinition,
    collect: (gauge: Pick<Gauge<string>, 'set'>) => void | Promise<void>,
  ): void;
  snapshot(): Promise<MetricsSnapshot>;
}

export interface MetricsOptions {
  /** 1 for a process that serves alone. */
  readonly worker: number;
  readonly version: string;
}

export function createMetrics({ worker, version }: MetricsOptions): Metrics {
  const registry = createRegistry(worker);
  const requests = registry.counter(METRICS.httpRequests);
  const requestCounts = new Map<string, { inc(): void }>();
  const requestSeconds = registry.histogram(METRICS.httpSeconds);
  const byRoute = new Map(ROUTES.map((route) => [route, requestSeconds.series({ route })]));
  const steps = registry.histogram(METRICS.stepSeconds);
  const byStep = new Map(
    STEPS.flatMap((step) =>
      ['show', 'submit'].map((action) => [`${step} ${action}`, steps.series({ step, action })]),
    ),
  );
  const authentications = registry.counter(METRICS.authentications);
  const attempts = registry.counter(METRICS.deliveryAttempts);
  const rounds = registry.counter(METRICS.roundRuns);
  const egress = registry.counter(METRICS.egress);
  const outside = registry.counter(METRICS.outside);
  const clientLookups = registry.counter(METRICS.clientLookups);
  const storeSeconds = registry.histogram(METRICS.storeSeconds);
  const storeErrors = registry.counter(METRICS.storeErrors);
  let open = 0;
  registry.gauge(METRICS.httpOpen, (gauge) => gauge.set(open));
  addProcessMetrics(registry, version);

  /** The labels are three lists, so the map has an end. */
  const requestCount = (route: string, method: string, status_class: string) => {
    const key = `${route} ${method} ${status_class}`;
    let count = requestCounts.get(key);
    if (count === undefined) {
      count = requests.labels({ route, method, status_class });
      requestCounts.set(key, count);
    }
    return count;
  };

  return {
    ...providerCounters(registry),
    requestStarted() {
      open += 1;
    },
    requestEnded({ route, method, status, seconds }) {
      open -= 1;
      requestCount(route, oneOf(METHODS, method), statusClass(status)).inc();
      byRoute.get(route)?.observe(seconds);
    },
    stepTaken: (step, action, seconds) => byStep.get(`${step} ${action}`)?.observe(seconds),
    authenticated: (acr) => authentications.inc({ acr: oneOf(ACRS, acr) }),
    deliveryAttempted: (delivery, outcome) => attempts.inc({ delivery, outcome }),
    roundRan: (round, outcome) => rounds.inc({ round, outcome }),
    egress: (outcome) => egress.inc({ outcome }),
    outside: (system, outcome) => outside.inc({ system, outcome }),
    clientLookedUp: (result) => clientLookups.inc({ result }),
    storeSeries: (engine, store, operation) => storeSeconds.series({ engine, store, operation }),
    storeFailed: (engine, store, operation, kind) =>
      storeErrors.inc({ engine, store, operation, kind: oneOf(ERROR_KINDS, kind) }),
    gauge: (definition, collect) => void registry.gauge(definition, collect),
    snapshot: () => registry.snapshot(),
  };
}

function providerCounters(registry: ReturnType<typeof createRegistry>): ProviderWatch {
  const journeys = registry.counter(METRICS.journeys);
  const tokens = registry.counter(METRICS.tokens);
  const replays = registry.counter(METRICS.replays);
  return {
    journey: (outcome, interactive) => journeys.inc({ outcome, interactive: String(interactive) }),
    tokens: (grantType, outcome) =>
      tokens.inc({ grant_type: oneOf(GRANT_TYPES, grantType), outcome }),
    replay: (model, consequence) => replays.inc({ model: oneOf(SPENT_MODELS, model), consequence }),
  };
}
