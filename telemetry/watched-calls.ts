import type { JourneyServices } from '../interactions/journey-services.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** What a step of the journey takes to show its page, and to deal with its form. */
export function watchSteps(
  metrics: Metrics,
  tracing: Tracing | undefined,
): JourneyServices['watchStep'] {
  return async (step, action, work) => {
    const start = performance.now();
    try {
      return await (tracing === undefined
        ? work()
        : tracing.inside(`${action} ${step}`, { 'senid.step': step }, work));
    } finally {
      metrics.stepTaken(step, action, (performance.now() - start) / 1000);
    }
  };
}

/** What is fetched from a relying party is a span without its address. Nothing of our trace is sent along. */
export function watchFetch(
  fetch: typeof globalThis.fetch,
  tracing: Tracing | undefined,
): typeof globalThis.fetch {
  if (tracing === undefined) return fetch;
  return (input, init) => tracing.outside('fetch client document', {}, () => fetch(input, init));
}
