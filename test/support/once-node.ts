import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** A request to a node on a port of its own; `host` names the issuer, whichever node it is. */
export interface NodeRequest {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Urlencoded. */
  readonly body?: string | undefined;
}

export interface NodeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

/** One exchange, cheap enough to be made by the ten thousand. Rejects when there was no answer. */
export async function askNode(asked: NodeRequest): Promise<NodeAnswer> {
  for (;;) {
    try {
      return await exchange(asked);
    } catch (error) {
      // The node hung up on a connection that lay idle, just as we took it up again: nobody has read the request.
      if (!(error instanceof StaleConnection)) throw error;
    }
  }
}

class StaleConnection extends Error {}

function exchange({ port, method, path, headers, body = '' }: NodeRequest): Promise<NodeAnswer> {
  return new Promise((resolve, reject) => {
    const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const options = { hostname: 'localhost', port, method, path, agent } as const;
    const sending = request({ ...options, headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sending.on('error', (error: NodeJS.ErrnoException) => {
      const stale = sending.reusedSocket && error.code === 'ECONNRESET';
      reject(stale ? new StaleConnection('an idle connection had ended', { cause: error }) : error);
    });
    sending.end(body);
  });
}
