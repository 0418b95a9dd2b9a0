import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import {
  attemptLogin,
  logIn,
  responseOf,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';
import { asking, claimsParameter, entitledClient } from '../support/verified-claims.ts';

const essential = { essential: true };
const named = { name: essential };
const evidence = (...entries: readonly unknown[]) => asking(named, { evidence: entries });
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const MALFORMED: Readonly<Record<string, unknown>> = {
  'nothing at all': null,
  'a text': 'name',
  'an empty object': {},
  'an empty list': [],
  'a list of something else': [named],
  'no verification': { claims: named },
  'no claims': { verification: { trust_framework: null } },
  'no trust framework': { verification: {}, claims: named },
  'a bare trust framework': asking(named, { trust_framework: 'vn_eid' }),
  'no claim by name': asking({}),
  'a list of claims': asking(['name']),
  'a claim that is a text': asking({ name: 'An' }),
  'an odd word for essential': asking({ name: { essential: 'yes' } }),
  'no values': asking({ name: { values: [] } }),
  'a value that is a number': asking(named, { assurance_level: { value: 2 } }),
  'a negative age': asking(named, { time: { max_age: -1 } }),
  'an age that is no whole number': asking(named, { time: { max_age: 1.5 } }),
  'evidence that is no list': asking(named, { evidence: { type: { value: 'document' } } }),
  'no evidence in the list': evidence(),
  'evidence without a type': evidence({ document_details: { type: null } }),
  'evidence of any type': evidence({ type: null }),
  'evidence of an unknown type': evidence({ type: { value: 'hearsay' } }),
  'evidence of several types': evidence({ type: { value: 'document', values: ['vouch'] } }),
  'a check without a method': evidence({ type: { value: 'document' }, check_details: [{}] }),
  'a short purpose': asking({ name: { purpose: 'KY' } }),
  'a purpose of spaces': asking({ name: { purpose: '     ' } }),
  'a long purpose': asking({ name: { purpose: 'á'.repeat(301) } }),
  'a purpose that is no text': asking({ name: { purpose: ['KYC'] } }),
  'eleven alternatives': Array.from({ length: 11 }, () => asking(named)),
  'a hundred and one claims': asking(
    Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`claim${index}`, null])),
  ),
  'eleven pieces of evidence': evidence(
    ...Array.from({ length: 11 }, () => ({ type: { value: 'document' } })),
  ),
  'fifty-one values': asking({ name: { values: Array.from({ length: 51 }, String) } }),
  'malformed alternatives in the form they travel in': { alternatives: [{ claims: named }] },
};

describe('requests for verified claims that nobody should make', () => {
  let senid: SenidProcess;
  let newcomer: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    newcomer = await OidcClient.register(senid.issuer);
  });

  const refusal = async (claims: string) => {
    const { status, body } = await newcomer.post('/par', newcomer.authorize({ claims }).parameters);
    assert.equal(status, 400, JSON.stringify(body));
    assert.equal(body['error'], 'invalid_request');
    return String(body['error_description']);
  };

  for (const [title, request] of Object.entries(MALFORMED)) {
    it(`are refused with what is wrong: ${title}`, async () => {
      for (const target of ['userinfo', 'id_token'] as const) {
        const told = await refusal(claimsParameter(request, [target]));
        assert.match(told, new RegExp(`^claims\\.${target}\\.verified_claims`));
        assert.doesNotMatch(told, /["\\]|[^\x20-\x7e]/);
      }
    });
  }

  it('are refused at the relying party when they came through the browser', async () => {
    const { url, state } = newcomer.authorize({ claims: claimsParameter({}) });
    const response = responseOf(await new Browser().send(url), newcomer);
    assert.equal(response?.get('error'), 'invalid_request');
    assert.equal(response.get('state'), state);
  });

  it('are refused, not choked on, when they are deep', async () => {
    for (const levels of [30, 3_000, 8_000]) {
      const value = `{"verification": {"trust_framework": null}, "claims": {"name": {"value": ${deep(levels)}}}}`;
      const told = await refusal(`{"userinfo": {"verified_claims": ${value}}}`);
      assert.match(told, /nested too deeply/);
      await refusal(`{"userinfo": {"x": {"value": ${deep(levels)}}}}`);
    }
  });

  it('do not get their values back in the description', async () => {
    const told = await refusal(
      claimsParameter(asking({ name: { value: 'Kẻ Gian', essential: 'Kẻ Gian' } })),
    );
    assert.ok(!told.includes('Gian'), told);
  });

  it('may not give a plain claim a purpose out of bounds either', async () => {
    const purposes = ['no', 'x'.repeat(301), 3, null];
    for (const purpose of purposes) {
      const told = await refusal(JSON.stringify({ userinfo: { email: { purpose } } }));
      assert.match(told, /purpose/);
    }
  });
});

