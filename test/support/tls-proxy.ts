import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

import type { TestAuthority } from './certificates.ts';

export interface TlsProxy {
  readonly origin: string;
  /** Where it passes requests on, once that is known. */
  forwardTo(port: number): void;
  stop(): Promise<void>;
}

/** How it writes a certificate into the header: as nginx does, or as RFC 9440 says. */
export type CertificateFormat = 'nginx' | 'rfc9440';

/** What stands in front of a SenID that speaks no TLS: it asks for certificates, and says in a header what it was shown. */
export async function startTlsProxy(
  authority: TestAuthority,
  { header, format }: { readonly header: string; readonly format: CertificateFormat },
): Promise<TlsProxy> {
  const { cert, key } = authority.issueForLocalhost();
  let target = 0;
  const server = createServer(
    { cert, key, requestCert: true, rejectUnauthorized: false },
    (incoming, outgoing) => {
      const shown = (incoming.socket as TLSSocket).getPeerX509Certificate();
      const value =
        shown === undefined
          ? undefined
          : format === 'nginx'
            ? encodeURIComponent(shown.toString())
            : `:${shown.raw.toString('base64')}:`;
      const { [header.toLowerCase()]: _spoofed, ...headers } = incoming.headers;
      const passed = { ...headers, ...(value !== undefined && { [header]: value }) };
      const { method, url: path } = incoming;
      const onward = request({ port: target, method, path, headers: passed }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    forwardTo: (to) => (target = to),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
