import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** A certificate and its private key, as files and as PEM. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

export interface CertificateWish {
  /** As OpenSSL writes it: `/C=VN/O=Bank/CN=rp`; `+` joins attributes of one part. */
  readonly subject: string;
  /** As OpenSSL writes it: `DNS:rp.example,IP:127.0.0.1`. */
  readonly names?: string;
  readonly days?: number;
  readonly usage?: 'serverAuth' | 'clientAuth';
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
let made = 0;

/** An authority for one run; nothing on this machine but who is told trusts it. */
export class TestAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'senid-ca-'));
  readonly #own: Certificate;

  constructor(subject = '/O=SenID tests/CN=Test authority') {
    const ca = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=keyCertSign'];
    this.#own = this.#make(['req', '-x509', '-days', '2', '-subj', subject, ...EC, ...ca]);
  }

  get certFile(): string {
    return this.#own.certFile;
  }

  get cert(): string {
    return this.#own.cert;
  }

  /** What this process fetches from now on may stand behind a certificate of this authority. */
  trustHere(): this {
    setDefaultCACertificates([...getCACertificates('default'), this.cert]);
    return this;
  }

  issue({ subject, names, days = 2, usage = 'clientAuth' }: CertificateWish): Certificate {
    const extensions = [
      'basicConstraints=critical,CA:FALSE',
      `extendedKeyUsage=${usage}`,
      ...(names === undefined ? [] : [`subjectAltName=${names}`]),
    ].flatMap((each) => ['-addext', each]);
    const by = ['-CA', this.#own.certFile, '-CAkey', this.#own.keyFile];
    const how = [
      '-utf8',
      '-multivalue-rdn',
      '-days',
      String(days),
      '-subj',
      subject,
      ...EC,
      ...extensions,
    ];
    return this.#make(['req', '-x509', ...by, ...how]);
  }

  /** For a server on this machine. */
  issueForLocalhost(): Certificate {
    const names = 'DNS:localhost,IP:127.0.0.1';
    return this.issue({ subject: '/CN=localhost', names, usage: 'serverAuth' });
  }

  selfSigned(subject: string): Certificate {
    return this.#make(['req', '-x509', '-utf8', '-days', '2', '-subj', subject, ...EC]);
  }

  /** Extensions as a section of a configuration file of OpenSSL says. */
  withConfig(subject: string, configFile: string, section: string): X509Certificate {
    const by = ['-CA', this.#own.certFile, '-CAkey', this.#own.keyFile];
    const how = ['-config', configFile, '-extensions', section, '-subj', subject, ...EC];
    return new X509Certificate(this.#make(['req', '-x509', ...by, ...how]).cert);
  }

  /** Somewhere to write other files that go with the certificates. */
  write(name: string, text: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #make(words: readonly string[]): Certificate {
    made += 1;
    const certFile = join(this.folder, `${made}.crt`);
    const keyFile = join(this.folder, `${made}.key`);
    execFileSync('openssl', [...words, '-keyout', keyFile, '-out', certFile], { stdio: 'pipe' });
    const [cert, key] = [readFileSync(certFile, 'utf8'), readFileSync(keyFile, 'utf8')];
    return { certFile, keyFile, cert, key };
  }
}
