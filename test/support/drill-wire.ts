import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { NODE_HEADER, PROXY_HEADER } from './drill-proxy.ts';
import type { DrillRecord, Trouble } from './drill-record.ts';

const PATIENCE_MS = 10_000;

/** The exchange is among the troubles of the record; whatever it was part of ends here. */
export class Interrupted extends Error {}

export interface WireRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted; without it the request is a GET. */
  readonly form?: URLSearchParams | Readonly<Record<string, string>> | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Way {
  readonly issuer: string;
  /** Of the proxy, or of one node. */
  readonly port: number;
  /** The client's own, on the loopback network. */
  readonly address: string;
  readonly record: DrillRecord;
}

/** One client's way to SenID. Everything it sends is counted, and so is whatever goes wrong. */
export class Wire {
  readonly issuer: string;
  readonly record: DrillRecord;
  readonly #way: Way;
  readonly #host: string;
  readonly #agent: Agent;

  constructor(way: Way, { keepAlive }: { readonly keepAlive: boolean }) {
    this.issuer = way.issuer;
    this.record = way.record;
    this.#way = way;
    this.#host = new URL(way.issuer).host;
    this.#agent = new Agent({ keepAlive });
  }

  /** An answer below 500. Rejects with `Interrupted`. */
  async ask(asked: WireRequest): Promise<WireAnswer> {
    const { record } = this.#way;
    const from = Date.now();
    record.exchanges += 1;
    const ended = await this.#exchange(asked).catch((error: unknown) => error as Error);
    const found = troubleIn(ended);
    if (found === undefined) return ended as WireAnswer;
    const { pathname } = new URL(asked.path, this.issuer);
    const where = pathname.replace(/[\w-]{30,}/, '…');
    const what = `${found.what} at ${where}`;
    record.troubles.push({ kind: found.kind, what, from, until: Date.now() });
    throw new Interrupted(what);
  }

  /** JSON, whatever the status below 500. */
  async askJson(asked: WireRequest): Promise<{
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly body: Readonly<Record<string, unknown>>;
  }> {
    const { status, headers, body } = await this.ask(asked);
    const isJson = headers['content-type']?.includes('json') === true;
    return { status, headers, body: isJson ? (JSON.parse(body) as Record<string, unknown>) : {} };
  }

  async #exchange({ path, headers, form }: WireRequest): Promise<WireAnswer> {
    const body = form === undefined ? '' : String(new URLSearchParams(form));
    const { port, address } = this.#way;
    const sending = request({
      host: '127.0.0.1',
      port,
      localAddress: address,
      agent: this.#agent,
      method: form === undefined ? 'GET' : 'POST',
      path,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        ...headers,
        host: this.#host,
        ...(form !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
      },
    });
    // Once the answer has begun it fails with the same error.
    sending.on('error', () => {});
    sending.end(body);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
  }
}

const HUNG_UP = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE']);

function troubleIn(ended: WireAnswer | Error): Pick<Trouble, 'kind' | 'what'> | undefined {
  if (ended instanceof Error) {
    const code = 'code' in ended ? String(ended.code) : ended.name;
    return { kind: HUNG_UP.has(code) ? 'cut' : 'wrong', what: `no answer (${code})` };
  }
  const { status, headers } = ended;
  if (status < 500) return undefined;
  const said = headers[PROXY_HEADER];
  const node = String(headers[NODE_HEADER] ?? 'the node itself');
  if (said === 'cut') return { kind: 'cut', what: `cut by ${node}` };
  const what = said === undefined ? `${status} of ${node}` : `${status} of the proxy`;
  const isOurs = status === 503 && said === undefined && headers['retry-after'] !== undefined;
  return { kind: isOurs ? 'unavailable' : 'wrong', what };
}
