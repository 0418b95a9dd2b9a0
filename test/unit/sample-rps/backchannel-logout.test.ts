import assert from 'node:assert/strict';

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

import {
  logoutTokenVerifier,
  UnacceptableLogout,
} from '../../../clients/sample-rps/backchannel-logout.ts';
import { startOddHost, type OddHost } from '../../support/odd-host.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const issuer = 'https://op.example';
const clientId = 'the-client';

/** OpenID Connect Back-Channel Logout 1.0, section 2.6, step by step. */
describe('a relying party that reads a logout token', () => {
  let host: OddHost;
  let key: CryptoKey;
  let verify: ReturnType<typeof logoutTokenVerifier>;
  let jtis = 0;

  before(async () => {
    const pair = await generateKeyPair('ES256');
    key = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'one' };
    host = await startOddHost((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    verify = logoutTokenVerifier({ issuer, clientId, jwksUri: async () => `${host.origin}/jwks` });
  });
  after(() => host.close());

  const now = () => Math.floor(Date.now() / 1000);
  function sign(changed: Record<string, unknown> = {}, header = {}, by = key): Promise<string> {
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'somebody',
      sid: 'a session',
      iat: now(),
      exp: now() + 120,
      jti: `jti-${(jtis += 1)}`,
      events: { [EVENT]: {} },
      ...changed,
    };
    const given = Object.fromEntries(
      Object.entries(claims).filter(([, value]) => value !== undefined),
    );
    return new SignJWT(given)
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'logout+jwt', ...header })
      .sign(by);
  }

  it('takes one that is right, with sid, sub or both', async () => {
    const [sid, sub, actor] = ['a session', 'somebody', undefined];
    assert.deepEqual(await verify(await sign()), { sid, sub, actor });
    assert.deepEqual(await verify(await sign({ sub: undefined })), { sid, sub: undefined, actor });
    assert.deepEqual(await verify(await sign({ sid: undefined })), { sid: undefined, sub, actor });
  });

  it('reads who acted, where only sessions of theirs end', async () => {
    const { actor } = await verify(await sign({ act: { sub: 'a guardian' } }));
    assert.equal(actor, 'a guardian');
  });

  const wrong: Readonly<Record<string, () => Promise<string>>> = {
    'signed by somebody else': async () =>
      sign({}, {}, (await generateKeyPair('ES256')).privateKey),
    'of another issuer': () => sign({ iss: 'https://other.example' }),
    'for another relying party': () => sign({ aud: 'another' }),
    'without iat': () => sign({ iat: undefined }),
    'issued long ago': () => sign({ iat: now() - 3_600, exp: now() + 60 }),
    'that has expired': () => sign({ iat: now() - 200, exp: now() - 80 }),
    'without exp': () => sign({ exp: undefined }),
    'without jti': () => sign({ jti: undefined }),
    'about nobody': () => sign({ sub: undefined, sid: undefined }),
    'without events': () => sign({ events: undefined }),
    'with other events': () => sign({ events: { 'urn:other': {} } }),
    'whose event is no object': () => sign({ events: { [EVENT]: true } }),
    'with a nonce': () => sign({ nonce: 'n' }),
    'of another type': () => sign({}, { typ: 'JWT' }),
  };
  for (const [what, make] of Object.entries(wrong)) {
    it(`refuses one ${what}`, async () => {
      await assert.rejects(verify(await make()), UnacceptableLogout);
    });
  }

  it('takes none twice', async () => {
    const token = await sign();
    await verify(token);
    await assert.rejects(verify(token), UnacceptableLogout);
  });
});
