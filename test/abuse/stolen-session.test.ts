import assert from 'node:assert/strict';

import type { Answer } from '../support/http-agent.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { givePasskey } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/**
 * Somebody sits in a session that a password and a code opened, of a person who has a passkey: every cookie is theirs,
 * and so is every token a page of that session shows.
 */
describe('a stolen session of who has a passkey', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  let victim: Person;
  let thief: Browser;
  let csrf: string;
  before(async () => {
    senid = await sharedSenid();
    victim = await newPerson(senid, { level: 2 });
    thief = (await signedIn(victim, '/account')).browser;
    await givePasskey(senid, victim);
    const page = await thief.get(`${senid.issuer}/account/sign-out-everywhere`);
    csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail(page.body);
  });

  async function signedIn(person: Person, path: string) {
    const browser = new Browser();
    const start = await browser.send(`${senid.issuer}${path}`);
    const page = await walk(browser, start, { senid, person, how: 'password' }, 'never:');
    return { browser, page };
  }

  const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Answer> =>
    thief.send(`${senid.issuer}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf, ...fields }),
      headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin' },
    });
  const onRecord = () =>
    withStores(senid, async ({ accounts, passkeys, pendingChanges }) => {
      const { accountId } = victim;
      const account = (await accounts.findById(accountId)) ?? assert.fail('gone');
      const { phone, email } = account;
      const held = (await passkeys.listByAccount(accountId)).map(({ id }) => id);
      return { phone, email, held, waiting: await pendingChanges.waitingOf(accountId) };
    });

  /** Neither done nor refused: whoever it is has to prove the passkey first. */
  async function isLedAway(answer: Answer, what: string): Promise<void> {
    assert.equal(answer.status, 303, `${what}: ${answer.body.slice(0, 200)}`);
    const location = new URL(answer.headers.get('location') ?? '', senid.issuer);
    if (location.pathname === '/authorize') return assert.match(location.search, /acr_values=phr/);
    const next = await thief.send(location.href);
    assert.match(next.headers.get('location') ?? '', /\/authorize\?.*acr_values=phr/, what);
  }

  it('changes no phone and no mail address, by no form of any page', async () => {
    const before = await onRecord();
    for (const [kind, contact] of [
      ['phone', '+84931234567'],
      ['email', 'thief@example.com'],
    ] as const) {
      await isLedAway(await post(`/account/contacts/${kind}`, { contact }), kind);
      await isLedAway(await post(`/account/contacts/${kind}/code`, { otp: '123456' }), kind);
    }
    assert.deepEqual(await onRecord(), before);
    const sent = await senid.outbox();
    assert.equal(
      sent.some(({ to }) => ['+84931234567', 'thief@example.com'].includes(to)),
      false,
      'and has no code sent anywhere',
    );
  });

  it('adds no passkey, though it was made for the thief’s own account a moment ago', async () => {
    const before = await onRecord();
    const own = await newPerson(senid, { level: 2 });
    const { page } = await signedIn(own, '/account/passkeys/add');
    assert.match(page.body, /passkey-options/);
    for (const passkey_response of ['', '{}', own.passkey.register(page)]) {
      const fields = { passkey_response, passkey_name: 'Của tôi' };
      await isLedAway(await post('/account/passkeys/add', fields), 'add');
    }
    assert.deepEqual(await onRecord(), before);
  });

  it('removes no passkey', async () => {
    const before = await onRecord();
    const [id = assert.fail('none')] = before.held;
    await isLedAway(await post(`/account/passkeys/${id}/remove`, {}), 'remove');
    assert.deepEqual(await onRecord(), before);
  });

  it('is worth nothing without the session at the provider it hangs on', async () => {
    const cookie = `__Host-senid_account=${thief.cookie('__Host-senid_account') ?? ''}`;
    const answer = await fetch(`${senid.issuer}/account`, {
      headers: { cookie },
      redirect: 'manual',
    });
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get('location') ?? '', /\/authorize\?/);
  });
});
