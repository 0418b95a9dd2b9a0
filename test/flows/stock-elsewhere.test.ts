import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as oidc from 'openid-client';

import { TestAuthority } from '../support/certificates.ts';
import { approveFirst, reviewFirst } from '../support/ciba-person.ts';
import { approveDevice, enterCode } from '../support/device-person.ts';
import { FapiParty } from '../support/fapi-party.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { sharedSenid } from '../support/session-server.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';
const ACR = 'urn:senid:loa:substantial';

type Tokens = Awaited<ReturnType<typeof oidc.pollDeviceAuthorizationGrant>>;

/** Device flow and CIBA by a certified library, which asks again and again while the person makes up their mind. */
describe('a stock relying party whose people log in elsewhere', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
  });
  beforeEach(async () => {
    person = await newHolder(senid);
  });

  const register = (metadata: oidc.ClientMetadata | object, how: oidc.ClientAuth) =>
    oidc.dynamicClientRegistration(
      new URL(senid.issuer),
      { client_name: 'Dịch vụ mẫu', redirect_uris: [], response_types: [], ...metadata },
      how,
      { execute: [oidc.allowInsecureRequests] },
    );

  describe('at a television', () => {
    let television: oidc.Configuration;

    before(async () => {
      const metadata = { grant_types: [DEVICE_GRANT], token_endpoint_auth_method: 'none' };
      television = await register(metadata, oidc.None());
    });

    async function start(): Promise<oidc.DeviceAuthorizationResponse> {
      const parameters = { scope: 'openid profile', acr_values: ACR };
      const started = await oidc.initiateDeviceAuthorization(television, parameters);
      noteSecret('device code', started.device_code);
      return started;
    }

    it('waits, and has tokens once the person has confirmed the code', async () => {
      const started = await start();
      const asked = firstPoll(television);
      const tokens = await meanwhile(
        oidc.pollDeviceAuthorizationGrant(television, started),
        async () => {
          assert.equal(await asked, 'authorization_pending');
          await approveDevice(senid, started.user_code, { person });
        },
      );
      await requireLogin(television, tokens);
    });

    it('is told that the person declined', async () => {
      const started = await start();
      const { browser, page } = await enterCode(senid, started.user_code);
      await browser.submit(page, { cancel: '' });
      const polling = oidc.pollDeviceAuthorizationGrant(television, started);
      await assert.rejects(polling, { error: 'access_denied' });
    });
  });

  describe('in a call centre (CIBA)', () => {
    let callCentre: oidc.Configuration;

    before(async () => {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const metadata = {
        grant_types: [CIBA_GRANT],
        backchannel_token_delivery_mode: 'poll',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [{ ...(await exportJWK(publicKey)), use: 'sig', alg: 'ES256' }] },
      };
      callCentre = await register(metadata, oidc.PrivateKeyJwt(privateKey));
    });

    async function ask(): Promise<oidc.BackchannelAuthenticationResponse> {
      const asked = await oidc.initiateBackchannelAuthentication(callCentre, {
        scope: 'openid profile',
        login_hint: person.login,
        binding_message: 'W4SCT',
        acr_values: ACR,
      });
      noteSecret('auth_req_id', asked.auth_req_id);
      return asked;
    }

    it('waits, and has tokens once the person has approved', async () => {
      const request = await ask();
      const asked = firstPoll(callCentre);
      const tokens = await meanwhile(
        oidc.pollBackchannelAuthenticationGrant(callCentre, request),
        async () => {
          assert.equal(await asked, 'authorization_pending');
          await approveFirst(senid, { person });
        },
      );
      await requireLogin(callCentre, tokens);
    });

    it('is told that the person declined', async () => {
      const request = await ask();
      const { browser, page } = await reviewFirst(senid, { person });
      await browser.submit(page, { cancel: '' });
      const polling = oidc.pollBackchannelAuthenticationGrant(callCentre, request);
      await assert.rejects(polling, { error: 'access_denied' });
    });
  });

  describe('at a bank (CIBA with signed requests, private_key_jwt and DPoP)', () => {
    let authority: TestAuthority;
    let bank: FapiParty;

    before(async () => {
      authority = new TestAuthority();
      bank = await FapiParty.register(senid, authority, {
        tier: 'bank',
        authentication: 'private_key_jwt',
        constraint: 'dpop',
        metadata: {
          redirect_uris: [],
          response_types: [],
          grant_types: [CIBA_GRANT],
          backchannel_token_delivery_mode: 'poll',
          backchannel_authentication_request_signing_alg: 'ES256',
        },
      });
    });
    after(() => authority.remove());

    const forPerson = () => ({ login_hint: person.login, binding_message: 'W4SCT' });

    /** CIBA Core 1.0, section 7.1.1. */
    const signed = (parameters: Readonly<Record<string, string>>) =>
      new SignJWT({ ...parameters, jti: randomUUID() })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(bank.clientId)
        .setAudience(senid.issuer)
        .setIssuedAt()
        .setNotBefore('0 seconds')
        .setExpirationTime('1 minute')
        .sign(bank.signingKey);

    it('has tokens that are bound to its key', async () => {
      const parameters = { scope: 'openid profile', acr_values: ACR };
      const request = await oidc.initiateBackchannelAuthentication(bank.provider, {
        request: await signed({ ...forPerson(), ...parameters }),
      });
      noteSecret('auth_req_id', request.auth_req_id);
      const tokens = await meanwhile(
        oidc.pollBackchannelAuthenticationGrant(bank.provider, request, {}, bank.constraint),
        () => approveFirst(senid, { person }),
      );
      assert.equal(tokens.token_type, 'dpop');
      await requireLogin(bank.provider, tokens, bank.constraint);
      const { cnf } = await bank.introspect(tokens.access_token);
      assert.equal(cnf?.jkt, await bank.dpop?.calculateThumbprint());
      const sub = tokens.claims()?.sub ?? '';
      await assert.rejects(oidc.fetchUserInfo(bank.provider, tokens.access_token, sub));
    });

    it('has none without a proof, and loses nothing by that', async () => {
      const request = await oidc.initiateBackchannelAuthentication(bank.provider, {
        request: await signed({ ...forPerson(), scope: 'openid' }),
      });
      noteSecret('auth_req_id', request.auth_req_id);
      await approveFirst(senid, { person });
      const unproven = oidc.pollBackchannelAuthenticationGrant(bank.provider, request);
      await assert.rejects(unproven, { error: 'invalid_grant' });
      const { provider, constraint } = bank;
      const proven = oidc.pollBackchannelAuthenticationGrant(provider, request, {}, constraint);
      assert.equal((await meanwhile(proven, async () => {})).token_type, 'dpop');
    });

    it('is not heard without a signature', async () => {
      const parameters = { ...forPerson(), scope: 'openid' };
      const unsigned = oidc.initiateBackchannelAuthentication(bank.provider, parameters);
      await assert.rejects(unsigned, { error: 'invalid_request' });
    });
  });
});

/** While the library asks, the person does their part. */
async function meanwhile(polling: Promise<Tokens>, act: () => Promise<unknown>): Promise<Tokens> {
  const [tokens] = await Promise.all([polling, act()]);
  noteSecret('access token', tokens.access_token);
  noteSecret('ID token', tokens.id_token);
  return tokens;
}

/** What the library is told when it asks for tokens the next time. */
function firstPoll(client: oidc.Configuration): Promise<unknown> {
  return new Promise((resolve) => {
    client[oidc.customFetch] = async (url, options) => {
      const response = await fetch(url, options as RequestInit);
      if (new URL(url).pathname !== '/token') return response;
      const { error } = (await response.clone().json()) as { readonly error?: unknown };
      resolve(error);
      return response;
    };
  });
}

async function requireLogin(
  client: oidc.Configuration,
  tokens: Tokens,
  constraint?: oidc.DPoPOptions,
): Promise<void> {
  const claims = tokens.claims();
  assert.equal(claims?.['acr'], ACR);
  assert.match(String(claims['authentication_event_id']), /^evt_/);
  const { access_token: token } = tokens;
  const userinfo = await oidc.fetchUserInfo(client, token, claims.sub, constraint);
  assert.equal(typeof userinfo.name, 'string');
}
