import assert from 'node:assert/strict';

import { newFamily, newOrganisation, registerTaking } from '../support/acting.ts';
import { formsOf } from '../support/http-agent.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { ClientAuthentication } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, obtainCode, responseOf, silently } from '../support/session-login.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { asking, entitledClient } from '../support/verified-claims.ts';
import { loginByCiba, loginOnDevice } from './elsewhere.ts';
import { jarm } from './signed.ts';
import { listed, type Proof, type World } from './world.ts';

/** Proofs by value: a value without one is an error. */
function each(proofs: Readonly<Record<string, (world: World) => Promise<void>>>): Proof {
  return async (value, world) => {
    const proof = Object.hasOwn(proofs, value) ? proofs[value] : undefined;
    assert.ok(proof, `${value} is advertised, and nothing shows that it works`);
    await proof(world);
  };
}

const codeIn = async ({ client, browser }: World, response_mode: string) => {
  const { url, verifier } = client.authorize({ prompt: 'none', response_mode });
  const answer = await browser.send(url);
  return { answer, verifier, location: new URL(answer.headers.get('location') ?? 'x:') };
};
const redeemable = async ({ client }: World, code: string | null | undefined, verifier: string) => {
  noteSecret('authorization code', code);
  assert.equal((await client.redeem(code ?? '', { verifier })).status, 200);
};

export const responseModes = each({
  async query(world) {
    const { location, verifier } = await codeIn(world, 'query');
    await redeemable(world, location.searchParams.get('code'), verifier);
  },
  async fragment(world) {
    const { location, verifier } = await codeIn(world, 'fragment');
    assert.equal(location.search, '');
    await redeemable(world, new URLSearchParams(location.hash.slice(1)).get('code'), verifier);
  },
  async form_post(world) {
    const { answer, verifier } = await codeIn(world, 'form_post');
    await redeemable(world, formsOf(answer.body)[0]?.fields['code'], verifier);
  },
  jwt: jarm('query', 'jwt'),
  'query.jwt': jarm('query', 'query.jwt'),
  'fragment.jwt': jarm('fragment', 'fragment.jwt'),
  'form_post.jwt': jarm('form_post', 'form_post.jwt'),
});

export const grantTypes = each({
  async authorization_code({ senid, client, person, browser }) {
    await logIn(senid, client, person, { browser });
  },
  async refresh_token({ senid, client, person, browser }) {
    const { refreshToken, accessToken } = await logIn(senid, client, person, { browser });
    const next = tokensOf(await client.refresh(refreshToken));
    assert.notEqual(next.accessToken, accessToken);
  },
  'urn:ietf:params:oauth:grant-type:device_code': loginOnDevice,
  'urn:openid:params:grant-type:ciba': loginByCiba,
});

const authenticatesBy = (authentication: ClientAuthentication) => async (world: World) => {
  const client = await OidcClient.register(world.senid.issuer, { authentication });
  const { code, attempt } = await obtainCode(world.senid, client, world.person);
  tokensOf(await client.redeem(code, attempt));
};

