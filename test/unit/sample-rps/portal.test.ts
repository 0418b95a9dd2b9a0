import assert from 'node:assert/strict';

import { LOW, SUBSTANTIAL } from '../../../clients/sample-rps/shared/acr-ladder.ts';
import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

const API = '/api/procedures/temporary-residence';

describe('the sample portal', function () {
  this.timeout(20_000);
  let stage: Stage;
  let visitor: Visitor;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(() => {
    stage.answer = undefined;
    visitor = new Visitor();
  });

  it('lets people in at "low", with what the access token says about them', async () => {
    const page = await visitor.get(`${stage.portal}/login`);
    assert.equal(page.json('id-token')['acr'], LOW);
    assert.equal(page.json('introspection')['acr'], LOW);
    assert.equal(page.json('introspection')['auth_time'], page.json('id-token')['auth_time']);
    assert.ok(page.has('procedure') && page.has('refresh') && page.has('logout'));
  });

  it('meets the demand of its API with a step-up, and files the case', async () => {
    await visitor.get(`${stage.portal}/login`);
    const page = await visitor.post(`${stage.portal}/procedure`);
    const { acr_values, max_age } = page.json('request')['parameters'] as Record<string, string>;
    assert.deepEqual([acr_values, max_age], [SUBSTANTIAL, '900']);
    assert.match(page.pre('challenge') ?? '', /^Bearer .*error="insufficient_user_authentication"/);
    assert.equal(page.json('introspection')['acr'], SUBSTANTIAL);
    assert.match(page.text, /TT-[0-9A-F]{8}/);
  });

  it('files a second case without asking again', async () => {
    await visitor.get(`${stage.portal}/login`);
    await visitor.post(`${stage.portal}/procedure`);
    const asked = visitor.trail.filter((url) => url.startsWith(stage.issuer)).length;
    const page = await visitor.post(`${stage.portal}/procedure`);
    assert.equal(page.text.match(/TT-[0-9A-F]{8}/g)?.length, 2);
    assert.equal(visitor.trail.filter((url) => url.startsWith(stage.issuer)).length, asked);
  });

  it('says what it means when the step-up fails, and goes on', async () => {
    await visitor.get(`${stage.portal}/login`);
    stage.answer = () => ({ accountId: 'person-1', acr: LOW, amr: ['pwd'] });
    const page = await visitor.post(`${stage.portal}/procedure`);
    assert.equal(page.json('error')['error'], 'unmet_authentication_requirements');
    assert.ok(page.text.includes('Hồ sơ chưa được nộp'));
    assert.ok((await visitor.get(`${stage.portal}/`)).has('procedure'));
  });

  it('exchanges a refresh token for new tokens, also when the button is pressed twice at once', async () => {
    const first = await visitor.get(`${stage.portal}/login`);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const [page, other] = await Promise.all([
      visitor.post(`${stage.portal}/refresh`),
      visitor.post(`${stage.portal}/refresh`),
    ]);
    assert.ok(
      Number(page.json('introspection')['iat']) > Number(first.json('introspection')['iat']),
    );
    assert.equal(page.json('id-token')['auth_time'], first.json('id-token')['auth_time']);
    assert.equal(other.has('refresh'), true);
    assert.equal((await visitor.post(`${stage.portal}/refresh`)).has('refresh'), true);
  });

  it('ends the session when the provider no longer stands behind it', async () => {
    await visitor.get(`${stage.portal}/login`);
    await stage.stopProvider();
    await stage.startProvider();
    const page = await visitor.post(`${stage.portal}/refresh`);
    assert.equal(page.json('error')['error'], 'invalid_grant');
    assert.ok((await visitor.get(`${stage.portal}/`)).has('login'));
  });

  it('has an API that answers programs: 401 without a token, and for a token that is none', async () => {
    const bare = await fetch(`${stage.portal}${API}`, { method: 'POST' });
    assert.equal(bare.status, 401);
    assert.equal(bare.headers.get('www-authenticate'), 'Bearer realm="portal"');
    const forged = await fetch(`${stage.portal}${API}`, {
      method: 'POST',
      headers: { authorization: 'Bearer forged' },
    });
    assert.equal(forged.status, 401);
    assert.match(forged.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
  });

  it('logs out here and at the provider, and comes back', async () => {
    await visitor.get(`${stage.portal}/login`);
    const page = await visitor.post(`${stage.portal}/logout`);
    const logout = new URL(page.url);
    assert.equal(logout.origin + logout.pathname, `${stage.issuer}/logout`);
    assert.equal(logout.searchParams.get('post_logout_redirect_uri'), `${stage.portal}/`);
    assert.ok(logout.searchParams.has('id_token_hint'));
    assert.equal(page.status, 200);
    assert.ok((await visitor.get(`${stage.portal}/`)).has('login'));
  });
});
