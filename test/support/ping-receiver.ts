import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { TestAuthority } from './certificates.ts';
import { startOddHost, type OddHost } from './odd-host.ts';

/** A call that came in. */
interface Ping {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The notification endpoints of relying parties (CIBA Core 1.0, section 9), one for each path. */
export interface PingReceiver {
  readonly host: OddHost;
  /** As `backchannel_client_notification_endpoint`. */
  uri(path: string): string;
  /** What this path answers from now on; 204 until it is told otherwise. */
  answer(path: string, status: number): void;
  pingsTo(path: string): readonly Ping[];
  /** Resolves with all of them once there are so many. */
  waitFor(path: string, count: number): Promise<readonly Ping[]>;
}

const WITHIN_MS = 20_000;

/** It speaks TLS, as the library wants of the address. */
export async function startPingReceiver(authority: TestAuthority): Promise<PingReceiver> {
  const pings = new Map<string, Ping[]>();
  const statuses = new Map<string, number>();
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', method, headers } = request;
    const body = await text(request);
    pings.set(url, [...(pings.get(url) ?? []), { method, headers, body }]);
    response.writeHead(statuses.get(url) ?? 204).end();
  };
  const host = await startOddHost((request, response) => void take(request, response), {
    tls: authority.issueForLocalhost(),
  });
  const pingsTo = (path: string) => pings.get(path) ?? [];
  return {
    host,
    uri: (path) => `${host.origin}${path}`,
    answer: (path, status) => void statuses.set(path, status),
    pingsTo,
    async waitFor(path, count) {
      const deadline = Date.now() + WITHIN_MS;
      while (pingsTo(path).length < count) {
        if (Date.now() > deadline) throw new Error(`${pingsTo(path).length} pings to ${path}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return pingsTo(path);
    },
  };
}
