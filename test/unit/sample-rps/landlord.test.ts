import assert from 'node:assert/strict';

import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

describe('the sample landlord', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

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
