import assert from 'node:assert/strict';

import { askRegistration, managedOf, newcomer } from '../support/registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid } from '../support/session-server.ts';

/** An object that holds itself so many times. */
function nested(depth: number, opening = '{"a":', closing = '}'): string {
  return `${opening.repeat(depth)}1${closing.repeat(depth)}`;
}

describe('the body of a registration', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  /** The same at creation and at update. */
  async function bothRefuse(body: string, statuses: readonly number[] = [400]): Promise<void> {
    const { uri, token } = managedOf(
      await askRegistration(`${senid.issuer}/register`, { body: newcomer() }),
    );
    const answers = [
      await askRegistration(`${senid.issuer}/register`, { body }),
      await askRegistration(uri, { method: 'PUT', token, body }),
    ];
    for (const { status, body: said } of answers) {
      assert.ok(statuses.includes(status), `${status} for ${body.slice(0, 60)}`);
      assert.equal(typeof said['error'], 'string');
    }
    assert.equal((await askRegistration(uri, { method: 'GET', token })).status, 200);
  }

  it('is an object of JSON', async () => {
    for (const body of ['', '[]', 'null', '1', '"x"', '{', '{"a":}', "{'a':1}", '\u0000', '[{}]']) {
      if (body !== '') await bothRefuse(body);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const { status } = await fetch(`${senid.issuer}/register`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(newcomer()),
      });
      assert.equal(status, 400, type);
    }
  });

  it('is not too large', async () => {
    await bothRefuse(JSON.stringify(newcomer({ client_name: 'x'.repeat(60_000) })), [400, 413]);
    await bothRefuse(
      JSON.stringify(newcomer({ tos_uri: `https://a/${'x'.repeat(57_000)}` })),
      [400, 413],
    );
    const many = Array.from({ length: 51 }, (_, index) => `https://many.example/${index}`);
    await bothRefuse(JSON.stringify(newcomer({ redirect_uris: many })));
  });

  it('is not too deep, wherever it is', async () => {
    const text = JSON.stringify(newcomer());
    for (const member of ['jwks', 'purposes', 'contacts', 'software_id', 'client_name', 'scope']) {
      for (const depth of [20, 6_000]) {
        await bothRefuse(`${text.slice(0, -1)},"${member}":${nested(depth)}}`);
        await bothRefuse(`${text.slice(0, -1)},"${member}":${nested(depth, '[', ']')}}`);
      }
    }
    const unknown = `${text.slice(0, -1)},"unknown":${nested(6_000)}}`;
    const { status } = await askRegistration(`${senid.issuer}/register`, { body: unknown });
    assert.equal(status, 201);
  });

  it('says a thing once, or is judged by what it says last', async () => {
    const { redirect_uris } = newcomer();
    const body = (first: unknown, last: unknown) =>
      `{"redirect_uris":${JSON.stringify(first)},"redirect_uris":${JSON.stringify(last)},"tier":"bank","tier":"baseline"}`;
    await bothRefuse(body(redirect_uris, ['javascript:alert(1)']));
    const { status, body: said } = await askRegistration(`${senid.issuer}/register`, {
      body: body(['javascript:alert(1)'], redirect_uris),
    });
    assert.equal(status, 201);
    assert.deepEqual(said['redirect_uris'], redirect_uris);
    assert.equal(said['tier'], 'baseline');
  });

  it('does not reach into what every object inherits', async () => {
    const text = JSON.stringify(newcomer());
    const body = `${text.slice(0, -1)},"__proto__":{"tier":"bank","client_name":"x"},"constructor":{"prototype":{"tier":"bank"}},"toString":"x","hasOwnProperty":"x"}`;
    const { status, body: said } = await askRegistration(`${senid.issuer}/register`, { body });
    assert.equal(status, 201);
    assert.equal(said['tier'], 'baseline');
    assert.equal(said['client_name'], 'Dịch vụ mới');
    const { body: next } = await askRegistration(`${senid.issuer}/register`, { body: newcomer() });
    assert.equal(next['tier'], 'baseline');
  });
});
