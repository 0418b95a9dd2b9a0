import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly setCookie: readonly string[];
  readonly body: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection, one request at a time. It reads no more of HTTP than our servers write: a load generator
 * must cost far less than what it measures.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #waiting: ((result: HttpAnswer | Error) => void) | undefined;
  /** Requests so far. */
  requests = 0;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#settle(error));
    socket.on('close', () => this.#settle(new Error('the server hung up')));
  }

  static async open(issuer: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(issuer);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new HttpConnection(socket, host);
  }

  send({ method, path, headers = {}, form }: HttpRequest): Promise<HttpAnswer> {
    const body = form === undefined ? '' : new URLSearchParams(form).toString();
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.#host}`];
    for (const name of Object.keys(headers)) lines.push(`${name}: ${headers[name]}`);
    if (form !== undefined) {
      lines.push('content-type: application/x-www-form-urlencoded');
      lines.push(`content-length: ${Buffer.byteLength(body)}`);
    }
    this.requests += 1;
    return new Promise((resolve, reject) => {
      this.#waiting = (result) => (result instanceof Error ? reject(result) : resolve(result));
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(END_OF_HEAD);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.#settle(new Error(`an answer without Content-Length:\n${head}`));
      return;
    }
    const start = headEnd + END_OF_HEAD.length;
    if (this.#received.length < start + length) return;
    const body = this.#received.toString('utf8', start, start + length);
    this.#received = this.#received.subarray(start + length);
    this.#settle({ ...readHead(head), body });
  }

  #settle(result: HttpAnswer | Error): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(result);
  }
}

function readHead(head: string): Omit<HttpAnswer, 'body'> {
  const setCookie: string[] = [];
  let location: string | undefined;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    switch (line.slice(0, colon).toLowerCase()) {
      case 'location':
        location = line.slice(colon + 1).trim();
        break;
      case 'set-cookie':
        setCookie.push(line.slice(colon + 1).trim());
        break;
      default:
    }
  }
  return { status: Number(head.slice(9, 12)), location, setCookie, body: '' } as HttpAnswer;
}
