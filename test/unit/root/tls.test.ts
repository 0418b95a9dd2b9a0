import assert from 'node:assert/strict';
import { BlockList } from 'node:net';

import { readConfig } from '../../../config.ts';
import { CannotStart } from '../../../errors.ts';
import { readAuthorities, readTlsPair } from '../../../tls-files.ts';
import { TestAuthority } from '../../support/certificates.ts';

const SITE = { SENID_MODE: 'sandbox', ISSUER: 'https://id.example.vn' };
const TLS = { ...SITE, TLS_CERT_FILE: 'a.crt', TLS_KEY_FILE: 'a.key' };
const PROXY = {
  TRUSTED_PROXY_HOPS: '1',
  SENID_CLIENT_CERT_HEADER: 'X-Client-Cert',
  SENID_PROXY_ADDRESSES: '10.0.0.7, 10.1.0.0/24,fd00::/8',
  MTLS_ORIGIN: 'https://mtls.example.vn/',
};

describe('TLS in the configuration', () => {
  const refused = (environment: Record<string, string>, line: RegExp) => {
    assert.throws(
      () => readConfig(environment),
      (error) => error instanceof CannotStart && line.test(error.message),
    );
  };

  it('is off unless there are files', () => {
    const { tls, mutualTls } = readConfig(SITE);
    assert.deepEqual({ tls, mutualTls }, { tls: undefined, mutualTls: undefined });
    assert.deepEqual(readConfig(TLS).tls, { certFile: 'a.crt', keyFile: 'a.key' });
  });

  it('has its addresses for client certificates from the configuration alone', () => {
    const own = {
      port: 8443,
      header: undefined,
      clientCaFile: undefined,
      proxies: new BlockList(),
    };
    assert.deepEqual(readConfig({ ...TLS, MTLS_PORT: '8443' }).mutualTls, {
      ...own,
      origin: 'https://id.example.vn:8443',
    });
    const named = { ...TLS, MTLS_PORT: '8443', MTLS_ORIGIN: 'https://mtls.example.vn' };
    assert.deepEqual(readConfig(named).mutualTls, { ...own, origin: 'https://mtls.example.vn' });
    assert.deepEqual(readConfig({ ...PROXY, TLS_CLIENT_CA_FILE: 'ca.crt' }).mutualTls, {
      origin: 'https://mtls.example.vn',
      port: undefined,
      header: 'x-client-cert',
      proxies: readConfig(PROXY).mutualTls?.proxies,
      clientCaFile: 'ca.crt',
    });
  });

  it('believes no header about a certificate unless a proxy is named', () => {
    refused({ ...PROXY, TRUSTED_PROXY_HOPS: '0' }, /needs TRUSTED_PROXY_HOPS above 0/);
    refused({ ...PROXY, MTLS_ORIGIN: '' }, /needs MTLS_ORIGIN/);
    refused({ ...PROXY, MTLS_ORIGIN: 'http://mtls.example.vn' }, /MTLS_ORIGIN/);
    refused(
      { ...PROXY, MTLS_ORIGIN: 'https://mtls.example.vn/path' },
      /MTLS_ORIGIN must be an origin/,
    );
    refused({ ...PROXY, SENID_CLIENT_CERT_HEADER: 'Host' }, /SENID_CLIENT_CERT_HEADER/);
    refused({ ...PROXY, SENID_CLIENT_CERT_HEADER: 'a b' }, /SENID_CLIENT_CERT_HEADER/);
    refused({ ...TLS, ...PROXY, MTLS_PORT: '8443' }, /exclude each other/);
    for (const nonsense of ['', 'proxy.example', '10.0.0.7/33', '10.0.0.0/0', '10.0.0.7/x', '*']) {
      refused({ ...PROXY, SENID_PROXY_ADDRESSES: nonsense }, /SENID_PROXY_ADDRESSES/);
    }
  });

  it('refuses one half without the other', () => {
    refused({ ...TLS, TLS_KEY_FILE: '' }, /TLS_CERT_FILE and TLS_KEY_FILE need each other/);
    refused({ ...TLS, TLS_CERT_FILE: '' }, /TLS_CERT_FILE and TLS_KEY_FILE need each other/);
    refused({ ...TLS, ISSUER: 'http://id.example.vn' }, /ISSUER must be https/);
    refused({ MTLS_PORT: '8443' }, /MTLS_PORT needs TLS_CERT_FILE and TLS_KEY_FILE/);
    refused({ ...TLS, MTLS_ORIGIN: 'https://mtls.example.vn' }, /MTLS_ORIGIN needs/);
    refused({ ...TLS, TLS_CLIENT_CA_FILE: 'ca.crt' }, /TLS_CLIENT_CA_FILE needs/);
  });
});

describe('the files of TLS', () => {
  let authority: TestAuthority;
  before(() => {
    authority = new TestAuthority();
  });
  after(() => authority.remove());

  const refused = (work: () => unknown, line: RegExp) => {
    assert.throws(work, (error) => error instanceof CannotStart && line.test(error.message));
  };

  it('are a certificate and the key that belongs to it', () => {
    const { certFile, keyFile, cert, key } = authority.issueForLocalhost();
    assert.deepEqual(readTlsPair({ certFile, keyFile }), { cert, key });
  });

  it('may hold the certificates on the way to an authority too, the own one first', () => {
    const { cert, keyFile } = authority.issueForLocalhost();
    const chain = authority.write('chain.crt', cert + authority.cert);
    assert.equal(readTlsPair({ certFile: chain, keyFile }).cert, cert + authority.cert);
    const turned = authority.write('turned.crt', authority.cert + cert);
    refused(() => readTlsPair({ certFile: turned, keyFile }), /does not belong to TLS_CERT_FILE/);
  });

  it('are named in one line when they cannot be used', () => {
    const { certFile, keyFile } = authority.issueForLocalhost();
    const other = authority.issueForLocalhost();
    const nothing = authority.write('nothing', 'nothing');
    const broken = authority.write(
      'broken',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    const absent = `${authority.folder}/absent`;
    const pair = (change: { certFile?: string; keyFile?: string }) => () =>
      readTlsPair({ certFile, keyFile, ...change });
    refused(pair({ certFile: absent }), /TLS_CERT_FILE .+absent cannot be read \(ENOENT\)$/);
    refused(pair({ keyFile: authority.folder }), /TLS_KEY_FILE .+ cannot be read \(EISDIR\)$/);
    refused(pair({ certFile: nothing }), /TLS_CERT_FILE .+nothing holds no certificate in PEM$/);
    refused(pair({ certFile: broken }), /TLS_CERT_FILE .+broken holds a broken certificate$/);
    refused(pair({ keyFile: nothing }), /TLS_KEY_FILE .+nothing holds no private key/);
    refused(pair({ keyFile: other.keyFile }), /does not belong to TLS_CERT_FILE/);
  });

  it('name as authorities only authorities', () => {
    assert.equal(readAuthorities(authority.certFile).length, 1);
    assert.deepEqual(readAuthorities(undefined), []);
    const { certFile } = authority.issueForLocalhost();
    refused(() => readAuthorities(certFile), /TLS_CLIENT_CA_FILE .+ that is no authority$/);
  });
});
