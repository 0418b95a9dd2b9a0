import { request } from 'node:https';

export interface MutualTlsIdentity {
  readonly ca: string;
  /** No certificate is shown when absent. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** `fetch` of a relying party that shows a certificate of its own where it is asked for one (RFC 8705). */
export function mutualFetch(
  identity: MutualTlsIdentity,
): (address: string, init?: object) => Promise<Response> {
  return async (address, init = {}) => {
    // Not every address of a server that has mutual TLS has it.
    if (address.startsWith('http:')) return fetch(address, init);
    const wanted = new Request(address, { ...init, redirect: 'manual' });
    const body = Buffer.from(await wanted.arrayBuffer());
    return new Promise((resolve, reject) => {
      const { hostname, port, pathname, search } = new URL(wanted.url);
      const options = {
        ...identity,
        hostname,
        port,
        path: `${pathname}${search}`,
        method: wanted.method,
        headers: { ...Object.fromEntries(wanted.headers), 'content-length': body.length },
        agent: false,
      } as const;
      const sending = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('error', reject);
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const { statusCode: status = 0, rawHeaders } = answer;
          const headers = new Headers();
          for (let at = 0; at < rawHeaders.length; at += 2) {
            headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
          }
          const content = [204, 304].includes(status) ? null : Buffer.concat(chunks);
          resolve(new Response(content, { status, headers }));
        });
      });
      sending.on('error', reject);
      sending.end(body);
    });
  };
}
