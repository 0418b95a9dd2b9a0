import assert from 'node:assert/strict';

import type { Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, newHolder } from '../support/session-login.ts';
import { LOGINS, newPerson, persona, type Person } from '../support/session-people.ts';

const NOBODY = '099000000000';

/** A SenID behind one proxy, so that a test can come from several addresses. */
describe('guessing who has an account, and their passwords', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let addresses = 0;

  before(async () => {
    senid = await startSenid({ name: 'enumeration', env: { TRUSTED_PROXY_HOPS: '1' } });
    client = await OidcClient.register(senid.issuer);
  });

  after(() => senid.stop());

  const from = (address: string) => new Browser({ 'x-forwarded-for': address });
  const elsewhere = () => {
    addresses += 1;
    return from(`203.0.113.${addresses}`);
  };

  async function guess(browser: Browser, identifier: string, password = 'wrong'): Promise<Answer> {
    const { answer } = await attemptLogin(senid, client, await persona(senid, 'an'), {
      browser,
      until: 'sign-in',
    });
    return browser.submit(answer, { identifier, password });
  }

  /** All that may differ between two answers to two people. */
  function withoutOwnMatters(page: Answer, identifier: string): string {
    const uid = /\/interaction\/([^/"]+)/.exec(page.url)?.[1] ?? '';
    return page.body
      .replaceAll(uid, 'UID')
      .replaceAll(identifier, 'IDENTIFIER')
      .replaceAll(/req_[\w-]{24}/g, 'REQUEST')
      .replaceAll(/nonce="[^"]*"/g, 'NONCE')
      .replaceAll(/name="csrf" value="[^"]*"/g, 'CSRF')
      .replaceAll(/"challenge":"[^"]*"/g, 'CHALLENGE')
      .replaceAll(/data-(expires-at|now)="\d+"/g, 'TIME')
      .replaceAll(/\d{1,2}:\d{2}/g, 'TIME');
  }

  it('gets the same page for unknown numbers and wrong passwords, byte for byte', async () => {
    const unknown = await guess(elsewhere(), NOBODY);
    assert.equal(unknown.status, 422);
    for (const identifier of [...Object.values(LOGINS), 'not a number', '<b>']) {
      const page = await guess(elsewhere(), identifier);
      assert.equal(page.status, unknown.status, identifier);
      assert.deepEqual([...page.headers.keys()], [...unknown.headers.keys()]);
      if (identifier === '<b>') continue;
      assert.equal(
        withoutOwnMatters(page, identifier),
        withoutOwnMatters(unknown, NOBODY),
        identifier,
      );
    }
  });

  it('is slowed after five guesses, whether anybody has that number or not', async () => {
    const pages = [];
    for (const identifier of [LOGINS.binh, NOBODY]) {
      const browser = elsewhere();
      for (let count = 0; count < 5; count += 1) {
        assert.equal((await guess(browser, identifier)).status, 422);
      }
      const slowed = await guess(browser, identifier);
      assert.equal(slowed.status, 429);
      assert.ok(Number(slowed.headers.get('retry-after')) > 0);
      pages.push(withoutOwnMatters(slowed, identifier));
    }
    assert.equal(pages[0], pages[1]);
  });

  it('counts guesses that come at once', async () => {
    const browser = elsewhere();
    const { answer } = await attemptLogin(senid, client, await persona(senid, 'an'), {
      browser,
      until: 'sign-in',
    });
    const guesses = await Promise.all(
      Array.from({ length: 15 }, () =>
        browser.post(answer, { identifier: LOGINS.chen, password: 'wrong' }),
      ),
    );
    assert.equal(guesses.filter(({ status }) => status === 422).length, 5);
    assert.equal(guesses.filter(({ status }) => status === 429).length, 10);
  });

  it('does not lock anybody out: their passkey works here, their password from elsewhere', async () => {
    const victim = await newHolder(senid);
    const attacker = elsewhere();
    await exhaust(attacker, victim);
    assert.equal(
      (await guess(attacker, victim.login, victim.password)).status,
      429,
      'even the right one',
    );
    await logIn(senid, client, victim, { browser: attacker, how: 'passkey' });
    await logIn(senid, client, victim, { browser: elsewhere(), how: 'password' });
  });

  it('from many addresses is slowed for everybody but who has a passkey', async () => {
    const victim = await newHolder(senid);
    const statuses = [];
    for (let count = 0; count < 24; count += 1) {
      statuses.push((await guess(elsewhere(), victim.login)).status);
    }
    assert.ok(statuses.slice(0, 15).every((status) => status === 422));
    assert.equal(statuses.at(-1), 429);
    await logIn(senid, client, victim, { browser: elsewhere(), how: 'passkey' });
  });

  it('is counted by the address the proxy saw, not by the one a guesser claims', async () => {
    const victim = await newPerson(senid);
    for (let count = 0; count < 5; count += 1) {
      const browser = from(`198.51.100.${count}, 192.0.2.1`);
      assert.equal((await guess(browser, victim.login)).status, 422);
    }
    assert.equal((await guess(from('198.51.100.99, 192.0.2.1'), victim.login)).status, 429);
    assert.equal((await guess(from('198.51.100.99, 192.0.2.2'), victim.login)).status, 422);
  });

  it('is not slowed for who types the right password after all', async () => {
    const person = await newPerson(senid);
    const browser = elsewhere();
    for (let count = 0; count < 4; count += 1) await guess(browser, person.login);
    const right = await guess(browser, person.login, person.password);
    assert.equal(stepOn(right), 'one-time-code');
    assert.equal((await guess(elsewhere(), person.login)).status, 422);
  });

  async function exhaust(browser: Browser, { login }: Person): Promise<void> {
    for (let count = 0; count < 6; count += 1) await guess(browser, login);
  }
});
