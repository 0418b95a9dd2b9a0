import assert from 'node:assert/strict';

import { rawRequest } from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { sharedSenid } from '../support/session-server.ts';
import { FORM } from './refused.ts';

describe('a request by POST, as an attacker would send it', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  const post = (body: string | Buffer, headers: Record<string, string> = FORM, path = '') =>
    rawRequest(senid.issuer, { method: 'POST', path: `/authorize${path}`, headers, body });

  it('is read as a form and as nothing else', async () => {
    const { parameters } = client.authorize();
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded-not',
      '',
    ]) {
      const body = JSON.stringify(parameters);
      const { status } = await post(body, type === '' ? {} : { 'content-type': type });
      assert.equal(status, 415, type);
    }
  });

  it('has an end: a form too large is refused, and kept nowhere', async () => {
    const { status, headers } = await post(`login_hint=${'x'.repeat(70_000)}`);
    assert.equal(status, 413);
    assert.equal(headers.location, undefined);
  });

  it('sends nobody anywhere: the address it leads to is its own, whatever stands in it', async () => {
    for (const body of [
      '//evil.example/',
      'redirect_uri=//evil.example',
      'redirect_uri=https%3A%2F%2Fevil.example&client_id=x',
      '%0d%0aLocation:%20https://evil.example=1',
      '@evil.example/',
      '..%2f..%2f%2fevil.example',
      'posted_request=//evil.example',
    ]) {
      for (const path of ['', '?next=//evil.example', '?posted_request=x']) {
        const answer = await post(body, FORM, path);
        assert.equal(answer.status, 303, body);
        const target = new URL(answer.headers.location ?? '', senid.issuer);
        assert.equal(`${target.origin}${target.pathname}`, `${senid.issuer}/authorize`, body);
        assert.equal(answer.headers['set-cookie'], undefined);
      }
    }
  });

  it('is not obeyed at all: it changes nothing before the browser has come again', async () => {
    const answer = await post(new URLSearchParams(client.authorize().parameters).toString());
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.doesNotMatch(answer.headers.location ?? '', /interaction/);
  });

  it('cannot be guessed or made up: fields that were not kept are gone', async () => {
    for (const id of ['x', 'A'.repeat(43), '../journey', '', '__proto__']) {
      const query = new URLSearchParams({ posted_request: id, ...client.authorize().parameters });
      const page = await new Browser().get(`${senid.issuer}/authorize?${query}`);
      assert.equal(page.status, 400, id);
      assert.doesNotMatch(page.body, /at .*\.[jt]s:\d+/);
    }
  });

  it('cannot nest: kept fields do not name other kept fields', async () => {
    const inner = await post('login_hint=a&client_id=one');
    const id = new URL(inner.headers.location ?? '', senid.issuer).searchParams.get(
      'posted_request',
    );
    const outer = await post(`login_hint=b&client_id=two&posted_request=${id ?? ''}`);
    const page = await new Browser().get(`${senid.issuer}${outer.headers.location ?? ''}`);
    assert.equal(page.status, 400);
    assert.match(page.body, /invalid_client/);
  });

  it('has no other method beside it', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const path = '/authorize';
      const { status } = await rawRequest(senid.issuer, { method, path, headers: FORM, body: '' });
      assert.ok(status === 404 || status === 405, `${method}: ${status}`);
    }
  });
});
