import { X509Certificate } from 'node:crypto';
import { isIPv6, type BlockList } from 'node:net';
import { TLSSocket } from 'node:tls';

import type { Context } from 'koa';

import { BadInput } from '../errors.ts';

declare module 'koa' {
  interface DefaultState {
    /** Where a request came in that may show a certificate (RFC 8705); undefined at the issuer itself. */
    mutualTlsOrigin: string | undefined;
    /** What the client has shown, and proven to hold the key of; never looked for at the issuer itself. */
    clientCertificate: X509Certificate | undefined;
  }
}

/** What the guard needs to know of the second origin. */
export interface MutualTlsSite {
  readonly origin: string;
  /** Set by a proxy that ended the TLS connection; the connection is ours when undefined. */
  readonly header: string | undefined;
  /** From where that header is believed. */
  readonly proxies: BlockList;
}

/** The certificate this request came with. Throws `BadInput` for a header that no proxy sets. */
export function clientCertificateOf(
  ctx: Context,
  { header, proxies }: MutualTlsSite,
): X509Certificate | undefined {
  if (header === undefined) {
    const { socket } = ctx.req;
    return socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  }
  const { remoteAddress: peer = '' } = ctx.req.socket;
  // A certificate is public: whoever is not the proxy could hand on anybody's.
  if (!proxies.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4')) {
    throw new BadInput('not from a proxy that may hand on certificates', 403);
  }
  const value = ctx.get(header);
  if (value === '' || value === '-') return undefined;
  try {
    return new X509Certificate(decode(value));
  } catch (cause) {
    throw new BadInput('the header with the client certificate holds none', 400, { cause });
  }
}

const BYTE_SEQUENCE = /^:([A-Za-z0-9+/]+={0,2}):$/;
const ONE_PEM = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/** RFC 9440, section 2.1 (a byte sequence of RFC 8941), or what nginx writes (`$ssl_client_escaped_cert`). */
function decode(value: string): Buffer | string {
  const der = BYTE_SEQUENCE.exec(value)?.[1];
  if (der !== undefined) return Buffer.from(der, 'base64');
  const pem = decodeURIComponent(value);
  if (!ONE_PEM.test(pem)) throw new TypeError('neither RFC 9440 nor escaped PEM');
  return pem;
}