export const clientAuthentication = each({
  none: authenticatesBy('none'),
  client_secret_basic: authenticatesBy('client_secret_basic'),
  private_key_jwt: authenticatesBy('private_key_jwt'),
  async client_secret_post({ senid, person }) {
    const metadata = { token_endpoint_auth_method: 'client_secret_post' };
    const client = await OidcClient.register(senid.issuer, { metadata });
    const { code, attempt } = await obtainCode(senid, client, person);
    const { clientId, secret = '' } = client.credentials;
    const form = { client_id: clientId, client_secret: secret };
    const response = await fetch(`${senid.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        ...form,
        grant_type: 'authorization_code',
        code,
        code_verifier: attempt.verifier,
        redirect_uri: client.redirectUri,
      }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    noteSecret('access token', body['access_token']);
    noteSecret('ID token', body['id_token']);
    noteSecret('refresh token', body['refresh_token']);
    assert.equal(response.status, 200);
  },
});

/** Initiating User Registration via OpenID Connect 1.0, section 4; OIDC Core 3.1.2.1. */
export const prompts = each({
  async none({ client, browser }) {
    const answer = await browser.send(client.authorize({ prompt: 'none' }).url);
    assert.ok(responseOf(answer, client)?.has('code'));
  },
  login: (world) => asks(world, 'login', 'continue-as'),
  consent: (world) => asks(world, 'consent', 'consent'),
  select_account: (world) => asks(world, 'select_account', 'choose-account'),
});

async function asks({ senid, client, person, browser }: World, prompt: string, step: string) {
  const options = { browser, parameters: { prompt } };
  const { answer } = await attemptLogin(senid, client, person, { ...options, until: step });
  assert.equal(stepOn(answer), step);
  const { response } = await attemptLogin(senid, client, person, options);
  assert.ok(response?.has('code'));
}

/** OIDC Core 3.1.2.1; the pages fit a window of any size, so what is asked for is the page that is shown. */
export const displays: Proof = async (display, { client }) => {
  const page = await new Browser().get(client.authorize({ display }).url);
  assert.equal(stepOn(page), 'sign-in');
  assert.match(page.body, /width=device-width/);
};

export const uiLocales: Proof = async (ui_locales, { client }) => {
  const browser = new Browser({ 'accept-language': ui_locales === 'vi' ? 'en' : 'vi' });
  const page = await browser.get(client.authorize({ ui_locales }).url);
  assert.ok(page.body.includes(`<html lang="${ui_locales}"`));
};

export const acrValues: Proof = async (acr, { senid, client, person, browser }) => {
  const parameters = { acr_values: acr };
  if (acr === 'urn:senid:loa:high') {
    // Understood, and out of everybody's reach until the State's biometric record can be asked.
    const refused = await silently(client, browser, parameters);
    assert.equal(refused.get('error'), 'unmet_authentication_requirements');
    return;
  }
  const { response, attempt } = await attemptLogin(senid, client, person, { browser, parameters });
  const { idToken } = tokensOf(await client.redeem(response?.get('code') ?? '', attempt));
  const { payload } = await client.verify(idToken);
  const known = acr === 'LoA1' ? 'urn:senid:loa:low' : acr;
  assert.ok(payload['acr'] === known || known === 'urn:senid:loa:low', String(payload['acr']));
};

/** Scopes are granted as asked for; `offline_access` needs `prompt=consent` (OIDC Core 11). */
export const scopes: Proof = async (scope, { senid, entitled, foreigner }) => {
  const parameters = { scope: `openid ${scope}`, prompt: 'consent' };
  const tokens = await logIn(senid, entitled, foreigner, { parameters });
  assert.ok(tokens.scope.split(' ').includes(scope));
};

/** Each claim comes when it is asked for by itself, in the ID token or from userinfo. */
export const claims: Proof = async (claim, { senid, entitled, foreigner }) => {
  // Nobody is told of it who did not agree to it, and only where somebody acts for another.
  if (claim === 'act') return actIsTold(senid);
  // Of one who is not a person, only who represents it can be told.
  if (claim === 'organisation_number') return organisationIsTold(senid);
  // A request of its own, whose members are proven by themselves.
  const request = { [claim]: claim === 'verified_claims' ? asking({ name: null }) : null };
  const parameters = { claims: JSON.stringify({ id_token: request, userinfo: request }) };
  const login = await logIn(senid, entitled, foreigner, { parameters, consent: [claim] });
  const { body } = await entitled.userinfo(login.accessToken);
  assert.ok(claim in login.claims || claim in body, `${claim} was not told`);
};

async function organisationIsTold(senid: World['senid']): Promise<void> {
  const client = await entitledClient(senid, { entitledScopes: ['identity'], takesActors: true });
  const { guardian, ward } = await newOrganisation(senid);
  const parameters = { claims: JSON.stringify({ userinfo: { organisation_number: null } }) };
  const { accessToken } = await logIn(senid, client, guardian, {
    how: 'password',
    actsFor: '',
    parameters,
    consent: ['organisation_number'],
  });
  assert.equal((await client.userinfo(accessToken)).body['organisation_number'], ward.login);
}

async function actIsTold(senid: World['senid']): Promise<void> {
  const client = await registerTaking(senid);
  const { guardian } = await newFamily(senid);
  const told = await logIn(senid, client, guardian, { how: 'password', actsFor: '' });
  assert.ok(told.claims['act']);
}

export const claimsLocales: Proof = async (locale, { senid, entitled, foreigner }) => {
  const parameters = { scope: 'openid address', claims_locales: locale };
  const { accessToken } = await logIn(senid, entitled, foreigner, { parameters });
  assert.ok((await entitled.userinfo(accessToken)).body['address']);
};

export const subjectTypes: Proof = async (value, world) => {
  assert.equal(value, 'pairwise');
  const { senid, person, client, tokens } = world;
  const other = await OidcClient.register(senid.issuer);
  const { claims: there } = await logIn(senid, other, person);
  const { payload } = await client.verify(tokens.idToken);
  assert.notEqual(there['sub'], payload.sub);
  assert.deepEqual(listed(world, 'subject_types_supported'), ['pairwise']);
};
