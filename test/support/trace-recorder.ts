import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';

import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type ContextManager,
  type Span,
  type SpanContext,
  type SpanOptions,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';

/** One span as it ended, a line of the file `TRACE_FILE` names. */
export interface RecordedSpan {
  readonly name: string;
  readonly kind: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  readonly attributes: Attributes;
  readonly failed: boolean;
  readonly events: readonly unknown[];
}

/**
 * The least that OpenTelemetry calls an SDK, loaded into the program under test as an operator loads one:
 * `NODE_OPTIONS=--import …/trace-recorder.js`.
 */
function record(file: string): void {
  trace.setGlobalTracerProvider({ getTracer: () => new RecordingTracer(file) });
  context.setGlobalContextManager(new StorageContextManager());
  propagation.setGlobalPropagator(new TraceparentPropagator());
}

class RecordingTracer implements Tracer {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  startSpan(name: string, options: SpanOptions = {}, parent: Context = context.active()): Span {
    return new RecordingSpan(this.#file, name, options, trace.getSpanContext(parent));
  }

  startActiveSpan<F extends (span: Span) => unknown>(...given: unknown[]): ReturnType<F> {
    const work = given.at(-1) as F;
    const [name, options] = given as [string, SpanOptions];
    const span = this.startSpan(name, given.length > 2 ? options : {});
    const inside = trace.setSpan(context.active(), span);
    return context.with(inside, () => work(span)) as ReturnType<F>;
  }
}

class RecordingSpan implements Span {
  readonly #file: string;
  readonly #name: string;
  readonly #kind: SpanKind;
  readonly #parentId: string | undefined;
  readonly #own: SpanContext;
  readonly #attributes: Attributes = {};
  readonly #events: unknown[] = [];
  #failed = false;

  constructor(
    file: string,
    name: string,
    { kind = SpanKind.INTERNAL, attributes = {} }: SpanOptions,
    parent: SpanContext | undefined,
  ) {
    this.#file = file;
    this.#name = name;
    this.#kind = kind;
    this.#parentId = parent?.spanId;
    this.#own = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      traceFlags: TraceFlags.SAMPLED,
    };
    this.setAttributes(attributes);
  }

  spanContext(): SpanContext {
    return this.#own;
  }

  setAttribute(name: string, value: Attributes[string]): this {
    this.#attributes[name] = value;
    return this;
  }

  setAttributes(attributes: Attributes): this {
    Object.assign(this.#attributes, attributes);
    return this;
  }

  setStatus({ code, message }: { readonly code: SpanStatusCode; readonly message?: string }): this {
    this.#failed = code === SpanStatusCode.ERROR;
    if (message !== undefined) this.#events.push(message);
    return this;
  }

  addEvent(...event: unknown[]): this {
    this.#events.push(event);
    return this;
  }

  recordException(error: unknown): void {
    this.#events.push(String(error));
  }

  end(): void {
    const { traceId, spanId } = this.#own;
    const span: RecordedSpan = {
      name: this.#name,
      kind: SpanKind[this.#kind],
      traceId,
      spanId,
      parentId: this.#parentId,
      attributes: this.#attributes,
      failed: this.#failed,
      events: this.#events,
    };
    appendFileSync(this.#file, `${JSON.stringify(span)}\n`);
  }

  addLink = () => this;
  addLinks = () => this;
  updateName = () => this;
  isRecording = () => true;
}

class StorageContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...given: A) => ReturnType<F>>(
    inside: Context,
    work: F,
    self?: ThisParameterType<F>,
    ...given: A
  ): ReturnType<F> {
    return this.#storage.run(inside, () => work.apply(self, given));
  }

  bind<T>(_inside: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    return this;
  }
}

/** https://www.w3.org/TR/trace-context/#traceparent-header */
class TraceparentPropagator implements TextMapPropagator {
  extract(onto: Context, carrier: unknown): Context {
    const { traceparent = '' } = carrier as { readonly traceparent?: string };
    const parts = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent);
    if (parts === null) return onto;
    const [, traceId = '', spanId = ''] = parts;
    return trace.setSpanContext(onto, { traceId, spanId, traceFlags: 1, isRemote: true });
  }

  inject(): void {}

  fields(): string[] {
    return ['traceparent'];
  }
}

const file = process.env['TRACE_FILE'];
if (file !== undefined) record(file);