describe('a filter asked as a question', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  /** Everything the relying party gets to see of one login. */
  const seenBy = async (client: OidcClient, request: unknown, consent: readonly string[] = []) => {
    const claims = claimsParameter(request, ['userinfo', 'id_token']);
    const parameters = { claims, prompt: 'consent' };
    const login = await logIn(senid, client, person, { parameters, push: true, consent });
    const { body } = await client.userinfo(login.accessToken);
    return [body['verified_claims'], login.claims['verified_claims']];
  };
  /** A right one and a wrong one. */
  const guessesOf = async (member: 'name' | 'identifier') => {
    const account = await withStores(senid, ({ accounts }) => accounts.findById(person.accountId));
    return [account?.[member], 'somebody else'];
  };

  it('beyond the entitlement gets one answer, right or wrong', async () => {
    const newcomer = await OidcClient.register(senid.issuer);
    const answers = [];
    for (const value of await guessesOf('identifier')) {
      const claim = { personal_identification_number: { value, essential: true } };
      answers.push(await seenBy(newcomer, asking(claim)));
      const document_details = { type: null, document_number: { value } };
      const piece = { type: { value: 'document' }, document_details };
      answers.push(await seenBy(newcomer, asking(claim, { evidence: [piece] })));
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });

  it('without consent gets one answer, right or wrong', async () => {
    const client = await entitledClient(senid, { entitledScopes: ['profile', 'identity'] });
    const answers = [];
    for (const value of await guessesOf('name')) {
      answers.push(await seenBy(client, asking({ name: { value } })));
      answers.push(await seenBy(client, asking({ name: { value }, gender: null })));
    }
    for (const value of await guessesOf('identifier')) {
      const document_details = { type: null, document_number: { value } };
      const piece = { type: { value: 'document' }, document_details };
      answers.push(await seenBy(client, asking({ name: null }, { evidence: [piece] })));
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });

  it('about evidence the client may not have gets one answer, also with a consent to the claim', async () => {
    const landlord = await entitledClient(senid, { entitledScopes: ['tenant_check'] });
    const ask = (value: string) => {
      const piece = { type: { value: 'document' }, document_details: { type: { value } } };
      return seenBy(landlord, asking(named, { evidence: [piece] }));
    };
    assert.deepEqual(await ask('idcard'), await ask('passport'));
  });
});

describe('a page that shows somebody else’s words', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
    client = await entitledClient(senid, { entitledScopes: ['profile'] });
  });

  const pageWith = async (purpose: string) => {
    const claims = JSON.stringify({
      userinfo: {
        email: null,
        gender: { essential: true, purpose },
        verified_claims: asking({ name: { essential: true, purpose } }),
      },
    });
    const { answer } = await attemptLogin(senid, client, person, {
      parameters: { claims, prompt: 'consent' },
      push: true,
      until: 'consent',
    });
    return answer;
  };
  const words = (body: string) =>
    [...body.matchAll(/theo lời của dịch vụ: “<bdi>([^<]*)<\/bdi>”/g)].map(([, text]) => text);

  it('shows a purpose as text, marked as theirs', async () => {
    const { body } = await pageWith('</bdi><script>alert(1)</script><img src=x onerror="x">');
    assert.ok(!body.includes('<script>alert') && !body.includes('<img src=x'));
    const shown = '&lt;/bdi>&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=&quot;x&quot;>';
    assert.deepEqual(words(body.replaceAll('&gt;', '>')), [shown, shown]);
  });

  it('lets nothing in it work unseen', async () => {
    const { body } = await pageWith('Chia sẻ \u202eékohP ụcihD\u2066\u200f\r\n\u0000 hết');
    const shown = 'Chia sẻ [U+202E]ékohP ụcihD[U+2066][U+200F] [U+0000] hết';
    assert.deepEqual(words(body), [shown, shown]);
    assert.doesNotMatch(body, /[\p{Bidi_Control}\p{Cc}]/u);
  });

  it('takes no tick for what it does not show', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, {
      parameters: { claims: claimsParameter(asking({ name: null })), prompt: 'consent' },
      until: 'consent',
    });
    const consent = [
      'verified-personal_identification_number',
      'verified:name',
      'name',
      'identity',
    ];
    await browser.submit(answer, { continue: '', consent }, client.redirectUri);
    const latest = await withStores(senid, ({ consents }) =>
      consents.latest(person.accountId, client.clientId),
    );
    assert.ok(latest);
    assert.ok(latest.refusedClaims.includes('verified:name'));
    assert.ok(!latest.acceptedClaims.includes('verified:name'));
    assert.ok(
      ![...latest.acceptedClaims, ...latest.acceptedScopes].some((name) => name.includes('ident')),
    );
  });

  it('is not skipped for who names a claim like a consent', async () => {
    const fresh = await entitledClient(senid, { entitledScopes: ['profile'] });
    const plain = { 'verified:name': essential, 'verified-name': essential };
    const parameters = { claims: JSON.stringify({ userinfo: plain }) };
    const { browser } = await logIn(senid, fresh, person, { parameters });
    const claims = claimsParameter(asking(named));
    assert.equal((await silently(fresh, browser, { claims })).get('error'), 'consent_required');
  });
});
