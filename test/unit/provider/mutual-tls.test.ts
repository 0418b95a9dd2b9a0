import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';

import { isSameName } from '../../../provider/distinguished-name.ts';
import { isIssuedBy, mutualTlsAliases, names } from '../../../provider/mutual-tls.ts';
import { TestAuthority, type CertificateWish } from '../../support/certificates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('a name in a certificate (RFC 8705, section 2.1.2)', () => {
  let authority: TestAuthority;
  const issue = (wish: CertificateWish) => new X509Certificate(authority.issue(wish).cert);

  before(() => {
    authority = new TestAuthority();
  });
  after(() => authority.remove());

  it('is the subject as RFC 4514 writes it: from the most specific part to the most general', () => {
    const { subject } = issue({ subject: '/C=VN/O=Ngân hàng Bến Nghé/OU=Open API/CN=rp.example' });
    for (const same of [
      'CN=rp.example,OU=Open API,O=Ngân hàng Bến Nghé,C=VN',
      'cn=RP.example, ou=open  api , o=ngân hàng bến nghé, c=vn',
      String.raw`CN=rp.example,OU=Open\20API,O=Ng\C3\A2n hàng Bến Nghé,C=VN`,
      '2.5.4.3=rp.example,2.5.4.11=Open API,2.5.4.10=Ngân hàng Bến Nghé,2.5.4.6=VN',
      'CN=#0C0A72702E6578616D706C65,OU=Open API,O=Ngân hàng Bến Nghé,C=VN',
    ]) {
      assert.ok(isSameName(same, subject), same);
    }
    for (const other of [
      'C=VN,O=Ngân hàng Bến Nghé,OU=Open API,CN=rp.example',
      'CN=rp.example',
      'CN=rp.example,OU=Open API,O=Ngân hàng Bến Nghé',
      'CN=rp.example,OU=Open API,O=Ngân hàng Bến Nghé,C=VN,C=VN',
      'CN=rp.example.evil,OU=Open API,O=Ngân hàng Bến Nghé,C=VN',
      'CN=*,OU=Open API,O=Ngân hàng Bến Nghé,C=VN',
      'OU=rp.example,CN=Open API,O=Ngân hàng Bến Nghé,C=VN',
      'CN=#0C0B72702E6578616D706C65,OU=Open API,O=Ngân hàng Bến Nghé,C=VN',
      'CN=rp.example,OU=Open API,O=Ngân hàng Bến Nghé,C=VN\\',
      'nonsense',
      ',',
      '',
    ]) {
      assert.ok(!isSameName(other, subject), other);
    }
  });

  it('is not made up by what stands inside one value', () => {
    // One organisation that writes the rest of a bank's name into its own.
    const { subject } = issue({ subject: '/O=Evil, CN=bank.example/CN=evil.example' });
    assert.ok(!isSameName('CN=evil.example,CN=bank.example,O=Evil', subject));
    assert.ok(!isSameName('CN=evil.example,O=Evil, CN=bank.example', subject));
    assert.ok(isSameName(String.raw`CN=evil.example,O=Evil\, CN=bank.example`, subject));
    const lines = issue({ subject: '/O=Evil\nCN=bank.example/CN=x' });
    assert.ok(!isSameName('CN=x,CN=bank.example,O=Evil', lines.subject));
    const several = issue({ subject: '/O=Evil \\+ CN=bank.example/CN=x' });
    assert.ok(!isSameName('CN=x,CN=bank.example+O=Evil', several.subject));
  });

  it('may have several attributes in one part, in any order', () => {
    const { subject } = issue({ subject: '/C=VN/CN=rp+UID=7' });
    assert.ok(isSameName('UID=7+CN=rp,C=VN', subject));
    assert.ok(isSameName('CN=rp+UID=7,C=VN', subject));
    assert.ok(!isSameName('CN=rp,UID=7,C=VN', subject));
  });

  it('is one of the alternative names, whole', () => {
    const listed = 'DNS:rp.example,DNS:*.wild.example,IP:192.0.2.1,IP:2001:db8::1';
    const others = 'URI:https://rp.example/id,email:ops@rp.example';
    const certificate = issue({ subject: '/CN=x', names: `${listed},${others}` });
    const cases = [
      ['tls_client_auth_san_dns', ['rp.example', 'RP.example', '*.wild.example']],
      ['tls_client_auth_san_ip', ['192.0.2.1', '2001:db8::1', '2001:0DB8:0:0::1']],
      ['tls_client_auth_san_uri', ['https://rp.example/id']],
      ['tls_client_auth_san_email', ['ops@rp.example']],
    ] as const;
    for (const [property, values] of cases) {
      for (const value of values) assert.ok(names(certificate, property, value), value);
    }
    const wrong = [
      ['tls_client_auth_san_dns', ['example', 'a.wild.example', 'x', 'rp.example.', '192.0.2.1']],
      ['tls_client_auth_san_ip', ['192.0.2.2', '192.0.2', 'rp.example', '::ffff:192.0.2.1']],
      ['tls_client_auth_san_uri', ['https://rp.example/', 'https://rp.example/ID']],
      ['tls_client_auth_san_email', ['ops@RP.example.evil', 'ops', 'https://rp.example/id']],
    ] as const;
    for (const [property, values] of wrong) {
      for (const value of values) assert.ok(!names(certificate, property, value), value);
    }
  });

  it('is not made up by what stands inside one alternative name', () => {
    const certificate = issue({
      subject: '/CN=x',
      names: 'URI:https://evil.example/DNS:bank.example',
    });
    assert.ok(!names(certificate, 'tls_client_auth_san_dns', 'bank.example'));
    const file = authority.write(
      'names.cnf',
      '[req]\ndistinguished_name=dn\n[dn]\n[ext]\nsubjectAltName=@alt\n[alt]\nURI.1="https://evil.example/, DNS:bank.example"\n',
    );
    const tricky = authority.withConfig('/CN=x', file, 'ext');
    assert.match(tricky.subjectAltName ?? '', /DNS:bank\.example/);
    assert.ok(!names(tricky, 'tls_client_auth_san_dns', 'bank.example'));
  });
});

