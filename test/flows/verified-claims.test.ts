import assert from 'node:assert/strict';

import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import { stepOn } from '../support/session-journey.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';
import {
  asking,
  claimsParameter,
  entitledClient,
  EVERYTHING,
  verifiedClaimsOf,
} from '../support/verified-claims.ts';

const KYC = { entitledScopes: ['profile', 'identity', 'residence', 'address', 'offline_access'] };
const essential = { essential: true };

describe('Verified claims (OpenID Connect for Identity Assurance 1.0)', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
    client = await entitledClient(senid, KYC);
  });

  const logInFor = (claims: string, options = {}) =>
    logIn(senid, client, person, { parameters: { claims }, push: true, ...options });
  const userinfo = async (accessToken: string) =>
    verifiedClaimsOf((await client.userinfo(accessToken)).body);
  const namesOf = (answers: readonly { readonly claims: object }[]) =>
    answers.map(({ claims }) => Object.keys(claims));

  it('come in userinfo and the ID token, each to the place it was asked for', async () => {
    const inUserinfo = { verified_claims: asking({ name: essential }) };
    const inIdToken = { verified_claims: asking({ gender: essential }, { time: null }) };
    const both = JSON.stringify({ userinfo: inUserinfo, id_token: inIdToken });
    const { accessToken, claims } = await logInFor(both);
    assert.deepEqual(namesOf(await userinfo(accessToken)), [['name']]);
    const [inToken] = verifiedClaimsOf(claims);
    assert.deepEqual(Object.keys(inToken?.claims ?? {}), ['gender']);
    assert.deepEqual(Object.keys(inToken?.verification ?? {}), ['trust_framework', 'time']);

    const other = await logInFor(claimsParameter(asking({ gender: essential }), ['id_token']));
    assert.ok(!('verified_claims' in (await client.userinfo(other.accessToken)).body));
    const third = await logInFor(claimsParameter(asking({ gender: essential })));
    assert.ok(!('verified_claims' in third.claims));
  });

  it('come with everything there is to tell, valid by the schema', async () => {
    const wanted = {
      name: essential,
      birthdate: essential,
      gender: essential,
      nationalities: essential,
      address: essential,
      subject_type: essential,
      age_over_18: essential,
      personal_identification_number: essential,
    };
    const { accessToken } = await logInFor(claimsParameter(asking(wanted, EVERYTHING)));
    const [answer] = await userinfo(accessToken);
    assert.deepEqual(Object.keys(answer?.claims ?? {}).toSorted(), Object.keys(wanted).toSorted());
    assert.equal(answer?.claims.personal_identification_number, person.login);
    assert.deepEqual(
      answer.verification.evidence?.map(({ type }) => type),
      ['document', 'electronic_record'],
    );
  });

  it('answer a list of alternatives one by one', async () => {
    const request = [
      asking({ name: essential }, { trust_framework: { value: 'eidas' } }),
      asking({ name: essential }, { assurance_level: { value: 'level_02' } }),
      asking({ gender: essential }),
    ];
    const { accessToken, claims } = await logInFor(
      claimsParameter(request, ['userinfo', 'id_token']),
    );
    for (const answers of [await userinfo(accessToken), verifiedClaimsOf(claims)]) {
      assert.deepEqual(namesOf(answers), [['name'], ['gender']]);
    }
  });

  it('leave userinfo with empty claims where a filter is not met, and log in all the same', async () => {
    const unmet = [
      asking({ name: { essential: true, value: '7b0ee9f5' } }),
      asking({ name: essential }, { trust_framework: { value: 'de_aml' } }),
      asking({ name: essential }, { time: { max_age: 0 } }),
    ];
    for (const request of [...unmet, unmet]) {
      const { accessToken, claims } = await logInFor(
        claimsParameter(request, ['userinfo', 'id_token']),
      );
      assert.deepEqual((await client.userinfo(accessToken)).body['verified_claims'], {
        verification: { trust_framework: 'vn_eid' },
        claims: {},
      });
      assert.ok(!('verified_claims' in claims));
    }
  });

  it('pass over names that are odd, unknown, or of every object', async () => {
    const claims =
      '{"userinfo": {"verified_claims": {"verification": {"trust_framework": null, "x": 1}, "claims": ' +
      '{"claim%1/a&,.b": null, "__proto__": {"essential": true}, "constructor": null, "name": {"essential": true}}}}}';
    const { accessToken } = await logInFor(claims);
    assert.deepEqual(namesOf(await userinfo(accessToken)), [['name']]);
  });

  it('need a consent of their own: neither plain claims nor less evidence are one', async () => {
    const fresh = await entitledClient(senid, KYC);
    const { browser } = await logIn(senid, fresh, person, {
      parameters: {
        scope: 'openid profile',
        claims: '{"userinfo": {"name": {"essential": true}}}',
      },
    });
    const claims = claimsParameter(asking({ name: essential }));
    const grown = { claims: claimsParameter(asking({ name: essential }, EVERYTHING)) };
    const silent = async (parameters: object) =>
      (await silently(fresh, browser, { ...parameters })).get('error');
    assert.equal(await silent({ claims }), 'consent_required');
    await logIn(senid, fresh, person, { browser, parameters: { claims } });
    assert.equal(await silent({ claims }), null);
    assert.equal(await silent(grown), 'consent_required');
    await logIn(senid, fresh, person, { browser, parameters: grown });
    assert.equal(await silent(grown), null);
  });

  it('agreed to are not the plain ones agreed to', async () => {
    const fresh = await entitledClient(senid, KYC);
    const claims = claimsParameter(asking({ name: essential }));
    const { browser } = await logIn(senid, fresh, person, { parameters: { claims } });
    const plain = { claims: '{"userinfo": {"name": {"essential": true}}}' };
    assert.equal((await silently(fresh, browser, plain)).get('error'), 'consent_required');
  });

  it('are each the person’s to give: an unticked one is left out', async () => {
    const fresh = await entitledClient(senid, KYC);
    const claims = claimsParameter(asking({ name: null, gender: null }, { time: null }));
    const options = { parameters: { claims }, consent: ['verified-gender'] };
    const { accessToken } = await logIn(senid, fresh, person, options);
    const [answer] = verifiedClaimsOf((await fresh.userinfo(accessToken)).body);
    assert.deepEqual(Object.keys(answer?.claims ?? {}), ['gender']);
    const { browser, answer: page } = await attemptLogin(senid, fresh, person, {
      parameters: { claims, prompt: 'consent' },
      until: 'consent',
    });
    assert.equal(stepOn(page), 'consent');
    await browser.submit(page, { continue: '' }, fresh.redirectUri);
  });

  it('follow the consent as it is when a token is refreshed', async () => {
    const own = await newHolder(senid);
    const claims = claimsParameter(asking({ name: null, gender: null }), ['userinfo', 'id_token']);
    const parameters = { scope: 'openid offline_access', claims, prompt: 'consent' };
    const first = await logIn(senid, client, own, {
      parameters,
      consent: ['verified-name', 'verified-gender'],
    });
    assert.deepEqual(namesOf(verifiedClaimsOf(first.claims)), [['name', 'gender']]);
    await logIn(senid, client, own, { parameters, consent: ['verified-gender'] });
    const tokens = tokensOf(await client.refresh(first.refreshToken));
    const { payload } = await client.verify(tokens.idToken);
    assert.deepEqual(namesOf(verifiedClaimsOf(payload)), [['gender']]);
    assert.deepEqual(namesOf(await userinfo(tokens.accessToken)), [['gender']]);
  });

  it('are on record when they were told: by name, without a value', async () => {
    const own = await newHolder(senid);
    const request = asking({ personal_identification_number: essential }, { time: null });
    const { accessToken } = await logIn(senid, client, own, {
      parameters: { claims: claimsParameter(request) },
    });
    await client.userinfo(accessToken);
    const events = await withStores(senid, ({ audit }) =>
      audit.list({ accountId: own.accountId, type: 'claims.disclosed', limit: 10 }),
    );
    assert.deepEqual(
      events.map(({ data }) => data),
      [
        {
          claims: [
            'verified_claims.verification.trust_framework',
            'verified_claims.verification.time',
            'verified_claims.claims.personal_identification_number',
          ],
          channel: 'userinfo',
        },
      ],
    );
  });
});
