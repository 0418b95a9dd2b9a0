import type { Stores } from '../adapters/stores.ts';
import type { Config } from '../config.ts';
import { SenidError } from '../errors.ts';
import type { Metrics } from './metrics.ts';
import { PROTOCOL_OPERATIONS, REGISTER_OPERATIONS } from './store-operations.ts';
import type { Tracing } from './tracing.ts';

type Engines = {
  readonly [Half in 'register' | 'protocol']: Pick<Config[Half], 'engine'>;
};
type Method = (...given: unknown[]) => Promise<unknown>;

/** The same stores: every operation is timed, its failure counted, and a span when somebody traces. */
export function watchStores(
  stores: Stores,
  { register, protocol }: Engines,
  metrics: Metrics,
  tracing: Tracing | undefined,
): Stores {
  const watchAll = <Names extends keyof Stores>(
    engine: string,
    table: Readonly<Record<Names, Readonly<Record<string, true>>>>,
  ) => {
    const watched = Object.entries<Readonly<Record<string, true>>>(table).map(
      ([name, operations]) => {
        const watch = createWatch({ engine, store: name, metrics, tracing });
        return [name, watchStore(stores[name as Names], Object.keys(operations), watch)];
      },
    );
    return Object.fromEntries(watched) as Pick<Stores, Names>;
  };
  const watched = {
    ...stores,
    ...watchAll(register.engine, REGISTER_OPERATIONS),
    ...watchAll(protocol.engine, PROTOCOL_OPERATIONS),
  };
  const { authentications } = watched;
  return {
    ...watched,
    authentications: {
      ...authentications,
      async append(authentication) {
        await authentications.append(authentication);
        metrics.authenticated(authentication.acr);
      },
    },
  };
}

type Watch = (operation: string, method: Method) => Method;

function watchStore(store: object, operations: readonly string[], watch: Watch): object {
  const methods = store as Readonly<Record<string, Method>>;
  return Object.fromEntries(
    operations.map((operation) => {
      const method = methods[operation];
      if (method === undefined) throw new TypeError(`a store without ${operation}`);
      return [operation, watch(operation, method.bind(store))];
    }),
  );
}

interface Watching {
  readonly engine: string;
  readonly store: string;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
}

function createWatch({ engine, store, metrics, tracing }: Watching): Watch {
  return (operation, method) => {
    const series = metrics.storeSeries(engine, store, operation);
    const timed: Method = (...given) => {
      const start = performance.now();
      return method(...given).then(
        (value) => {
          series.observe((performance.now() - start) / 1000);
          return value;
        },
        (error: unknown) => {
          series.observe((performance.now() - start) / 1000);
          metrics.storeFailed(engine, store, operation, kindOf(error));
          throw error;
        },
      );
    };
    if (tracing === undefined) return timed;
    const name = `${store}.${operation}`;
    const attributes = { 'db.system.name': engine, 'db.operation.name': operation };
    return (...given) => tracing.outside(name, attributes, () => timed(...given));
  };
}

function kindOf(error: unknown): string {
  if (!(error instanceof SenidError)) return 'other';
  return error.code === 'store_unavailable' ? 'unavailable' : error.code;
}
