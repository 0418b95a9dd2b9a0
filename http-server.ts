import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Requests that were there when the server stopped accepting may take so long. */
const PATIENCE_MS = 10_000;

export interface HttpServer {
  readonly server: Server;
  /** From now on every answer ends its connection: whoever keeps one open comes back on a new one, somewhere else. */
  drain(): void;
  /** Accepts no more; resolves when all requests have their answer, or after ten seconds with how many have not. */
  close(): Promise<number>;
}

export function createHttpServer(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
): HttpServer {
  const open = new Set<ServerResponse>();
  let draining = false;
  let onIdle = () => {};

  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000 },
    (request, response) => {
      open.add(response);
      if (draining) response.setHeader('Connection', 'close');
      response.once('close', () => {
        open.delete(response);
        if (open.size === 0) onIdle();
      });
      handle(request, response);
    },
  );

  const drain = () => {
    draining = true;
    for (const response of open) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
  };

  return {
    server,
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
