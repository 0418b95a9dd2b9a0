import { BlockList, isIP, isIPv6 } from 'node:net';

import { CannotStart } from './errors.ts';

/** The program speaks TLS itself. */
export interface TlsFiles {
  /** PEM: the certificate, then those between it and an authority. */
  readonly certFile: string;
  /** PEM, without a passphrase. */
  readonly keyFile: string;
}

/** Where relying parties show a certificate of their own (RFC 8705). */
export interface MutualTls {
  /** Of the addresses in `mtls_endpoint_aliases`. */
  readonly origin: string;
  /** Our own port that asks for certificates; undefined when a proxy does, and hands them on in `header`. */
  readonly port: number | undefined;
  /** In lower case, as Node names headers. */
  readonly header: string | undefined;
  /** The proxies whose header is believed. */
  readonly proxies: BlockList;
  /** PEM: whose certificates may authenticate a client by name (`tls_client_auth`). */
  readonly clientCaFile: string | undefined;
}

interface TlsEnvironment {
  readonly TLS_CERT_FILE?: string | undefined;
  readonly TLS_KEY_FILE?: string | undefined;
  readonly TLS_CLIENT_CA_FILE?: string | undefined;
  readonly MTLS_PORT?: number | undefined;
  readonly MTLS_ORIGIN?: string | undefined;
  readonly SENID_CLIENT_CERT_HEADER?: string | undefined;
  readonly SENID_PROXY_ADDRESSES?: string | undefined;
  readonly TRUSTED_PROXY_HOPS: number;
}

export interface TlsPlaces {
  readonly tls: TlsFiles | undefined;
  readonly mutualTls: MutualTls | undefined;
}

/** Throws `CannotStart` for every half of a setting without the other. */
export function tlsPlaces(env: TlsEnvironment, issuer: URL): TlsPlaces {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = env;
  refuse(
    (certFile === undefined) !== (keyFile === undefined),
    'TLS_CERT_FILE and TLS_KEY_FILE need each other',
  );
  const tls = certFile === undefined || keyFile === undefined ? undefined : { certFile, keyFile };
  refuse(
    tls !== undefined && issuer.protocol !== 'https:',
    'TLS_CERT_FILE is set, so ISSUER must be https',
  );
  return { tls, mutualTls: mutualTls(env, tls, issuer) };
}

function mutualTls(
  env: TlsEnvironment,
  tls: TlsFiles | undefined,
  issuer: URL,
): MutualTls | undefined {
  const { MTLS_PORT: port, MTLS_ORIGIN: origin, SENID_CLIENT_CERT_HEADER: header } = env;
  if (port === undefined && header === undefined) {
    const ways = 'needs MTLS_PORT or SENID_CLIENT_CERT_HEADER';
    refuse(origin !== undefined, `MTLS_ORIGIN ${ways}`);
    refuse(env.TLS_CLIENT_CA_FILE !== undefined, `TLS_CLIENT_CA_FILE ${ways}`);
    return undefined;
  }
  refuse(
    port !== undefined && header !== undefined,
    'MTLS_PORT and SENID_CLIENT_CERT_HEADER exclude each other',
  );
  refuse(port !== undefined && tls === undefined, 'MTLS_PORT needs TLS_CERT_FILE and TLS_KEY_FILE');
  // Without a proxy that sets it, the header would be whatever a caller likes to be.
  refuse(
    header !== undefined && env.TRUSTED_PROXY_HOPS === 0,
    'SENID_CLIENT_CERT_HEADER needs TRUSTED_PROXY_HOPS above 0',
  );
  refuse(
    header !== undefined && origin === undefined,
    'SENID_CLIENT_CERT_HEADER needs MTLS_ORIGIN, where the proxy asks for certificates',
  );
  refuse(
    header !== undefined && env.SENID_PROXY_ADDRESSES === undefined,
    'SENID_CLIENT_CERT_HEADER needs SENID_PROXY_ADDRESSES, from where alone it is believed',
  );
  return {
    origin: originOf(origin ?? `https://${issuer.hostname}:${port}`),
    port,
    header: header?.toLowerCase(),
    proxies: proxiesOf(env.SENID_PROXY_ADDRESSES ?? ''),
    clientCaFile: env.TLS_CLIENT_CA_FILE,
  };
}

/** Addresses and networks (RFC 4632), with commas between them. */
function proxiesOf(text: string): BlockList {
  const proxies = new BlockList();
  for (const each of text.split(',').filter((part) => part.trim() !== '')) {
    const [address = '', prefix] = each.trim().split('/');
    const bits = isIPv6(address) ? 128 : 32;
    const length = prefix === undefined ? bits : Number(prefix);
    const sound = isIP(address) !== 0 && Number.isInteger(length) && length > 0 && length <= bits;
    refuse(
      !sound,
      'SENID_PROXY_ADDRESSES must be addresses or networks, as 10.0.0.7 or 10.0.0.0/24',
    );
    proxies.addSubnet(address, length, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return proxies;
}

function originOf(text: string): string {
  const url = new URL(text);
  refuse(
    url.pathname !== '/' || url.search !== '' || url.hash !== '',
    'MTLS_ORIGIN must be an origin, without path, query or fragment',
  );
  return url.origin;
}

function refuse(wrong: boolean, line: string): void {
  if (wrong) throw new CannotStart(`configuration: ${line}`);
}
