import { request } from 'node:http';

import { Browser } from '../support/session-browser.ts';

/**
 * A browser that says it navigates, as they all do: `fetch` lets nobody set `Sec-Fetch-Mode`, and some relying parties
 * answer 401 instead of starting a login when a script asks.
 */
export class NavigatingBrowser extends Browser {
  protected override exchange(target: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-mode', 'navigate');
    headers.set('sec-fetch-dest', 'document');
    if (init.body instanceof URLSearchParams) {
      headers.set('content-type', 'application/x-www-form-urlencoded');
    }
    return new Promise((resolve, reject) => {
      const method = init.method ?? 'GET';
      const options = { method, headers: Object.fromEntries(headers), agent: false as const };
      const exchange = request(target, options, (answer) => {
        const { statusCode: status = 0, rawHeaders } = answer;
        const end = (body: Buffer) =>
          resolve(
            new Response(body.length > 0 ? body.toString() : null, {
              status,
              headers: pairs(rawHeaders),
            }),
          );
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => end(Buffer.concat(chunks)));
        // Debian's mod_auth_openidc sends a second page behind its error page. Browsers show the first.
        exchange.off('error', reject).on('error', (error: Error & { rawPacket?: Buffer }) => {
          end(bodyOf(error.rawPacket ?? Buffer.alloc(0)));
        });
      });
      exchange.on('error', reject);
      exchange.end(init.body instanceof URLSearchParams ? init.body.toString() : undefined);
    });
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}

function bodyOf(packet: Buffer): Buffer {
  return packet.subarray(packet.indexOf('\r\n\r\n') + 4);
}
