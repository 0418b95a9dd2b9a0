import { constants } from 'node:crypto';
import {
  createServer as createPlainServer,
  type IncomingMessage,
  type Server as PlainServer,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';

/** Requests that were there when the server stopped accepting may take so long. */
const PATIENCE_MS = 10_000;

/** Who sends headers or a body more slowly than this is cut off. */
const LIMITS = { requestTimeout: 30_000, headersTimeout: 15_000 } as const;

/** RFC 9325 (BCP 195), section 4.2: forward secrecy and authenticated encryption. With TLS 1.3 there is nothing else. */
const CIPHER_SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

export interface HttpServer {
  readonly server: PlainServer | TlsServer;
  /** For connections from now on; nothing when this server speaks no TLS. */
  renewTls(pair: TlsPem): void;
  /** From now on every answer ends its connection: whoever keeps one open comes back on a new one, somewhere else. */
  drain(): void;
  /** Accepts no more; resolves when all requests have their answer, or after ten seconds with how many have not. */
  close(): Promise<number>;
}

interface TlsPem {
  readonly cert: string;
  readonly key: string;
}

export interface TlsOptions {
  readonly pair: TlsPem;
  /** Clients are asked for a certificate, of whatever making, and may go on without one. */
  readonly clientCertificates: boolean;
}

export function createHttpServer(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  tls?: TlsOptions,
): HttpServer {
  const open = new Set<ServerResponse>();
  let draining = false;
  let onIdle = () => {};

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    if (draining) response.setHeader('Connection', 'close');
    response.once('close', () => {
      open.delete(response);
      if (open.size === 0) onIdle();
    });
    handle(request, response);
  };
  const { server, renewTls } = createListener(answer, tls);

  const drain = () => {
    draining = true;
    for (const response of open) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
  };

  return {
    server,
    renewTls,
    drain,
    async close() {
      drain();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await answered(open, (resolve) => (onIdle = resolve));
      const left = open.size;
      // Of those that are left none has a request on it, save the ones nobody waits for any more.
      server.closeAllConnections();
      await closed;
      return left;
    },
  };
}

function createListener(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  tls: TlsOptions | undefined,
): Pick<HttpServer, 'server' | 'renewTls'> {
  if (tls === undefined) return { server: createPlainServer(LIMITS, answer), renewTls() {} };
  // Who a certificate belongs to is for the rules of the client to say, not for the handshake.
  const { clientCertificates: requestCert } = tls;
  const options = { ...LIMITS, ...secureContext(tls.pair), requestCert, rejectUnauthorized: false };
  const server = createTlsServer(options, answer);
  return { server, renewTls: (pair) => server.setSecureContext(secureContext(pair)) };
}

function secureContext({ cert, key }: TlsPem) {
  return {
    cert,
    key,
    minVersion: 'TLSv1.2',
    ciphers: CIPHER_SUITES,
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  } as const;
}

async function answered(
  open: ReadonlySet<unknown>,
  onIdle: (resolve: () => void) => void,
): Promise<void> {
  if (open.size === 0) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  onIdle(resolve);
  const timer = setTimeout(resolve, PATIENCE_MS);
  await promise;
  clearTimeout(timer);
}