describe('who issued a certificate', () => {
  let authority: TestAuthority;
  let authorities: readonly X509Certificate[];

  before(() => {
    authority = new TestAuthority();
    authorities = [new X509Certificate(authority.cert)];
  });
  after(() => authority.remove());

  it('is one of the authorities itself, and the certificate is of today and for clients', () => {
    const good = new X509Certificate(authority.issue({ subject: '/CN=rp' }).cert);
    assert.ok(isIssuedBy(good, authorities, Date.now()));
    assert.ok(!isIssuedBy(good, [], Date.now()));
    assert.ok(!isIssuedBy(good, authorities, Date.now() + 3 * DAY_MS), 'it has expired');
    assert.ok(!isIssuedBy(good, authorities, Date.now() - 3 * DAY_MS), 'it is not valid yet');
    const server = new X509Certificate(authority.issueForLocalhost().cert);
    assert.ok(!isIssuedBy(server, authorities, Date.now()), 'it is for servers');
  });

  it('is not somebody of the same name, and not the holder itself', () => {
    const other = new TestAuthority();
    try {
      const forged = new X509Certificate(other.issue({ subject: '/CN=rp' }).cert);
      assert.equal(forged.issuer, authorities[0]?.subject);
      assert.ok(!isIssuedBy(forged, authorities, Date.now()));
      const own = new X509Certificate(authority.selfSigned('/CN=rp').cert);
      assert.ok(!isIssuedBy(own, authorities, Date.now()));
      const leaf = new X509Certificate(authority.issue({ subject: '/CN=rp' }).cert);
      assert.ok(!isIssuedBy(leaf, [leaf], Date.now()), 'no authority, even when it is listed');
    } finally {
      other.remove();
    }
  });
});

describe('addresses for certificates (RFC 8705, section 5)', () => {
  it('are those of endpoints that relying parties call, at the origin of the configuration', () => {
    const routes = { token: '/token', authorization: '/authorize', jwks: '/jwks' };
    assert.deepEqual(mutualTlsAliases('https://m.example', routes), {
      mtls_endpoint_aliases: { token_endpoint: 'https://m.example/token' },
    });
    assert.deepEqual(mutualTlsAliases(undefined, routes), {});
  });
});
