import assert from 'node:assert/strict';

import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { attemptLogin, logIn, sharedHolder, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import { asking, claimsParameter, entitledClient } from '../support/verified-claims.ts';

/** The drafts of OIDC4IDA up to 13, section 5.3: the purpose must be displayed in the consent screen. */
describe('A purpose said in the request', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });
  beforeEach(async () => {
    client = await entitledClient(senid, { entitledScopes: ['profile', 'email'] });
  });

  const shownFor = async (parameters: Readonly<Record<string, string>>) => {
    const options = { parameters, until: 'consent' };
    const { answer } = await attemptLogin(senid, client, person, options);
    return [...answer.body.matchAll(/của dịch vụ: “<bdi>([^<]*)<\/bdi>”/g)].map(([, text]) => text);
  };

  it('is shown for a verified claim, a plain one, and one that comes with its scope', async () => {
    const claims = JSON.stringify({
      userinfo: {
        email: { purpose: 'Gửi hóa đơn' },
        gender: { purpose: 'Xưng hô cho đúng' },
        verified_claims: asking({ name: { purpose: 'Ký hợp đồng' } }),
      },
    });
    const shown = await shownFor({ scope: 'openid profile', claims });
    assert.deepEqual(shown.toSorted(), ['Gửi hóa đơn', 'Ký hợp đồng', 'Xưng hô cho đúng']);
  });

  it('is shown also when there are two of one claim', async () => {
    const request = [
      asking({ name: { purpose: 'Ký hợp đồng' } }),
      asking({ name: { purpose: 'Quảng cáo' } }),
    ];
    assert.deepEqual(await shownFor({ claims: claimsParameter(request) }), [
      'Ký hợp đồng',
      'Quảng cáo',
    ]);
  });

  it('counts from three characters to three hundred', async () => {
    for (const purpose of ['KYC', 'ế'.repeat(300), '🪷'.repeat(300)]) {
      const claims = JSON.stringify({ userinfo: { email: { purpose } } });
      assert.deepEqual(await shownFor({ claims }), [purpose]);
    }
  });

  for (const [kind, claimsFor] of Object.entries({
    'a verified claim': (purpose: string) =>
      claimsParameter(asking({ name: { essential: true, purpose } })),
    'a plain claim': (purpose: string) =>
      JSON.stringify({ userinfo: { email: { essential: true, purpose } } }),
    'a claim of a scope': (purpose: string) =>
      JSON.stringify({ userinfo: { name: { essential: true, purpose } } }),
  })) {
    it(`is agreed to with ${kind}: another one is asked for anew`, async () => {
      const scope = kind.includes('scope') ? 'openid profile' : 'openid';
      const asked = (purpose: string) => ({ scope, claims: claimsFor(purpose) });
      const { browser } = await logIn(senid, client, person, { parameters: asked('Ký hợp đồng') });
      const silent = async (purpose: string) =>
        (await silently(client, browser, asked(purpose))).get('error');
      assert.equal(await silent('Ký hợp đồng'), null);
      assert.equal(await silent('Quảng cáo'), 'consent_required');
      await logIn(senid, client, person, { browser, parameters: asked('Quảng cáo') });
      assert.equal(await silent('Quảng cáo'), null);
    });
  }
});
