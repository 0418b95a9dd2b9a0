import assert from 'node:assert/strict';

import { findLeaks } from '../support/leak-scanner.ts';
import { exerciseEverything, type Exercise } from '../support/leak-scanner-exercise.ts';
import { strangers } from '../support/metrics-bounds.ts';
import { freePort, parseMetrics, sum, type Series } from '../support/metrics-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { silently } from '../support/session-login.ts';
import { Browser } from '../support/session-browser.ts';
import { knownSecrets } from '../support/session-secrets.ts';

const TOKEN = 'a-token-of-the-operator-0123456789';

describe('After logins of every kind, the metrics', function () {
  this.timeout(240_000);

  let senid: SenidProcess;
  let port: string;
  let exercise: Exercise;
  let series: readonly Series[];
  let text: string;

  before(async () => {
    port = await freePort();
    senid = await startSenid({ name: 'metrics', env: { METRICS_PORT: port } });
    exercise = await exerciseEverything(senid);
    const client = await OidcClient.register(senid.issuer);
    await silently(client, new Browser());
    const browser = new Browser();
    await browser.submit(
      await browser.get(client.authorize().url),
      { cancel: '' },
      client.redirectUri,
    );
    text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    series = parseMetrics(text);
  });

  after(async () => {
    await senid.stop();
  });

  for (const [name, labels] of [
    ['senid_http_requests_total', { route: 'token', method: 'POST', status_class: '2xx' }],
    ['senid_http_requests_total', { route: 'token', status_class: '4xx' }],
    ['senid_http_requests_total', { route: 'authorize', method: 'GET', status_class: '3xx' }],
    ['senid_http_requests_total', { route: 'resume' }],
    ['senid_http_request_seconds_count', { route: 'userinfo' }],
    ['senid_http_request_seconds_bucket', { route: 'token', le: '+Inf' }],
    ['senid_journeys_total', { outcome: 'started', interactive: 'true' }],
    ['senid_journeys_total', { outcome: 'completed', interactive: 'true' }],
    ['senid_journeys_total', { outcome: 'denied', interactive: 'true' }],
    ['senid_journeys_total', { outcome: 'interaction_needed', interactive: 'false' }],
    ['senid_journeys_total', { outcome: 'refused' }],
    ['senid_step_seconds_count', { step: 'sign-in', action: 'show' }],
    ['senid_step_seconds_count', { step: 'sign-in', action: 'submit' }],
    ['senid_step_seconds_count', { step: 'add-passkey', action: 'submit' }],
    ['senid_step_seconds_count', { step: 'consent', action: 'submit' }],
    ['senid_authentications_total', { acr: 'urn:senid:loa:substantial' }],
    ['senid_tokens_total', { grant_type: 'authorization_code', outcome: 'issued' }],
    ['senid_tokens_total', { grant_type: 'refresh_token', outcome: 'issued' }],
    ['senid_tokens_total', { outcome: 'refused' }],
    ['senid_store_seconds_count', { engine: 'sqlite', store: 'standings', operation: 'load' }],
    ['senid_store_seconds_count', { store: 'artefacts', operation: 'consume' }],
    ['senid_store_seconds_sum', { store: 'accounts', operation: 'findByIdentifier' }],
    ['senid_store_up', { half: 'register', engine: 'sqlite' }],
    ['senid_store_up', { half: 'protocol', engine: 'sqlite' }],
    ['senid_client_lookups_total', { result: 'hit' }],
    ['senid_client_lookups_total', { result: 'miss' }],
    ['senid_signing_key_age_seconds', { alg: 'ES256' }],
    ['senid_build_info', { worker: '1' }],
    ['process_cpu_seconds_total', {}],
    ['process_resident_memory_bytes', {}],
  ] as const) {
    it(`have counted ${name} ${JSON.stringify(labels)}`, () => {
      assert.ok(sum(series, name, labels) > 0);
    });
  }

  it('say that nothing failed and nothing waits', () => {
    assert.equal(sum(series, 'senid_store_errors_total', { kind: 'unavailable' }), 0);
    assert.equal(sum(series, 'senid_store_errors_total', { kind: 'other' }), 0);
    assert.equal(sum(series, 'senid_journeys_total', { outcome: 'failed' }), 0);
    assert.equal(sum(series, 'senid_queue_length'), 0);
    assert.equal(sum(series, 'senid_http_requests_open'), 0);
  });

  it('are those of the table, with labels from its lists', () => {
    assert.ok(series.length > 100);
    assert.deepEqual(strangers(series), []);
  });

  it('name nobody: no person, no relying party, no token', () => {
    const written = [{ where: 'the metrics', text, allowed: new Set<never>() }];
    assert.deepEqual(findLeaks(written, knownSecrets()), []);
    assert.ok(!text.includes(exercise.client.clientId));
    assert.doesNotMatch(text, /(acc|evt|req|con|pk)_/);
  });

  it('are not on the main port without a token', async () => {
    assert.equal((await fetch(`${senid.issuer}/metrics`)).status, 404);
  });
});

describe('With a token, the metrics', () => {
  let senid: SenidProcess;
  let port: string;

  before(async () => {
    port = await freePort();
    const env = { METRICS_PORT: port, METRICS_TOKEN: TOKEN };
    senid = await startSenid({ name: 'metrics', env });
  });
  after(async () => {
    await senid.stop();
  });

  for (const [whose, authorization, status] of [
    ['nobody', undefined, 401],
    ['a wrong token', `Bearer ${TOKEN}x`, 401],
    ['half a token', `Bearer ${TOKEN.slice(0, 20)}`, 401],
    ['the token in another scheme', `Basic ${TOKEN}`, 401],
    ['the token', `Bearer ${TOKEN}`, 200],
  ] as const) {
    it(`answer ${status} to ${whose}, on both ports`, async () => {
      for (const origin of [senid.issuer, `http://127.0.0.1:${port}`]) {
        const headers = authorization === undefined ? {} : { authorization };
        const answer = await fetch(`${origin}/metrics`, { headers });
        assert.equal(answer.status, status, origin);
        const text = await answer.text();
        assert.equal(text.includes('senid_build_info'), status === 200);
      }
    });
  }

  it('are the only thing on their own port', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    for (const path of ['/', '/metrics/', '/authorize', '/.well-known/openid-configuration']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      assert.equal(answer.status, 404, path);
    }
    const posted = await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST', headers });
    assert.equal(posted.status, 404);
  });

  it('do not have the token in them, nor has the log', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const text = await (await fetch(`${senid.issuer}/metrics`, { headers })).text();
    assert.ok(!text.includes(TOKEN) && !senid.output().includes(TOKEN));
  });
});
