import assert from 'node:assert/strict';

import { LOGIN_START_PATH } from '../../../clients/sample-rps/shared/third-party-login.ts';
import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

/** OpenID Connect Core, section 4 */
describe('a login at the sample portal that somebody else begins', function () {
  this.timeout(20_000);
  let stage: Stage;
  let visitor: Visitor;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(() => {
    visitor = new Visitor();
  });

  const start = (parameters: Record<string, string>) =>
    `${stage.portal}${LOGIN_START_PATH}?${new URLSearchParams(parameters)}`;
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

  it('goes to the provider with the hint, by GET and by POST, and ends logged in', async () => {
    const parameters = { iss: stage.issuer, login_hint: '099090000011' };
    const asked = await visitor.peek(start(parameters));
    assert.equal(asked.origin, stage.issuer);
    assert.equal(asked.searchParams.get('login_hint'), '099090000011');
    for (const page of [
      await visitor.get(start(parameters)),
      await new Visitor().post(`${stage.portal}${LOGIN_START_PATH}`, parameters, elsewhere),
    ]) {
      assert.ok(page.has('procedure') && page.has('logout'));
    }
  });

  it('ends at the page that was wanted, where that is one of the portal', async () => {
    const target = `${stage.portal}/?from=elsewhere`;
    await visitor.get(start({ iss: stage.issuer, target_link_uri: target }));
    assert.equal(visitor.trail.at(-1), target);
  });

  it('sends nobody elsewhere: it is no open redirector', async () => {
    const { host } = new URL(stage.portal);
    for (const target of [
      'https://evil.example/',
      '//evil.example/',
      `${stage.portal}//evil.example/`,
      `${stage.portal}@evil.example/`,
      `http://user:pass@${host}/`,
      `https://${host}/`,
      'javascript:alert(1)',
      '/\\evil.example',
      '',
    ]) {
      const other = new Visitor();
      await other.get(start({ iss: stage.issuer, target_link_uri: target }));
      assert.equal(other.trail.at(-1), `${stage.portal}/`, target);
    }
  });

  it('does not begin for another provider, nor for two', async () => {
    for (const query of [
      '',
      'login_hint=x',
      'iss=https://evil.example',
      `iss=${stage.issuer}/`,
      `iss=${stage.issuer}&iss=https://evil.example`,
      `iss=https://evil.example&iss=${stage.issuer}`,
    ]) {
      const { status, headers } = await fetch(`${stage.portal}${LOGIN_START_PATH}?${query}`, {
        redirect: 'manual',
      });
      assert.deepEqual([status, headers.get('location')], [400, null], query);
    }
  });

  it('leaves the other forms of the portal closed to other sites', async () => {
    const page = await visitor.post(`${stage.portal}/procedure`, {}, elsewhere);
    assert.equal(page.status, 403);
  });
});
