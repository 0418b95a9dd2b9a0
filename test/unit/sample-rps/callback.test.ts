import assert from 'node:assert/strict';

import { LOW } from '../../../clients/sample-rps/shared/acr-ladder.ts';
import { reach, Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

describe('coming back to a sample from the provider', function () {
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

  /** Opens a login in a tab and goes as far as the address that would end it. */
  async function tab(browser: Visitor, origin: string): Promise<string> {
    let url = new URL(`${origin}/login`);
    do url = await browser.peek(url.href);
    while (url.origin !== origin);
    return url.href;
  }

  for (const name of ['bank', 'landlord', 'portal'] as const) {
    for (const error of [
      'access_denied',
      'unmet_authentication_requirements',
      'login_required',
      'server_error',
      'toString',
    ]) {
      it(`explains ${error} at the ${name}, and shows a way on`, async () => {
        stage.answer = () => ({ error, error_description: 'why <b>' });
        const page = await visitor.get(`${stage[name]}/login`);
        assert.equal(page.status, 200);
        assert.deepEqual(page.json('error'), {
          from: 'provider',
          error,
          error_description: 'why <b>',
        });
        assert.ok(page.has('retry') && page.has('home'));
        assert.equal((page.json('request')['client_id'] as string).startsWith('sample-'), true);
        const result = JSON.parse((await visitor.get(`${stage[name]}/result.json`)).text);
        assert.equal(result.error.error, error);
      });
    }
  }

  it('ends two logins of two tabs, in either order', async () => {
    const first = await tab(visitor, stage.landlord);
    const second = await tab(visitor, stage.landlord);
    assert.equal((await visitor.get(second)).has('id-token'), true);
    assert.equal((await visitor.get(first)).has('id-token'), true);
  });

  it('takes each answer once', async () => {
    const callback = await tab(visitor, stage.landlord);
    await visitor.get(callback);
    assert.equal((await visitor.get(callback)).status, 400);
  });

  it('does not take an answer that belongs to another browser', async () => {
    const callback = await tab(visitor, stage.landlord);
    const victim = new Visitor();
    await tab(victim, stage.landlord);
    for (const browser of [victim, new Visitor()]) {
      const page = await browser.get(callback);
      assert.equal(page.status, 400);
      assert.equal(page.json('error')['error'], 'unknown_login');
      assert.ok((await browser.get(`${stage.landlord}/`)).has('login'));
    }
    assert.ok((await visitor.get(callback)).has('id-token'));
  });

  it('does not repeat what a stranger wrote into the address', async () => {
    const url = `${stage.bank}/callback?error=pay_here&error_description=call+0900`;
    for (const query of ['', '&state=made-up']) {
      const page = await visitor.get(url + query);
      assert.equal(page.status, 400);
      assert.ok(!page.text.includes('pay_here') && !page.text.includes('0900'));
    }
  });

  it('refuses an answer of another issuer', async () => {
    const callback = new URL(await tab(visitor, stage.landlord));
    callback.searchParams.set('iss', 'http://localhost:1');
    const page = await visitor.get(callback.href);
    assert.equal(page.json('error')['from'], 'verification');
    assert.ok((await visitor.get(`${stage.landlord}/`)).has('login'));
  });

  it('refuses a level below the one it asked for from a provider that does not care', async () => {
    await stage.stopProvider();
    stage.careless = true;
    await stage.startProvider();
    stage.answer = (interaction) => ({ ...reach(interaction), acr: LOW });
    const page = await visitor.get(`${stage.bank}/login`);
    assert.deepEqual(page.json('error'), {
      from: 'verification',
      error: 'acr_too_low',
      error_description: `acr is "${LOW}"`,
    });
    assert.ok((await visitor.get(`${stage.bank}/`)).has('login'));
  });

  it('gets a new session id at login', async () => {
    const callback = await tab(visitor, stage.bank);
    const before = visitor.cookie('bank_session');
    await visitor.get(callback);
    assert.notEqual(visitor.cookie('bank_session'), before);
  });

  it('says clearly that the provider is away, and works again when it is back', async () => {
    await stage.stopProvider();
    const page = await visitor.get(`${stage.bank}/login`);
    assert.equal(page.status, 503);
    assert.equal(page.headers.get('retry-after'), '10');
    assert.ok(page.text.includes('SenID chưa trả lời'));
    await stage.startProvider();
    assert.ok((await visitor.get(`${stage.bank}/login`)).has('id-token'));
  });

  it('keeps scripts, frames and strangers out of its pages', async () => {
    const page = await visitor.get(`${stage.portal}/`);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes("default-src 'none'") && !policy.includes('unsafe'));
    assert.ok(policy.includes(`form-action 'self' ${stage.issuer}`));
    assert.equal((await visitor.get(`${stage.portal}/nothing-here`)).status, 404);
  });
});
