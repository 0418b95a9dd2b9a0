import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';

import { TestAuthority, type Certificate } from '../support/certificates.ts';
import { DpopProver } from '../support/dpop-prover.ts';
import { FapiParty, type FapiWish } from '../support/fapi-party.ts';
import { mutualFetch } from '../support/mutual-fetch.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';

const BY_NAME: FapiWish = { tier: 'bank', authentication: 'tls_client_auth', constraint: 'mtls' };
const BY_KEY: FapiWish = { ...BY_NAME, authentication: 'self_signed_tls_client_auth' };

interface Told {
  readonly status: number;
  readonly error: unknown;
}

describe('certificates in the wrong hands (RFC 8705)', () => {
  let authority: TestAuthority;
  let senid: SenidProcess;
  let person: Person;
  let party: FapiParty;

  before(async () => {
    authority = new TestAuthority().trustHere();
    senid = await startSenid({ name: 'mutual-tls-abuse', authority });
    person = await newHolder(senid);
    party = await FapiParty.register(senid, authority, BY_NAME);
  });

  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    authority.remove();
  });

  async function send(
    path: string,
    certificate: Pick<Certificate, 'cert' | 'key'> | undefined,
    init: RequestInit,
    origin = senid.mutualTlsOrigin,
  ): Promise<Told> {
    const { cert, key } = certificate ?? {};
    const fetchAs = mutualFetch({ ca: authority.cert, cert, key });
    const response = await fetchAs(`${origin}${path}`, init);
    const body = (await response.json()) as Readonly<Record<string, unknown>>;
    return { status: response.status, error: body['error'] };
  }

  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const introspection = ({ clientId }: FapiParty) => form({ client_id: clientId, token: 'x' });
  const unauthenticated = { status: 401, error: 'invalid_client' };
  const fine = { status: 200, error: undefined };

  it('of another name, another issuer or another use do not authenticate a client by its name', async () => {
    const subject = new X509Certificate(party.certificate?.cert ?? '').subject
      .split('\n')
      .map((part) => `/${part}`)
      .join('');
    const other = new TestAuthority();
    const wrong: Readonly<Record<string, Pick<Certificate, 'cert' | 'key'>>> = {
      'another name': authority.issue({ subject: '/C=VN/O=Ngân hàng thử/CN=evil' }),
      'the name in another order': authority.issue({
        subject: subject
          .split('/')
          .toReversed()
          .join('/')
          .replace(/^(.*)\/$/, '/$1'),
      }),
      'the name among alternative names': authority.issue({
        subject: '/CN=evil',
        names: `DNS:rp-1`,
      }),
      'another authority of the same name': other.issue({ subject }),
      'nobody but itself': authority.selfSigned(subject),
      'a server': authority.issue({ subject, usage: 'serverAuth' }),
    };
    assert.deepEqual(await send('/introspect', party.certificate, introspection(party)), fine);
    for (const [why, certificate] of Object.entries(wrong)) {
      const told = await send('/introspect', certificate, introspection(party));
      assert.deepEqual(told, unauthenticated, why);
    }
    other.remove();
  });

  it('of another key do not authenticate a client by its key', async () => {
    const own = await FapiParty.register(senid, authority, BY_KEY);
    assert.deepEqual(await send('/introspect', own.certificate, introspection(own)), fine);
    const { subject } = new X509Certificate(own.certificate?.cert ?? '');
    const same = `/${subject.replaceAll('\n', '/')}`;
    for (const wrong of [authority.selfSigned(same), authority.issue({ subject: same })]) {
      assert.deepEqual(await send('/introspect', wrong, introspection(own)), unauthenticated);
    }
    // Of another client, good for that one.
    assert.deepEqual(
      await send('/introspect', party.certificate, introspection(own)),
      unauthenticated,
    );
  });

  it('left out, at the alias or at the issuer itself, authenticate nobody', async () => {
    for (const each of [party, await FapiParty.register(senid, authority, BY_KEY)]) {
      assert.deepEqual(await send('/introspect', undefined, introspection(each)), unauthenticated);
      const atIssuer = await send(
        '/introspect',
        each.certificate,
        introspection(each),
        senid.issuer,
      );
      assert.deepEqual(atIssuer, unauthenticated);
    }
  });

  it('do not stand in for a client assertion, nor an assertion for them', async () => {
    const bySignature = await FapiParty.register(senid, authority, {
      ...BY_NAME,
      authentication: 'private_key_jwt',
    });
    const told = await send('/introspect', bySignature.certificate, introspection(bySignature));
    assert.deepEqual(told, unauthenticated);
    const assertion = form({
      client_id: party.clientId,
      token: 'x',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `e30.${Buffer.from(JSON.stringify({ sub: party.clientId })).toString('base64url')}.AA`,
    });
    assert.deepEqual(await send('/introspect', party.certificate, assertion), unauthenticated);
  });

  it('are what a bound access token is good with, and nothing else (section 3)', async () => {
    const { access_token } = await party.logIn(person);
    const get = (authorization: string, more: Record<string, string> = {}) => ({
      headers: { authorization, ...more },
    });
    const bearer = get(`Bearer ${access_token}`);
    assert.equal((await send('/userinfo', party.certificate, bearer)).status, 200);
    const refused = { status: 401, error: 'invalid_token' };
    const stranger = authority.issue({ subject: '/CN=thief' });
    assert.deepEqual(await send('/userinfo', stranger, bearer), refused);
    assert.deepEqual(await send('/userinfo', undefined, bearer), refused);
    assert.deepEqual(await send('/userinfo', party.certificate, bearer, senid.issuer), refused);
    // A proof of another kind does not replace the certificate.
    const prover = await DpopProver.create();
    const of = { htm: 'GET', htu: `${senid.mutualTlsOrigin}/userinfo`, accessToken: access_token };
    const asked = await mutualFetch({ ca: authority.cert })(
      of.htu,
      get(`DPoP ${access_token}`, { dpop: await prover.proof(of) }),
    );
    const nonce = asked.headers.get('dpop-nonce') ?? undefined;
    const dpop = await prover.proof({ ...of, nonce });
    assert.deepEqual(
      await send('/userinfo', undefined, get(`DPoP ${access_token}`, { dpop })),
      refused,
    );
    // FAPI 2.0: nor does its own certificate make another place for the token a good one.
    const inBody = form({ access_token });
    const told = await send('/userinfo', party.certificate, inBody);
    assert.deepEqual(told, { status: 400, error: 'invalid_request' });
    const inQuery = await send(`/userinfo?access_token=${access_token}`, party.certificate, {});
    assert.deepEqual(inQuery, { status: 400, error: 'invalid_request' });
  });

  it('are needed for a code and a refresh token of who registered bound tokens', async () => {
    const bySignature = await FapiParty.register(senid, authority, {
      ...BY_NAME,
      authentication: 'private_key_jwt',
    });
    const pending = await bySignature.begin();
    const callback = await bySignature.visit(pending, person);
    bySignature.present(authority, undefined);
    await assert.rejects(bySignature.redeem(callback, pending), { error: 'invalid_grant' });
    bySignature.present(authority, bySignature.certificate);
    // The refusal came before the code was spent.
    const tokens = await bySignature.redeem(callback, pending);
    bySignature.present(authority, undefined);
    await assert.rejects(bySignature.refresh(tokens.refresh_token ?? ''), {
      error: 'invalid_grant',
    });
    bySignature.present(authority, bySignature.certificate);
    const refreshed = await bySignature.refresh(tokens.refresh_token ?? '');
    const { cnf } = await bySignature.introspect(refreshed.access_token);
    const { raw } = new X509Certificate(bySignature.certificate?.cert ?? '');
    const thumbprint = Buffer.from(await crypto.subtle.digest('SHA-256', raw)).toString(
      'base64url',
    );
    assert.equal(cnf?.['x5t#S256'], thumbprint);
  });

  it('give an address of their own: a proof for one origin is none for the other', async () => {
    const prover = await DpopProver.create();
    const dpopParty = await FapiParty.register(senid, authority, {
      ...BY_NAME,
      constraint: 'dpop',
    });
    const fields = {
      client_id: dpopParty.clientId,
      grant_type: 'refresh_token',
      refresh_token: 'x',
    };
    const at = async (origin: string) => {
      const dpop = await prover.proof({ htm: 'POST', htu: `${origin}/token` });
      return send('/token', dpopParty.certificate, { ...form(fields), headers: { dpop } });
    };
    assert.equal((await at(senid.issuer)).error, 'invalid_dpop_proof');
    assert.equal((await at(senid.mutualTlsOrigin)).error, 'use_dpop_nonce');
  });
});
