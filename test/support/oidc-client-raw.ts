import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  /** As it stands in the request line; nothing is normalised. */
  readonly path: string;
  /** `Host` included, which `fetch` would not let us choose. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request no well-behaved client would send. Rejects when the server hangs up without an answer. */
export function rawRequest(issuer: string, raw: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(issuer);
  const { method = 'GET', path, body = '' } = raw;
  // With `Connection: close` a server that has answered may hang up while we are still sending.
  const headers = { accept: 'application/json', connection: 'keep-alive', ...raw.headers };
  return new Promise((resolve, reject) => {
    const options = { hostname, port, method, path, agent: false, headers } as const;
    const sending = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(chunks).toString('utf8') });
        sending.destroy();
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Bytes as given, for what even `node:http` would not send; what was answered before the connection ended. */
export function rawBytes(issuer: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(issuer);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    // A reset after the answer: the server does not read on.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
