import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Config } from './config.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';
import { readTlsPair, watchTlsPair } from './tls-files.ts';

/** The ports of one serving process: the issuer's own, and the one that asks for client certificates where there is one. */
export interface Listeners {
  /** Rejects with `CannotStart`. */
  listen(): Promise<void>;
  /** See `HttpServer`. */
  drain(): void;
  close(): Promise<number>;
}

interface Port {
  readonly http: HttpServer;
  readonly port: number;
  readonly advice: string;
}

/** Throws `CannotStart` when the certificate cannot be used. */
export function createListeners(
  { tls, mutualTls, host, port }: Config,
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  log: Log,
): Listeners {
  const pair = tls && readTlsPair(tls);
  const main = createHttpServer(handle, pair && { pair, clientCertificates: false });
  const ports: Port[] = [{ http: main, port, advice: 'set PORT and ISSUER' }];
  if (pair !== undefined && mutualTls?.port !== undefined) {
    const http = createHttpServer(handle, { pair, clientCertificates: true });
    ports.push({ http, port: mutualTls.port, advice: 'set MTLS_PORT' });
  }
  const forget =
    tls &&
    pair &&
    watchTlsPair(tls, pair, log, (renewed) => {
      for (const { http } of ports) http.renewTls(renewed);
    });

  return {
    async listen() {
      for (const { http, advice, ...at } of ports)
        await listen(http.server, { host, ...at }, advice);
    },
    drain() {
      for (const { http } of ports) http.drain();
    },
    async close() {
      forget?.();
      const left = await Promise.all(ports.map(({ http }) => http.close()));
      return left.reduce((sum, count) => sum + count, 0);
    },
  };
}
