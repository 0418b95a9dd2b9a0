import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { postRegistration } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { attemptLogin, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const VALID = {
  client_name: 'Dịch vụ thử',
  redirect_uris: ['https://rp-metadata.example/callback'],
};
const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

describe('what a relying party says of itself', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  /** 201, or a 400 with a protocol error; anything else is a defect. */
  async function register(metadata: Readonly<Record<string, unknown>>): Promise<boolean> {
    const response = await postRegistration(senid.issuer, { ...VALID, ...metadata });
    const { error } = (await response.json()) as { error?: string };
    if (response.status === 201) return true;
    assert.equal(response.status, 400, JSON.stringify(metadata).slice(0, 120));
    assert.match(error ?? '', /^invalid_(client_metadata|redirect_uri|request)$/);
    return false;
  }

  const hrefsOn = (page: string) =>
    [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, target = '']) => target);

  for (const uri of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
  ]) {
    it(`is never linked when it is ${uri}`, async () => {
      for (const member of ['client_uri', 'logo_uri', 'policy_uri', 'tos_uri']) {
        if (!(await register({ [member]: uri }))) continue;
        const client = await OidcClient.register(senid.issuer, { metadata: { [member]: uri } });
        for (const until of ['sign-in', 'consent']) {
          const { answer } = await attemptLogin(senid, client, await sharedHolder(senid), {
            until,
          });
          assert.ok(!hrefsOn(answer.body).some((href) => href.startsWith(uri.slice(0, 8))), member);
        }
      }
      for (const member of ['redirect_uris', 'post_logout_redirect_uris']) {
        assert.equal(await register({ [member]: [uri] }), false, member);
      }
    });
  }

  it('is text, also where it looks like markup', async () => {
    const metadata = {
      client_name: MARKUP,
      purposes: { profile: MARKUP },
      client_uri: 'https://rp.example/"onmouseover="alert(1)',
    };
    const client = await OidcClient.register(senid.issuer, { metadata });
    for (const until of ['sign-in', 'consent']) {
      const options = { until, parameters: { scope: 'openid profile' } };
      const { answer } = await attemptLogin(senid, client, await sharedHolder(senid), options);
      assert.ok(
        answer.body.includes('&lt;script>') || answer.body.includes('&lt;script&gt;'),
        until,
      );
      assert.doesNotMatch(answer.body, /<script>alert|<img src=x|"onmouseover=/);
    }
  });

  it('cannot write into the policy of our pages', async () => {
    for (const logo_uri of [
      'https://a.example;sandbox/l.png',
      'https://a.example,x/l.png',
      "https://a'unsafe-inline'/l.png",
    ]) {
      if (!(await register({ logo_uri }))) continue;
      const client = await OidcClient.register(senid.issuer, { metadata: { logo_uri } });
      const { answer } = await attemptLogin(senid, client, await sharedHolder(senid), {
        until: 'sign-in',
      });
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.doesNotMatch(policy, /sandbox|,|unsafe/, logo_uri);
    }
    for (const uri of [
      'https://a.example;sandbox/cb',
      'https://a.example,x/cb',
      "https://a$'b.example/cb",
    ]) {
      if (!(await register({ redirect_uris: [uri] }))) continue;
      const client = await OidcClient.register(senid.issuer, { redirectUri: uri });
      const { answer } = await attemptLogin(senid, client, await sharedHolder(senid), {
        until: 'sign-in',
      });
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.doesNotMatch(policy, /sandbox|,/, uri);
    }
  });

  it('is refused when it asks for what is weak or not offered', async () => {
    for (const metadata of [
      { id_token_signed_response_alg: 'none' },
      { id_token_signed_response_alg: 'HS256' },
      { subject_type: 'public' },
      { response_types: ['token'] },
      { response_types: ['code id_token'] },
      { grant_types: ['client_credentials'] },
      { grant_types: ['implicit'] },
      { grant_types: ['password'] },
      { token_endpoint_auth_method: 'client_secret_jwt' },
      { token_endpoint_auth_method: 'private_key_jwt' },
      { scope: 'openid everything' },
      { default_acr_values: ['urn:example:unknown'] },
      { redirect_uris: [] },
      { redirect_uris: undefined },
      { redirect_uris: 'https://rp.example/' },
      { redirect_uris: ['https://rp.example/#fragment'] },
      { redirect_uris: ['not a uri'] },
    ]) {
      assert.equal(await register(metadata), false, JSON.stringify(metadata));
    }
  });

  it('is refused, not stumbled over, when it has the wrong shape or size', async () => {
    for (const metadata of [
      { client_name: 'x'.repeat(121) },
      { client_name: 'x'.repeat(10_000) },
      { client_name: 1 },
      { client_name: { vi: 'x' } },
      { client_name: '' },
      { purposes: 'x' },
      { purposes: { profile: 1 } },
      { purposes: { profile: 'x'.repeat(301) } },
      { purposes: { ['x'.repeat(41)]: 'x' } },
      { optional_scopes: 'profile' },
      { optional_scopes: Array.from({ length: 21 }, String) },
      { jwks: { keys: 'x' } },
      { jwks: { keys: [{ kty: 'RSA' }] } },
      { contacts: [1] },
    ]) {
      await register(metadata);
    }
    const polluted = JSON.parse(
      '{"__proto__":{"client_name":"x"},"constructor":"x","purposes":{"__proto__":"x"}}',
    );
    await register(polluted as Record<string, unknown>);
  });

  it('does not make us fetch from inside our own network', async () => {
    let visits = 0;
    const inside = createServer((_request, response) => {
      visits += 1;
      response.end('{"keys":[]}');
    });
    await new Promise<void>((resolve) => inside.listen(0, 'localhost', resolve));
    const { port } = inside.address() as AddressInfo;
    for (const host of ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '127.1']) {
      await register({ sector_identifier_uri: `https://${host}:${port}/sector.json` });
      const metadata = {
        token_endpoint_auth_method: 'private_key_jwt',
        jwks_uri: `http://${host}:${port}/jwks`,
      };
      if (!(await register(metadata))) continue;
      const signed = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
      const response = await postRegistration(senid.issuer, { ...VALID, ...metadata });
      const { client_id } = (await response.json()) as { client_id: string };
      const assertion = await signed.assertion({ iss: client_id, sub: client_id });
      const { status } = await signed.post('/introspect', {
        client_assertion: assertion,
        token: 'x',
      });
      assert.ok(status >= 400 && status < 500, String(status));
    }
    assert.equal(visits, 0);
    await new Promise((resolve) => inside.close(resolve));
  });
});
