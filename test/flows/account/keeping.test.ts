import assert from 'node:assert/strict';

import type { Answer } from '../../support/http-agent.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import { Browser } from '../../support/session-browser.ts';
import { stepOn, walk } from '../../support/session-journey.ts';
import { givePasskey } from '../../support/session-login.ts';
import { newPerson, type Person } from '../../support/session-people.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';
import { messages } from '../../../web/i18n/messages.ts';

const { vi } = messages;

interface Sent {
  readonly to: string;
  readonly text: string;
}

async function outbox({ issuer }: SenidProcess): Promise<readonly Sent[]> {
  const response = await fetch(`${issuer}/sandbox/outbox`, {
    headers: { accept: 'application/json' },
  });
  return (await response.json()) as readonly Sent[];
}

async function eventually<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('it never came');
}

async function open(
  senid: SenidProcess,
  person: Person,
  path: string,
  browser = new Browser(),
  how: 'passkey' | 'password' = 'passkey',
): Promise<{ browser: Browser; page: Answer }> {
  const start = await browser.send(`${senid.issuer}${path}`);
  const page = await walk(browser, start, { senid, person, how }, 'never:');
  return { browser, page };
}

/** Where the page leads that tells somebody, who has just signed in, that their account is locked. */
async function waysTold(senid: SenidProcess, person: Person): Promise<readonly string[]> {
  const { page } = await open(senid, person, '/account', new Browser(), 'password');
  assert.equal(stepOn(page), 'account-state', page.body.slice(0, 400));
  const links = page.body.matchAll(/href="(\/account\/unlock|\/recover)"/g);
  return [...links].map(([, href = '']) => href);
}

