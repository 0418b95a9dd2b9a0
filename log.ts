import { pino, type DestinationStream } from 'pino';

/** All that may ever stand in a log line: an allow-list, because a redaction list forgets. */
export interface LogFields {
  readonly requestId?: string | undefined;
  readonly method?: string | undefined;
  /** Name of the route, never the address: addresses carry codes and tokens. */
  readonly route?: string | undefined;
  readonly status?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly clientId?: string | undefined;
  /** Stable code of an error. */
  readonly code?: string | undefined;
  /** Class of an error, and where it was thrown; never its message, which may quote input. */
  readonly errorName?: string | undefined;
  readonly stack?: readonly string[] | undefined;
  readonly model?: string | undefined;
  readonly count?: number | undefined;
  /** Number of a worker process. */
  readonly worker?: number | undefined;
  readonly detail?: LogDetail | undefined;
}

/** Details a line may name; sentences of our own, no input. */
export type LogDetail = 'host_refused' | 'path_refused' | 'register' | 'protocol' | 'keys';

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Which of several processes wrote a line. */
export interface LogOrigin {
  readonly node: string;
  readonly worker?: number;
}

/** JSON lines on standard output. */
export function createLog(
  level: LogLevel,
  destination?: DestinationStream,
  origin?: LogOrigin,
): Log {
  const logger = pino({ level, base: origin ?? null, messageKey: 'event' }, destination);
  return {
    info: (event, fields = {}) => logger.info(allowed(fields), event),
    warn: (event, fields = {}) => logger.warn(allowed(fields), event),
    error: (event, fields = {}) => logger.error(allowed(fields), event),
  };
}

const ALLOWED = [
  'requestId',
  'method',
  'route',
  'status',
  'durationMs',
  'clientId',
  'code',
  'errorName',
  'stack',
  'model',
  'count',
  'worker',
  'detail',
] as const satisfies readonly (keyof LogFields)[];

/** Types do not stop an object with more members than its type names. */
function allowed(fields: LogFields): LogFields {
  return Object.fromEntries(
    ALLOWED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
}

/** What may be said of an error: its class, its code and where it came from. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { errorName: error.name, code, stack: framesOf(error) };
}

/** The frames without the first line, which repeats the message. */
function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
}
