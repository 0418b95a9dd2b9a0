import assert from 'node:assert/strict';

import { TestAuthority } from '../support/certificates.ts';
import { FapiParty } from '../support/fapi-party.ts';
import { rawRequest } from '../support/oidc-client-raw.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import { startTlsProxy, type CertificateFormat, type TlsProxy } from '../support/tls-proxy.ts';

const HEADER = 'X-Client-Cert';

describe('mutual TLS', () => {
  let authority: TestAuthority;

  before(() => {
    authority = new TestAuthority().trustHere();
  });
  after(() => authority.remove());

  it('is in discovery as RFC 8705 says, where there is a port for it', async () => {
    const senid = await startSenid({ name: 'mutual-tls', authority });
    try {
      const metadata = await metadataOf(senid);
      const at = senid.mutualTlsOrigin;
      assert.equal(metadata['tls_client_certificate_bound_access_tokens'], true);
      assert.deepEqual(metadata['mtls_endpoint_aliases'], {
        ...Object.fromEntries(
          Object.entries(metadata['mtls_endpoint_aliases'] ?? {}).filter(([, address]) =>
            String(address).startsWith(`${at}/`),
          ),
        ),
        token_endpoint: `${at}/token`,
        userinfo_endpoint: `${at}/userinfo`,
        introspection_endpoint: `${at}/introspect`,
        revocation_endpoint: `${at}/revoke`,
        pushed_authorization_request_endpoint: `${at}/par`,
      });
      // Every alias answers where it is said to be.
      for (const alias of Object.values<unknown>(metadata['mtls_endpoint_aliases'] ?? {})) {
        const { status } = await fetch(String(alias), { method: 'POST' });
        assert.ok(status === 400 || status === 401, `${String(alias)}: ${status}`);
      }
      const methods = metadata['token_endpoint_auth_methods_supported'];
      assert.ok(Array.isArray(methods) && methods.includes('tls_client_auth'));
      assert.ok(methods.includes('self_signed_tls_client_auth'));
    } finally {
      assert.equal(await senid.stop(), 0);
    }
  });

  it('has no method by name where no authority is named', async () => {
    const env = { TLS_CLIENT_CA_FILE: '' };
    const senid = await startSenid({ name: 'mutual-tls', authority, env });
    try {
      const { token_endpoint_auth_methods_supported: methods } = await metadataOf(senid);
      assert.ok(Array.isArray(methods) && !methods.includes('tls_client_auth'));
      assert.ok(methods.includes('self_signed_tls_client_auth'));
    } finally {
      assert.equal(await senid.stop(), 0);
    }
  });

  for (const format of ['nginx', 'rfc9440'] as const) {
    it(`works behind a proxy that hands the certificate on (${format})`, async () => {
      await behindProxy(format, async (senid) => {
        const { mtls_endpoint_aliases: aliases } = await metadataOf(senid);
        assert.ok(JSON.stringify(aliases).includes(`${senid.mutualTlsOrigin}/token`));
        const party = await FapiParty.register(senid, authority, {
          tier: 'bank',
          authentication: 'tls_client_auth',
          constraint: 'mtls',
        });
        const tokens = await party.logIn(await newHolder(senid));
        assert.equal((await party.userinfo(tokens)).sub, tokens.claims()?.sub);
      });
    });
  }

  it('is not believed of a header at the issuer itself, nor of one that holds something else', async () => {
    await behindProxy('nginx', async (senid) => {
      const { cert } = authority.issue({ subject: '/C=VN/O=Ngân hàng thử/CN=victim' });
      const party = await FapiParty.register(senid, authority, {
        tier: 'bank',
        authentication: 'tls_client_auth',
        constraint: 'mtls',
        metadata: { tls_client_auth_subject_dn: 'CN=victim,O=Ngân hàng thử,C=VN' },
      });
      const form = new URLSearchParams({ client_id: party.clientId, token: 'x' }).toString();
      const post = (host: string, value: string) =>
        rawRequest(`http://localhost:${senid.port}`, {
          method: 'POST',
          path: '/introspect',
          body: form,
          headers: {
            host,
            'content-type': 'application/x-www-form-urlencoded',
            [HEADER]: value,
          },
        });
      const escaped = encodeURIComponent(cert);
      const mutual = new URL(senid.mutualTlsOrigin).host;
      // From the proxy it counts, and so must not come from anybody else.
      assert.equal((await post(mutual, escaped)).status, 200);
      const atIssuer = await post(`localhost:${senid.port}`, escaped);
      assert.equal(atIssuer.status, 401, atIssuer.body);
      const der = cert.replace(/-----[^-]+-----|\s/g, '');
      for (const value of [
        'garbage',
        `${escaped},${escaped}`,
        `:${der}:, :${der}:`,
        `:${der.slice(0, 100)}:`,
        der,
        encodeURIComponent(`${cert}${cert}`),
        '%E0%A4%A',
      ]) {
        const { status, body } = await post(mutual, value);
        assert.ok(status === 400, `${status} for ${value.slice(0, 30)}`);
        assert.ok(!body.includes('CERTIFICATE'));
      }
      for (const value of ['', '-']) assert.equal((await post(mutual, value)).status, 401);
    });
  });

  it('believes the header from nobody but the proxies it was told of', async () => {
    const cert = encodeURIComponent(authority.issue({ subject: '/CN=anybody' }).cert);
    const work = async (senid: SenidProcess) => {
      const { status } = await rawRequest(`http://localhost:${senid.port}`, {
        method: 'POST',
        path: '/introspect',
        body: 'token=x',
        headers: {
          host: new URL(senid.mutualTlsOrigin).host,
          'content-type': 'application/x-www-form-urlencoded',
          [HEADER]: cert,
        },
      });
      assert.equal(status, 403);
    };
    await behindProxy('nginx', work, '203.0.113.7,2001:db8::/32');
  });

  async function behindProxy(
    format: CertificateFormat,
    work: (senid: SenidProcess) => Promise<void>,
    proxies = '127.0.0.1,::1',
  ): Promise<void> {
    const proxy: TlsProxy = await startTlsProxy(authority, { header: HEADER, format });
    const started = await startSenid({
      name: 'behind-tls',
      env: {
        TRUSTED_PROXY_HOPS: '1',
        SENID_CLIENT_CERT_HEADER: HEADER,
        SENID_PROXY_ADDRESSES: proxies,
        MTLS_ORIGIN: proxy.origin,
        TLS_CLIENT_CA_FILE: authority.certFile,
      },
    });
    proxy.forwardTo(started.port);
    try {
      await work({ ...started, mutualTlsOrigin: proxy.origin });
    } finally {
      await proxy.stop();
      assert.equal(await started.stop(), 0, started.output());
    }
  }
});

async function metadataOf({ issuer }: SenidProcess): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}
