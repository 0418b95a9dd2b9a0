import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';

import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';

import { ProviderAway } from '../../../clients/sample-rps/shared/provider.ts';
import { accessTokenVerifier } from '../../../clients/sample-rps/verify-access-token.ts';
import { freePort } from './stage.ts';

const ISSUER = 'https://id.example';
const AUDIENCE = 'https://api.example/';
const now = Math.floor(Date.now() / 1000);
const good: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'somebody',
  client_id: 'rp',
  iat: now,
  // The whole run may take a while before it comes to this file.
  exp: now + 3_600,
  jti: 'one',
};

/** RFC 9068, section 4. */
describe('the API’s look at an access token', () => {
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let server: Server;
  let jwks: string;

  before(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    const published = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES256' }] };
    const port = await freePort();
    jwks = `http://localhost:${port}/jwks`;
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(published));
    }).listen(port, 'localhost');
  });
  after(() => server.close());

  const verify = (token: string, jwksUri = async () => jwks) =>
    accessTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, jwksUri })(token);
  const sign = (
    claims: Readonly<Record<string, unknown>> = {},
    header: { typ?: string; kid?: string } = {},
  ) =>
    new SignJWT({ ...good, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k', ...header })
      .sign(keys.privateKey);

  it('believes a token that was made for it', async () => {
    const token = await verify(await sign({ acr: 'urn:senid:loa:low' }));
    assert.equal(token?.sub, 'somebody');
    assert.equal(token.acr, 'urn:senid:loa:low');
    assert.ok(await verify(await sign({}, { typ: 'application/at+jwt' })));
  });

  it('refuses what is anything else: "MUST be rejected"', async () => {
    for (const [what, token] of [
      ['another issuer', await sign({ iss: `${ISSUER}/` })],
      ['another audience', await sign({ aud: 'https://other.example/' })],
      ['no audience', await sign({ aud: undefined })],
      ['an ID token', await sign({ aud: 'rp' }, { typ: 'JWT' })],
      [
        'no type',
        await new SignJWT(good).setProtectedHeader({ alg: 'ES256' }).sign(keys.privateKey),
      ],
      ['a logout token', await sign({}, { typ: 'logout+jwt' })],
      ['an expired one', await sign({ exp: now - 60 })],
      ['one without an end', await sign({ exp: undefined })],
      ['one without a client', await sign({ client_id: undefined })],
      ['one without a subject', await sign({ sub: undefined })],
      ['one bound to a key', await sign({ cnf: { jkt: 'x' } })],
      ['no token', 'x'],
      ['no signature', `${(await sign()).split('.').slice(0, 2).join('.')}.`],
    ] as const) {
      assert.equal(await verify(token), undefined, what);
    }
  });

  it('refuses a signature by anybody else, and of any other kind', async () => {
    const other = await generateKeyPair('ES256');
    const header = { alg: 'ES256', typ: 'at+jwt', kid: 'k' };
    const forged = await new SignJWT(good).setProtectedHeader(header).sign(other.privateKey);
    assert.equal(await verify(forged), undefined);
    // RFC 8725, section 2.1: the public key as if it were a shared secret, and no signature at all.
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const confused = await new SignJWT(good)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(secret);
    assert.equal(await verify(confused), undefined);
    assert.equal(await verify(new UnsecuredJWT(good).encode()), undefined);
    const named = await sign({}, { kid: 'nobody’s' });
    assert.equal(await verify(named), undefined);
  });

  it('says so when it cannot know: without keys a token is neither good nor bad', async () => {
    const token = await sign();
    const gone = `http://localhost:${await freePort()}/jwks`;
    await assert.rejects(
      verify(token, async () => gone),
      ProviderAway,
    );
    const nothing = new ProviderAway('no answer');
    await assert.rejects(
      verify(token, () => Promise.reject(nothing)),
      ProviderAway,
    );
  });
});
