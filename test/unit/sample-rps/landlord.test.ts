import assert from 'node:assert/strict';

import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

describe('the sample landlord', function () {
  this.timeout(20_000);
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(() => {
    stage.claims = {};
  });

  it('learns a name, an age over 18 and a valid document, and never a number', async () => {
    const page = await new Visitor().get(`${stage.landlord}/login`);
    const userinfo = page.json('userinfo');
    assert.deepEqual(
      [userinfo['name'], userinfo['age_over_18'], userinfo['document_valid']],
      ['Nguyễn Văn An', true, true],
    );
    assert.ok(page.text.includes('Đã xác nhận người thuê'));
    assert.ok(!page.text.includes('099090000011'));
  });

  for (const claims of [
    { age_over_18: false },
    { document_valid: false },
    { document_valid: undefined },
    { residence_valid: false },
  ]) {
    it(`does not confirm a tenant with ${Object.keys(claims)[0]} ${Object.values(claims)[0]}`, async () => {
      stage.claims = claims;
      const page = await new Visitor().get(`${stage.landlord}/login`);
      assert.ok(page.text.includes('Chưa đủ điều kiện thuê'));
    });
  }

  it('confirms nobody on an answer without a name', async () => {
    stage.claims = { name: undefined };
    const visitor = new Visitor();
    const page = await visitor.get(`${stage.landlord}/login`);
    assert.equal(page.json('error')['error'], 'incomplete_answer');
    assert.equal(page.json('request')['client_id'], 'sample-landlord');
    assert.ok((await visitor.get(`${stage.landlord}/`)).has('login'));
  });

  it('is a public client: no secret and no assertion, PKCE instead', async () => {
    const visitor = new Visitor();
    const page = await visitor.get(`${stage.landlord}/login`);
    const { scope, code_challenge_method } = page.json('request')['parameters'] as Record<
      string,
      string
    >;
    assert.deepEqual([scope, code_challenge_method], ['openid tenant_check', 'S256']);
  });

  it('says in both languages who it is, what it asks for and why', async () => {
    const visitor = new Visitor();
    const vietnamese = await visitor.get(`${stage.landlord}/`);
    assert.ok(vietnamese.text.includes('<html lang="vi">'));
    assert.ok(vietnamese.text.includes('Đăng nhập bằng định danh điện tử'));
    const english = await visitor.get(`${stage.landlord}/?lang=en`);
    assert.ok(english.text.includes('Log in with digital ID'));
    assert.ok((await visitor.get(`${stage.landlord}/`)).text.includes('<html lang="en">'));
  });
});
