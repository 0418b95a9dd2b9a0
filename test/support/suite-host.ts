import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** The part of the conformance suite that is called: redirect URIs, and what a relying party serves. */
export interface SuiteHost {
  readonly origin: string;
  /** Every request, newest last. */
  readonly seen: readonly { method: string; url: URL; body: URLSearchParams }[];
  /** JSON that is served at a path from now on. */
  serve(path: string, json: unknown): string;
  stop(): Promise<void>;
}

export async function startSuiteHost(): Promise<SuiteHost> {
  const seen: { method: string; url: URL; body: URLSearchParams }[] = [];
  const served = new Map<string, string>();
  let origin = '';
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = new URLSearchParams(await text(request));
    const url = new URL(request.url ?? '/', origin);
    seen.push({ method: request.method ?? '', url, body });
    const json = served.get(url.pathname);
    response.setHeader('content-type', json === undefined ? 'text/html' : 'application/json');
    response.end(json ?? '<p id="submission_complete">done</p>');
  };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    origin,
    seen,
    serve(path, json) {
      served.set(path, JSON.stringify(json));
      return `${origin}${path}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