describe('keeping an account', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
  });

  it('shows who one is, what waits, and where data are corrected', async () => {
    const person = await newPerson(senid, { level: 2 });
    const { browser, page } = await open(senid, person, '/account');
    assert.equal(page.status, 200, page.body.slice(0, 300));
    assert.match(page.body, /\/account\/contacts/);
    const data = await browser.get(`${senid.issuer}/account/data`);
    assert.equal(data.status, 200);
    assert.equal(data.body.includes(person.login), false, 'the number stays masked');
  });

  it('remembers in which language somebody wants to be told things', async () => {
    const person = await newPerson(senid, { level: 2 });
    const { browser, page } = await open(senid, person, '/account/contacts');
    assert.match(page.body, /value="vi" checked/);
    const saved = await browser.submit(page, { language: 'en' });
    assert.match(saved.body, /value="en" checked/, saved.body.slice(0, 500));
    const form = await browser.get(`${senid.issuer}/account/contacts`);
    const refused = await browser.submit(form, { language: 'xx' });
    assert.match((await browser.follow(refused)).body, /value="en" checked/);
    const everywhere = await browser.get(`${senid.issuer}/account/sign-out-everywhere`);
    await browser.submit(everywhere, {});
    const told = await eventually(async () =>
      (await outbox(senid)).find(({ text }) => text.includes('all sessions of your account')),
    );
    assert.match(told.text, /^SenID: all sessions/);
  });

  it('changes a phone with a passkey: the old one gets a code that calls it off', async () => {
    const person = await newPerson(senid, { level: 2 });
    await givePasskey(senid, person);
    const { browser, page } = await open(senid, person, '/account/contacts/phone');
    const value = `+8493${String(Date.now()).slice(-7)}`;
    const codePage = await browser.submit(page, { contact: value });
    assert.match(codePage.body, /name="otp"/);
    const otp = await eventually(async () => {
      const sent = (await outbox(senid)).find(({ to }) => to === value);
      return sent && /\b\d{6}\b/.exec(sent.text)?.[0];
    });
    const done = await browser.submit(codePage, { otp });
    assert.equal(done.status, 200, done.body.slice(0, 500));
    const home = await browser.get(`${senid.issuer}/account`);
    assert.match(home.body, /call-off-phone/);

    const code = await eventually(async () => {
      const texts = (await outbox(senid)).map(({ text }) => text);
      return texts
        .map((text) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0])
        .find(Boolean);
    });
    const stranger = new Browser();
    const form = await stranger.get(`${senid.issuer}/not-me`);
    const secured = await stranger.submit(form, { code });
    assert.equal(secured.status, 200);
    const again = await stranger.submit(form, { code });
    assert.equal(again.status, 422, 'a code is good once');
    const shut = await browser.send(`${senid.issuer}/account`);
    assert.equal(shut.status, 303, 'the session ended with the lock');
  });

  it('says of a number that is another account’s that it is, and to try again does not help', async () => {
    const [person, other] = [await newPerson(senid), await newPerson(senid)];
    await givePasskey(senid, person);
    const { browser, page } = await open(senid, person, '/account/contacts/phone');
    const value = `+8497${String(Date.now()).slice(-7)}`;
    noteSecret('phone number', value);
    await withStores(senid, async ({ accounts, writer }) => {
      // Nobody is there to tell of a first number: it takes effect at once, or not at all.
      const contacts = [
        [person, { phone: undefined, email: undefined }],
        [other, { phone: value }],
      ] as const;
      for (const [{ accountId }, given] of contacts) {
        const seen = (await accounts.findById(accountId)) ?? assert.fail('nobody');
        await writer.apply([{ kind: 'account_changed', seen, account: { ...seen, ...given } }]);
      }
    });
    const codePage = await browser.submit(page, { contact: value });
    assert.match(codePage.body, /name="otp"/);
    assert.ok(!codePage.body.includes(vi['contacts.taken']), 'told to nobody without the code');
    const otp = await eventually(async () => {
      const sent = (await outbox(senid)).find(({ to }) => to === value);
      return sent && /\b\d{6}\b/.exec(sent.text)?.[0];
    });
    const taken = await browser.submit(codePage, { otp });
    assert.equal(taken.status, 422);
    assert.ok(taken.body.includes(vi['contacts.taken']), taken.body.slice(0, 500));
  });

  it('refuses a stolen session that proved nothing lately', async () => {
    const person = await newPerson(senid, { level: 2 });
    const { browser } = await open(senid, person, '/account', new Browser(), 'password');
    await givePasskey(senid, person);
    for (const path of ['/account/contacts/phone', '/account/passkeys/add']) {
      const answer = await browser.send(`${senid.issuer}${path}`);
      assert.equal(answer.status, 303, path);
      assert.match(answer.headers.get('location') ?? '', /\/authorize\?/);
    }
  });

  it('adds, renames and removes a passkey', async () => {
    const person = await newPerson(senid, { level: 2 });
    const { browser, page } = await open(senid, person, '/account/passkeys/add');
    assert.match(page.body, /passkey-options/);
    const listed = await browser.submit(page, {
      passkey_response: person.passkey.register(page),
      passkey_name: 'Máy của tôi',
    });
    assert.match(listed.body, /Máy của tôi/);
    const renamed = await browser.submit(listed, { rename: '1', name: 'Máy bàn' });
    assert.match(renamed.body, /Máy bàn/);
  });

  it('locks at once, and unlocks with the passkey that was there', async () => {
    const person = await newPerson(senid, { level: 2 });
    await givePasskey(senid, person);
    const { browser, page } = await open(senid, person, '/account/lock');
    const locked = await browser.submit(page, { reason: 'precaution', lock: '1' });
    assert.equal(locked.status, 200);
    assert.equal((await browser.send(`${senid.issuer}/account`)).status, 303);
    assert.deepEqual(await waysTold(senid, person), ['/account/unlock', '/recover']);
    const unlock = await new Browser().get(`${senid.issuer}/account/unlock`);
    const agent = new Browser();
    const form = await agent.get(`${senid.issuer}/account/unlock`);
    assert.equal(unlock.status, 200);
    const opened = await agent.submit(form, { passkey_response: person.passkey.prove(form) });
    assert.equal(opened.status, 200, opened.body.slice(0, 400));
  });

  it('does not unlock with a passkey what was locked because a device is lost', async () => {
    const person = await newPerson(senid, { level: 2 });
    await givePasskey(senid, person);
    const { browser, page } = await open(senid, person, '/account/lock');
    await browser.submit(page, { reason: 'device_lost', lock: '1' });
    assert.deepEqual(await waysTold(senid, person), ['/recover']);
    const agent = new Browser();
    const form = await agent.get(`${senid.issuer}/account/unlock`);
    const refused = await agent.submit(form, { passkey_response: person.passkey.prove(form) });
    assert.equal(refused.status, 422);
  });
});
