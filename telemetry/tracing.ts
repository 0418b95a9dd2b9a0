import {
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  context as contexts,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';

/** What has run, so far as a span may tell of it: names of ours, and numbers. */
export interface RequestSpan {
  readonly method: string;
  readonly route: string;
  /** W3C Trace Context of whoever asked. */
  readonly traceparent: string | undefined;
}

/** Spans at the seams: requests, steps of the journey, stores, what is fetched. Nested by whatever runs inside `work`. */
export interface Tracing {
  /** `work` resolves with the status that was answered. */
  request(request: RequestSpan, work: () => Promise<number>): Promise<void>;
  inside<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T>;
  /** The same for something outside this process. */
  outside<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T>;
}

/**
 * Undefined unless the operator has loaded an SDK before us (`docs/operations`): then nothing is made for a span that
 * nobody would receive.
 */
export function startTracing(): Tracing | undefined {
  const tracer = trace.getTracer('senid');
  if (!isReceived(tracer)) return undefined;
  return {
    async request({ method, route, traceparent }, work) {
      // Only where in a trace we are: baggage and vendor state are whatever a stranger put there.
      const carrier = traceparent === undefined ? {} : { traceparent };
      const parent = propagation.extract(ROOT_CONTEXT, carrier);
      const attributes = { 'http.request.method': method, 'http.route': route };
      const span = tracer.startSpan(
        `${method} ${route}`,
        { kind: SpanKind.SERVER, attributes },
        parent,
      );
      await contexts.with(trace.setSpan(parent, span), () =>
        ending(span, async () => {
          const status = await work();
          span.setAttribute('http.response.status_code', status);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        }),
      );
    },
    inside: (name, attributes, work) =>
      child(tracer, name, { kind: SpanKind.INTERNAL, attributes }, work),
    outside: (name, attributes, work) =>
      child(tracer, name, { kind: SpanKind.CLIENT, attributes }, work),
  };
}

/** Where there is no SDK the API's stand-in gives every span the same invalid context. */
function isReceived(tracer: Tracer): boolean {
  const span = tracer.startSpan('start');
  span.end();
  return trace.isSpanContextValid(span.spanContext());
}

/** Of what nobody asked for, like the look at the signing keys every second, there is no trace. */
function child<T>(
  tracer: Tracer,
  name: string,
  options: { readonly kind: SpanKind; readonly attributes: Attributes },
  work: () => Promise<T>,
): Promise<T> {
  if (trace.getActiveSpan() === undefined) return work();
  return tracer.startActiveSpan(name, options, (span) => ending(span, work));
}

/** Of an error a span tells the class, never the message, which may quote input. */
async function ending<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}
