import assert from 'node:assert/strict';

import { SUBSTANTIAL } from '../../../clients/sample-rps/shared/acr-ladder.ts';
import { reach, Stage } from './stage.ts';
import { Visitor, type Page } from './visitor.ts';

describe('the sample bank', function () {
  this.timeout(20_000);
  let stage: Stage;
  let visitor: Visitor;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(() => {
    stage.answer = undefined;
    stage.interactions.length = 0;
    visitor = new Visitor();
  });

  const logIn = (): Promise<Page> => visitor.get(`${stage.bank}/login`);
  const transfer = (amount: string, to = 'Nguyễn Thị Lan'): Promise<Page> =>
    visitor.post(`${stage.bank}/transfer`, { amount, to });
  const receipts = ({ text }: Page) => [...text.matchAll(/data-amount="(\d+)"/g)].map(([, a]) => a);

  it('publishes the public half of its key, and nothing of the private one', async () => {
    const response = await fetch(`${stage.bank}/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    assert.deepEqual(Object.keys(keys[0] ?? {}).toSorted(), [
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
      'y',
    ]);
  });

  it('pushes its request, and shows it beside the verified answer', async () => {
    const page = await logIn();
    assert.equal(page.url, `${stage.bank}/`);
    const authorize = visitor.trail.find((url) => url.startsWith(`${stage.issuer}/authorize?`));
    assert.deepEqual(
      [...new URL(authorize ?? '').searchParams.keys()],
      ['request_uri', 'client_id'],
    );
    const request = page.json('request');
    assert.equal(request['pushed_to'], `${stage.issuer}/par`);
    const { scope, acr_values, max_age } = request['parameters'] as Record<string, string>;
    assert.deepEqual(
      [scope, acr_values, max_age],
      ['openid profile identity', SUBSTANTIAL, undefined],
    );
    assert.equal(page.json('id-token')['acr'], SUBSTANTIAL);
    assert.equal(page.json('userinfo')['personal_identification_number'], '099090000011');
    const result = await visitor.get(`${stage.bank}/result.json`);
    assert.deepEqual(JSON.parse(result.text).idToken, page.json('id-token'));
  });

  it('carries out exactly 10,000,000 ₫ at once, and asks for a step-up above', async () => {
    await logIn();
    const exact = await transfer('10.000.000');
    assert.deepEqual(receipts(exact), ['10000000']);
    assert.equal(stage.interactions.length, 1);
    const more = await transfer('10.000.001');
    assert.deepEqual(receipts(more), ['10000001', '10000000']);
    assert.equal(stage.interactions.length, 2);
    const { scope, max_age } = more.json('request')['parameters'] as Record<string, string>;
    assert.deepEqual([scope, max_age], ['openid', '0']);
    assert.equal(more.json('userinfo')['name'], 'Nguyễn Văn An');
  });

  it('does not carry out a transfer when the step-up is cancelled, and does not log out either', async () => {
    await logIn();
    stage.answer = () => ({ error: 'access_denied', error_description: 'cancelled' });
    const page = await transfer('12.000.000');
    assert.equal(page.status, 200);
    assert.equal(page.json('error')['error'], 'access_denied');
    const account = await visitor.get(`${stage.bank}/`);
    assert.ok(account.has('transfer'));
    assert.deepEqual(receipts(account), []);
  });

  it('does not believe a provider that answers with an old authentication', async () => {
    await logIn();
    stage.answer = (interaction) => ({
      ...reach(interaction),
      ts: Math.floor(Date.now() / 1000) - 120,
    });
    const page = await transfer('12.000.000');
    assert.equal(page.json('error')['error'], 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
    assert.deepEqual(receipts(await visitor.get(`${stage.bank}/`)), []);
  });

  it('does not let one person approve the transfer of another', async () => {
    const first = await logIn();
    const providerForgets = new Visitor();
    stage.answer = (interaction) => reach(interaction, 'person-2');
    const next = await peekTransfer();
    const theirs = await providerForgets.peek(next.href);
    const callback = await follow(providerForgets, theirs);
    const page = await visitor.get(callback);
    assert.equal(page.json('error')['error'], 'another_person');
    const account = await visitor.get(`${stage.bank}/`);
    assert.deepEqual(receipts(account), []);
    assert.equal(account.json('id-token')['sub'], first.json('id-token')['sub']);
  });

  it('drops the transfer of one person when another has logged in meanwhile', async () => {
    await logIn();
    const transferAtProvider = await peekTransfer();
    stage.answer = (interaction) => reach(interaction, 'person-2');
    const login = await visitor.peek(`${stage.bank}/login`);
    const second = await visitor.get(await follow(new Visitor(), login));
    stage.answer = undefined;
    const page = await visitor.get(await follow(visitor, transferAtProvider));
    assert.equal(page.json('error')['error'], 'another_person');
    const account = await visitor.get(`${stage.bank}/`);
    assert.deepEqual(receipts(account), []);
    assert.equal(account.json('id-token')['sub'], second.json('id-token')['sub']);
  });

  it('executes a transfer once, however often the callback is repeated', async () => {
    await logIn();
    await transfer('12.000.000');
    const callback = visitor.trail.findLast((url) => url.includes('/callback?'));
    const again = await visitor.get(callback ?? '');
    assert.equal(again.status, 400);
    assert.deepEqual(receipts(await visitor.get(`${stage.bank}/`)), ['12000000']);
  });

  it('answers a bad amount with 400 and changes nothing', async () => {
    await logIn();
    const page = await transfer('"><script>');
    assert.equal(page.status, 400);
    assert.ok(page.text.includes('value="&quot;&gt;&lt;script&gt;"'));
    assert.deepEqual(receipts(page), []);
  });

  it('refuses a form that comes from another site', async () => {
    await logIn();
    const url = `${stage.bank}/transfer`;
    const form = { amount: '1000', to: 'Lan' };
    for (const headers of [{ origin: 'http://localhost:1' }, { 'sec-fetch-site': 'same-site' }]) {
      assert.equal((await visitor.post(url, form, headers)).status, 403);
    }
    assert.deepEqual(receipts(await visitor.get(`${stage.bank}/`)), []);
  });

  /** The address at the provider to which a large transfer sends the browser. */
  async function peekTransfer(): Promise<URL> {
    const response = await fetch(`${stage.bank}/transfer`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ amount: '12000000', to: 'Lan' }),
      headers: { cookie: `bank_session=${visitor.cookie('bank_session')}` },
    });
    return new URL(response.headers.get('location') ?? '');
  }

  async function follow(browser: Visitor, from: URL): Promise<string> {
    let url = from;
    while (url.origin !== stage.bank) url = await browser.peek(url.href);
    return url.href;
  }
});
