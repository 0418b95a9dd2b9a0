import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';

import { EgressFailed } from '../../errors.ts';
import type { Destination } from './destination.ts';
import type { Address } from './resolve.ts';

const MOST_HEADER_BYTES = 16 * 1024;
const MOST_BODY_BYTES = 256 * 1024;
const USER_AGENT = 'SenID';

export interface Outgoing {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Buffer | undefined;
}

export interface Incoming {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface ExchangeOptions {
  readonly signal: AbortSignal;
  /** Certificates to trust beside those of the runtime; for tests. */
  readonly ca: string | undefined;
  /** A connection stands, TLS included. */
  readonly onConnected: () => void;
}

/**
 * One request and its whole answer on a connection of its own: no cookies, no proxy, no redirect followed, nothing
 * decompressed. Rejects with `EgressFailed`.
 */
export async function exchange(
  destination: Destination,
  outgoing: Outgoing,
  options: ExchangeOptions,
): Promise<Incoming> {
  try {
    const message = await answerTo(destination, outgoing, options);
    try {
      return await read(message);
    } finally {
      message.destroy();
    }
  } catch (cause) {
    if (cause instanceof EgressFailed) throw cause;
    throw new EgressFailed(options.signal.aborted ? 'timed_out' : 'unreachable', { cause });
  }
}

function answerTo(
  { url, addresses }: Destination,
  { method, headers, body }: Outgoing,
  { signal, ca, onConnected }: ExchangeOptions,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const options: RequestOptions = {
    method,
    signal,
    // Agents of our own: the global ones may have been told of a proxy, and keep connections.
    agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    lookup: answering(addresses),
    headers: ownHeaders(headers, body),
    maxHeaderSize: MOST_HEADER_BYTES,
    insecureHTTPParser: false,
    ...(secure && { rejectUnauthorized: true, minVersion: 'TLSv1.2', ca }),
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? requestHttps : requestHttp)(url, options);
    request.on('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', onConnected),
    );
    request.once('response', resolve);
    request.on('error', reject);
    // After an answer it says nothing new; before one (an upgrade nobody asked for) there is no error.
    request.once('close', () => reject(new Error('closed without an answer')));
    request.end(body);
  });
}

/** What was resolved and looked at is what is connected to. */
function answering(addresses: readonly Address[]): LookupFunction {
  const [first] = addresses;
  return (_hostname, { all }, callback) => {
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function ownHeaders(given: Headers, body: Buffer | undefined): Record<string, string> {
  const headers = new Headers(given);
  headers.set('user-agent', USER_AGENT);
  // An answer that is larger than it looks is not asked for, and not taken.
  headers.set('accept-encoding', 'identity');
  headers.delete('cookie');
  if (body !== undefined) headers.set('content-length', String(body.length));
  return Object.fromEntries(headers);
}

async function read(message: IncomingMessage): Promise<Incoming> {
  const { statusCode = 0, headersDistinct } = message;
  const encoding = message.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new EgressFailed('refused_answer');
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received > MOST_BODY_BYTES) throw new EgressFailed('refused_answer');
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return { status: statusCode, headers, body: Buffer.concat(chunks) };
}
