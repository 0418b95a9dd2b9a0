import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { TlsFiles } from './config-tls.ts';
import { CannotStart } from './errors.ts';
import type { Log } from './log.ts';

/** A certificate with what follows it, and its private key; both PEM. */
export interface TlsPair {
  readonly cert: string;
  readonly key: string;
}

/** So soon a new certificate is noticed; both files are looked at, through links too. */
const LOOK_EVERY_MS = 2_000;

/** Reads both and makes sure that they belong together. Throws `CannotStart`. */
export function readTlsPair({ certFile, keyFile }: TlsFiles): TlsPair {
  const cert = readPem('TLS_CERT_FILE', certFile);
  const key = readPem('TLS_KEY_FILE', keyFile);
  const [certificate] = certificatesIn('TLS_CERT_FILE', certFile, cert);
  if (certificate?.checkPrivateKey(privateKeyIn(keyFile, key)) !== true) {
    throw new CannotStart(
      `tls: TLS_KEY_FILE ${keyFile} does not belong to TLS_CERT_FILE ${certFile}`,
    );
  }
  return { cert, key };
}

/** The authorities in a file; none when there is no file. Throws `CannotStart`. */
export function readAuthorities(file: string | undefined): readonly X509Certificate[] {
  if (file === undefined) return [];
  const found = certificatesIn('TLS_CLIENT_CA_FILE', file, readPem('TLS_CLIENT_CA_FILE', file));
  if (found.every(({ ca }) => ca)) return found;
  throw new CannotStart(`tls: TLS_CLIENT_CA_FILE ${file} holds a certificate that is no authority`);
}

/**
 * Calls `renewed` whenever the files hold another pair than `served`. What cannot be used (one of the two is written, the
 * other not yet) is said in the log, and the pair before goes on. Returns what ends the watching.
 */
export function watchTlsPair(
  files: TlsFiles,
  served: TlsPair,
  log: Log,
  renewed: (pair: TlsPair) => void,
): () => void {
  let [known, fault] = [served, ''];
  const look = () => {
    try {
      const found = readTlsPair(files);
      fault = '';
      if (found.cert === known.cert && found.key === known.key) return;
      renewed(found);
      known = found;
      log.info('tls.renewed');
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      if (fault !== error.message) log.error('tls.not_renewed');
      fault = error.message;
    }
  };
  // The files are read again, not watched: what changes between the first reading and a watch would never be seen.
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

function readPem(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new CannotStart(`tls: ${variable} ${file} cannot be read (${code})`, { cause });
  }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function certificatesIn(variable: string, file: string, pem: string): readonly X509Certificate[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new CannotStart(`tls: ${variable} ${file} holds a broken certificate`, { cause });
  }
  throw new CannotStart(`tls: ${variable} ${file} holds no certificate in PEM`);
}

function privateKeyIn(file: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    const wish = 'no private key in PEM without a passphrase';
    throw new CannotStart(`tls: TLS_KEY_FILE ${file} holds ${wish}`, { cause });
  }
}
