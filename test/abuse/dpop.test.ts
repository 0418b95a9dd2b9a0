import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { DpopClient } from '../support/dpop-client.ts';
import { DpopProver } from '../support/dpop-prover.ts';
import { tokensOf, type JsonAnswer, type Tokens } from '../support/oidc-client-answer.ts';
import { rawRequest } from '../support/oidc-client-raw.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const now = () => Math.floor(Date.now() / 1000);

describe('proofs of possession (RFC 9449)', () => {
  let senid: SenidProcess;
  let person: Person;
  let party: DpopClient;
  let tokens: Tokens;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
    party = await DpopClient.register(senid.issuer);
    tokens = await party.logIn(senid, person);
  });

  const refusedAtUserinfo = ({ status, body, headers }: JsonAnswer, error: string, why: string) => {
    assert.equal(status, error === 'invalid_request' ? 400 : 401, why);
    assert.equal(body['error'], error, `${why}: ${JSON.stringify(body)}`);
    // Section 7.1: the scheme, and which algorithms a proof may have.
    if (status === 401) assert.match(headers.get('www-authenticate') ?? '', /DPoP .*algs="ES256/);
  };

  /** Each is wrong in one thing (section 4.3), and refused with one word wherever it comes. */
  const wrongProofs = (): Readonly<Record<string, Parameters<DpopProver['proof']>[1]>> => ({
    'another method': { claims: { htm: 'PUT' } },
    'no method': { claims: { htm: undefined } },
    'another address': { claims: { htu: `${senid.issuer}/authorize` } },
    'an address elsewhere': { claims: { htu: 'https://evil.example/token' } },
    'no address': { claims: { htu: undefined } },
    'no jti': { claims: { jti: undefined } },
    'a jti that is no text': { claims: { jti: 7 } },
    'no iat': { claims: { iat: undefined } },
    'an iat that is no number': { claims: { iat: 'now' } },
    'an old iat, with a nonce of ours': { claims: { iat: now() - 3600 } },
    'an iat in the future': { claims: { iat: now() + 120 } },
    'a nonce that is no text': { claims: { nonce: 7 } },
    'another type': { header: { typ: 'JWT' } },
    'no type': { header: { typ: undefined } },
    'no key': { header: { jwk: undefined } },
    'the private key in its header': { header: { jwk: party.prover.privateJwk } },
    'a symmetric key in its header': { header: { jwk: { kty: 'oct', k: 'AAAA' } } },
  });

  it('wrong in one thing are refused at the pushed request and the token endpoint', async () => {
    for (const path of ['/par', '/token']) {
      const form =
        path === '/par'
          ? party.client.authorize().parameters
          : { ...party.codeForm('x', { verifier: 'y'.repeat(43) }) };
      for (const [why, change] of Object.entries(wrongProofs())) {
        const { status, body } = await party.post(path, form, change);
        assert.equal(status, 400, `${path} with ${why}`);
        assert.equal(body['error'], 'invalid_dpop_proof', `${path} with ${why}`);
      }
    }
  });

  it('wrong in one thing are refused at userinfo', async () => {
    for (const [why, change] of Object.entries(wrongProofs())) {
      refusedAtUserinfo(
        await party.userinfo(tokens.accessToken, { change }),
        'invalid_dpop_proof',
        why,
      );
    }
    const ath = { claims: { ath: undefined } };
    refusedAtUserinfo(
      await party.userinfo(tokens.accessToken, { change: ath }),
      'invalid_dpop_proof',
      'no ath',
    );
    const other = { claims: { ath: 'A'.repeat(43) } };
    refusedAtUserinfo(
      await party.userinfo(tokens.accessToken, { change: other }),
      'invalid_dpop_proof',
      'ath of another token',
    );
  });

  it('with an algorithm nobody allows are refused: none, symmetric ones and RS256', async () => {
    const of = {
      htm: 'GET',
      htu: `${senid.issuer}/userinfo`,
      nonce: party.nonce,
      accessToken: tokens.accessToken,
    };
    const [, payload = ''] = (await party.prover.proof(of)).split('.');
    const encode = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
    const jwk = party.prover.publicJwk;
    for (const alg of ['none', 'HS256', 'ES256']) {
      // The last one has no signature either.
      const dpop = `${encode({ alg, typ: 'dpop+jwt', jwk })}.${payload}.`;
      refusedAtUserinfo(
        await party.userinfo(tokens.accessToken, { dpop }),
        'invalid_dpop_proof',
        alg,
      );
    }
    const rsa = await DpopProver.create('RS256');
    const dpop = await rsa.proof(of);
    refusedAtUserinfo(
      await party.userinfo(tokens.accessToken, { dpop }),
      'invalid_dpop_proof',
      'RS256',
    );
    for (const garbage of ['x', 'a.b.c', `${encode({ alg: 'ES256' })}.e30.AA`, '…']) {
      const headers = {
        authorization: `DPoP ${tokens.accessToken}`,
        dpop: Buffer.from(garbage).toString('latin1'),
      };
      const { status, body } = await rawRequest(senid.issuer, { path: '/userinfo', headers });
      assert.equal(status, 401, garbage);
      assert.match(body, /invalid_dpop_proof/);
    }
  });

  it('of a key of their own do not open a stolen token, and without any it opens nothing', async () => {
    const thief = await DpopProver.create();
    const of = {
      htm: 'GET',
      htu: `${senid.issuer}/userinfo`,
      nonce: party.nonce,
      accessToken: tokens.accessToken,
    };
    const stolen = await party.userinfo(tokens.accessToken, { dpop: await thief.proof(of) });
    refusedAtUserinfo(stolen, 'invalid_token', 'another key');
    const bearer = await party.userinfo(tokens.accessToken, { dpop: '', scheme: 'Bearer' });
    refusedAtUserinfo(bearer, 'invalid_token', 'as a bearer token');
    const noProof = await party.userinfo(tokens.accessToken, { dpop: '' });
    assert.equal(noProof.status, 400);
    const wrongScheme = await party.userinfo(tokens.accessToken, { scheme: 'Bearer' });
    assert.equal(wrongScheme.status, 400);
  });

  it('come one at a time (section 4.3: "not more than one DPoP HTTP request header field")', async () => {
    const [one, two] = [await party.proof('/par'), await party.proof('/par')];
    const form = party.client.authorize().parameters;
    const { status, body } = await party.client.post('/par', form, { dpop: `${one}, ${two}` });
    assert.deepEqual([status, body['error']], [400, 'invalid_dpop_proof']);
  });

  it('are good once, also when they come many at a time', async () => {
    const of = {
      htm: 'GET',
      htu: `${senid.issuer}/userinfo`,
      nonce: party.nonce,
      accessToken: tokens.accessToken,
    };
    const dpop = await party.prover.proof(of);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => party.userinfo(tokens.accessToken, { dpop })),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const { status, body } of answers) {
      if (status !== 200) assert.deepEqual([status, body['error']], [401, 'invalid_token']);
    }
    const pushed = await party.proof('/par');
    const post = () =>
      party.client.post('/par', party.client.authorize().parameters, { dpop: pushed });
    const outcomes = await Promise.all([post(), post(), post()]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [201, 400, 400]);
  });

  it('and client assertions do not use up each other’s jti', async () => {
    const jti = randomUUID();
    const assertion = await party.client.assertion({ jti });
    const form = { ...party.client.authorize().parameters, client_assertion: assertion };
    const first = await party.post('/par', form, { claims: { jti } });
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const second = await party.post(
      '/par',
      { ...form, client_assertion: await party.client.assertion() },
      { claims: { jti } },
    );
    assert.deepEqual([second.status, second.body['error']], [400, 'invalid_request']);
    const third = await party.post('/par', { ...form });
    assert.deepEqual([third.status, third.body['error']], [401, 'invalid_client']);
  });

  it('need a nonce of ours everywhere (section 8), and one that is not from elsewhere', async () => {
    for (const nonce of [undefined, 'made-up', '']) {
      const change = { claims: { nonce } };
      const pushed = await party.post('/par', party.client.authorize().parameters, change);
      assert.deepEqual([pushed.status, pushed.body['error']], [400, 'use_dpop_nonce']);
      const { status, headers, body } = await party.userinfo(tokens.accessToken, { change });
      assert.deepEqual([status, body['error']], [401, 'use_dpop_nonce']);
      assert.match(headers.get('www-authenticate') ?? '', /error="use_dpop_nonce"/);
      assert.match(headers.get('dpop-nonce') ?? '', /^[\w-]{43}$/);
      assert.match(pushed.headers.get('dpop-nonce') ?? '', /^[\w-]{43}$/);
    }
  });

  it('bind the code to their key from the pushed request on (section 10)', async () => {
    const { code, attempt } = await party.obtainCode(senid, person);
    const form = party.codeForm(code, attempt);
    const at = { ...party.at('/token'), nonce: party.nonce };
    const other = await DpopProver.create();
    const answer = await party.client.post('/token', form, { dpop: await other.proof(at) });
    assert.deepEqual([answer.status, answer.body['error']], [400, 'invalid_grant']);
  });

  it('and dpop_jkt must name one key, where both are there', async () => {
    const dpop_jkt = await (await DpopProver.create()).thumbprint();
    const pushed = await party.post('/par', party.client.authorize({ dpop_jkt }).parameters);
    assert.deepEqual([pushed.status, pushed.body['error']], [400, 'invalid_request']);
  });

  it('cannot be left out by a client that registered them', async () => {
    const { code, attempt } = await party.obtainCode(senid, person);
    const none = await party.client.post('/token', party.codeForm(code, attempt));
    assert.deepEqual([none.status, none.body['error']], [400, 'invalid_grant']);
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken ?? '' };
    const bare = await party.client.post('/token', refresh);
    assert.deepEqual([bare.status, bare.body['error']], [400, 'invalid_grant']);
    tokensOf(await party.post('/token', refresh));
  });

  it('bind the refresh token of a public client to their key (section 5)', async () => {
    const metadata = { dpop_bound_access_tokens: true };
    const app = await DpopClient.register(senid.issuer, { authentication: 'none', metadata });
    const { refreshToken } = await app.logIn(senid, person);
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' };
    const at = { ...app.at('/token'), nonce: app.nonce };
    const thief = await DpopProver.create();
    const stolen = await app.client.post('/token', refresh, { dpop: await thief.proof(at) });
    assert.deepEqual([stolen.status, stolen.body['error']], [400, 'invalid_grant']);
    const bare = await app.client.post('/token', refresh);
    assert.deepEqual([bare.status, bare.body['error']], [400, 'invalid_grant']);
    tokensOf(await app.post('/token', refresh));
  });

  it('name our address, whatever Host or forwarded headers say', async () => {
    const of = {
      htm: 'GET',
      htu: 'https://evil.example/userinfo',
      nonce: party.nonce,
      accessToken: tokens.accessToken,
    };
    const headers = {
      authorization: `DPoP ${tokens.accessToken}`,
      dpop: await party.prover.proof(of),
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
    };
    const { status, body } = await rawRequest(senid.issuer, { path: '/userinfo', headers });
    assert.equal(status, 421, body);
  });
});
