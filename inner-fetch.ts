import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { duplexPair } from 'node:stream';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * `fetch` for what this program asks of itself: a real HTTP exchange with its own server, over a pair of streams instead
 * of the network. So it works behind a proxy that cannot be reached from inside, under a certificate nobody here trusts,
 * and on every node alike (docs/adr/0034). Addresses of other origins are refused. `handler` is asked for once, at first use.
 */
export function createInnerFetch(issuer: string, handler: () => Handle): typeof globalThis.fetch {
  const { host, origin, protocol } = new URL(issuer);
  let server: Server | undefined;
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.origin !== origin) throw new TypeError('not an address of this program');
    const [near, far] = duplexPair();
    server ??= createServer(handler());
    // What the server makes of its own address depends on it.
    server.emit('connection', Object.assign(far, { encrypted: protocol === 'https:' }));
    const asked = request({
      createConnection: () => near,
      method: init.method ?? 'GET',
      path: url.pathname + url.search,
      headers: { ...Object.fromEntries(new Headers(init.headers)), host, connection: 'close' },
      ...(init.signal ? { signal: init.signal } : {}),
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      asked.once('response', resolve);
      asked.once('error', reject);
    });
    asked.end(bodyOf(init));
    return responseOf(await answered);
  };
}

function bodyOf({ body }: RequestInit): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  throw new TypeError('only text is sent');
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array));
  const body = Buffer.concat(chunks);
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return new Response(body.length === 0 ? null : body, {
    status: answer.statusCode ?? 500,
    headers,
  });
}
