import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { registerTaking } from '../../support/acting.ts';
import { openCase } from '../../support/console-stage.ts';
import type { Answer } from '../../support/http-agent.ts';
import { startSenidAt, type MovedSenid } from '../../support/moved-senid.ts';
import { tokensOf } from '../../support/oidc-client-answer.ts';
import { OidcClient } from '../../support/oidc-client.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { Browser } from '../../support/session-browser.ts';
import { stepOn, walk } from '../../support/session-journey.ts';
import { attemptLogin, obtainCode, type LoginOptions } from '../../support/session-login.ts';
import { personBy, type Person } from '../../support/session-people.ts';
import { withStores } from '../../support/session-server.ts';
import { simulatorOf, type SimulatorDriver } from '../../support/simulator.ts';

const AN = '099090000011';
const KIM = 'F00000000031';
const MAI = '099188000093';
const CHAU = '099312000208';
const NEW_PASSWORD = 'hoa sen nở giữa hồ 27';

/** The real program, moved with everybody it starts: the bank judges tokens by the same clock. */
describe('An account while time goes by', function () {
  this.timeout(300_000);
  let senid: MovedSenid;
  let state: SimulatorDriver;
  let receiving: OfficerBrowser;
  let deciding: OfficerBrowser;
  before(async () => {
    senid = await startSenidAt('2026-04-02T09:00+07:00', {
      registers: true,
      samples: true,
      name: 'moved',
    });
    state = simulatorOf(senid);
    receiving = moved(await officer(senid, 'receiving'));
    deciding = moved(await officer(senid, 'deciding'));
  });
  after(() => senid.end());

  function moved<B extends Browser>(browser: B): B {
    browser.now = senid.now;
    return browser;
  }

  it('of a foreigner is warned of, ends on the day, and opens when each of two locks is gone', async () => {
    const kim = await personBy(senid, KIM);
    const client = await OidcClient.register(senid.issuer);
    const renewed = { change: 'document_renewed', document: 'residence_permit' };
    await state.change(KIM, { ...renewed, expiry: '2026-05-10' });
    await senid.comes('2026-04-02T10:00+07:00');
    assert.equal(await atBank(kim), 'let in');
    for (const [day, left] of [
      ['2026-04-10', '30 days'],
      ['2026-05-03', '7 days'],
      ['2026-05-09', '1 day'],
    ]) {
      await senid.comes(`${day}T08:00+07:00`);
      await told('+84900000031', `expires in ${left} `);
    }
    assert.equal(await atBank(kim), 'let in');
    const first = await tokens(client, kim);
    await senid.comes('2026-05-10T23:50+07:00');
    const last = tokensOf(await client.refresh(first.refreshToken));
    assert.equal((await client.userinfo(last.accessToken)).status, 200);

    await senid.comes('2026-05-11T00:05+07:00');
    await assertRefused(client, last.refreshToken);
    assert.equal((await client.userinfo(last.accessToken)).status, 401);
    assert.equal(await atBank(kim), 'account-state');
    await senid.comes('2026-05-12T09:00+07:00');
    await told('+84900000031', 'residence card has expired');
    const lock = await openCase(receiving, 'own_lock', { number: KIM });
    await receiving.take(lock, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(lock, 'carried_out', { consent: 'yes' });
    await state.change(KIM, { ...renewed, expiry: '2028-05-10' });
    await senid.comes('2026-05-13T09:00+07:00');
    assert.equal(await atBank(kim), 'account-state', 'the renewal lifts only what expired');

    const unlock = await openCase(receiving, 'own_unlock', { number: KIM });
    await receiving.take(unlock, 'documents_checked', { document_shown: 'yes' });
    await receiving.capture(unlock, await state.face(KIM));
    await receiving.capture(unlock, await state.fingerprints(KIM));
    await receiving.take(unlock, 'carried_out', { consent: 'yes' });
    assert.equal(await atBank(kim), 'let in');
    await assertRefused(client, last.refreshToken);
    const again = await tokens(client, kim);
    assert.equal((await client.refresh(again.refreshToken)).status, 200);
    const own = ['account_locked', 'document_renewed', 'account_unlocked'];
    assert.deepEqual(await notices(kim), [30, 7, 1, 'document_expired', ...own], 'each once');
  });

  it('of a child is the child’s own from the 14th birthday on: the mother acts no longer', async () => {
    await senid.comes('2026-06-01T09:00+07:00');
    await state.change(CHAU, { change: 'record_changed', birthdate: '2012-06-10' });
    const mai = await personBy(senid, MAI);
    await getLevel2For(CHAU, MAI);
    await activate(CHAU, mai);
    const chau = await personBy(senid, CHAU);
    const client = await registerTaking(senid);

    await senid.comes('2026-06-09T20:00+07:00');
    const acting = await tokens(client, mai, { actsFor: 'Nguyễn Bảo Châu' });
    assert.equal((await client.userinfo(acting.accessToken)).body['age_over_14'], false);
    assert.notEqual(await alone(client, chau), 'let in');
    const own = await tokens(client, mai);

    await senid.comes('2026-06-10T00:05+07:00');
    await assertRefused(client, acting.refreshToken);
    assert.equal((await client.userinfo(acting.accessToken)).status, 401);
    assert.equal((await client.refresh(own.refreshToken)).status, 200, 'what is hers stays');
    const asked = await attemptLogin(senid, client, mai, {
      browser: moved(new Browser()),
      until: 'choose-person',
    });
    assert.notEqual(stepOn(asked.answer), 'choose-person', 'nobody is left to act for');
    // Nobody is told anything at night.
    await senid.comes('2026-06-10T08:00+07:00');
    await told('+84900000093', 'da du 14 tuoi');
    assert.deepEqual((await notices(chau)).slice(-1), ['age_reached']);

    // Until now the mother's phone served: an own one is given in person.
    await recoverAtCounter(CHAU, '0900000099');
    const grown = { ...(await personBy(senid, CHAU)), password: NEW_PASSWORD };
    await activate(CHAU, grown);
    assert.equal(await alone(client, grown), 'let in');
  });

  it('that was recovered reaches level 2 after a day, and not before', async () => {
    await senid.comes('2026-07-01T09:00+07:00');
    const an = await personBy(senid, AN);
    assert.equal(await atBank(an), 'let in');
    await recoverAtCounter(AN, '0900000011');
    const back = { ...(await personBy(senid, AN)), password: NEW_PASSWORD };
    await activate(AN, back);
    const client = await OidcClient.register(senid.issuer);
    assert.equal(await alone(client, back), 'let in');
    assert.equal(await atBank(back), 'level-unreachable');
    await senid.comes('2026-07-02T08:50+07:00');
    assert.equal(await atBank(back), 'level-unreachable');
    await senid.comes('2026-07-02T09:10+07:00');
    assert.equal(await atBank(back), 'let in');
  });

  async function recoverAtCounter(number: string, phone: string): Promise<void> {
    const address = await openCase(receiving, 'recovery', { number });
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled', { phone });
    await receiving.capture(address, await state.face(number));
    await receiving.capture(address, await state.fingerprints(number));
    await receiving.take(address, 'completed');
    await receiving.take(address, 'forwarded');
    await deciding.take(address, 'approved');
  }

  /** From the bank's own page to its answer: `let in`, or the page of SenID where it ends. */
  async function atBank(person: Person): Promise<string | undefined> {
    const browser = moved(new Browser());
    const callback = `${senid.bank}/callback`;
    const start = await browser.send(`${senid.bank}/login`);
    const answer = await walk(browser, start, { senid, person }, callback);
    if (answer.headers.get('location')?.startsWith(callback) !== true) return stepOn(answer);
    const page = await browser.follow(answer);
    assert.equal(page.status, 200, page.body);
    assert.match(page.body, /action="\/transfer"/);
    return 'let in';
  }

  async function alone(client: OidcClient, person: Person): Promise<string | undefined> {
    const browser = moved(new Browser());
    const { answer, response } = await attemptLogin(senid, client, person, { browser });
    return response?.has('code') === true ? 'let in' : stepOn(answer);
  }

  async function tokens(client: OidcClient, person: Person, options: LoginOptions = {}) {
    const parameters = { scope: 'openid profile offline_access', prompt: 'consent' };
    const browser = moved(new Browser());
    const login = { parameters, browser, ...options };
    const { code, attempt } = await obtainCode(senid, client, person, login);
    return tokensOf(await client.redeem(code, attempt));
  }

  async function assertRefused(client: OidcClient, refreshToken: string | undefined) {
    const { status, body } = await client.refresh(refreshToken);
    assert.deepEqual([status, body['error']], [400, 'invalid_grant']);
    // Not the whole answer: its reference and the port of `error_uri` are made of anything.
    assert.doesNotMatch(String(body['error_description']), /lock|expire|khóa|hết hạn|14/, 'why');
  }

  async function told(phone: string, words: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const texts = (await senid.outbox()).filter(({ to }) => to === phone).map(({ text }) => text);
      if (texts.some((text) => text.includes(words))) return;
      if (tries > 100) assert.fail(`not told ${words}: ${JSON.stringify(texts)}`);
      await delay(100);
    }
  }

  /** Oldest first; of warnings, the days that are left. */
  async function notices({ accountId }: Person): Promise<readonly unknown[]> {
    const all = await withStores(senid, (stores) => stores.notices.ofAccount(accountId, 50));
    const kept = all.filter(({ kind }) => /^(document|account|age)_/.test(kind));
    return kept.toReversed().map(({ kind, parameters }) => parameters['days'] ?? kind);
  }

  async function getLevel2For(number: string, guardian: string): Promise<void> {
    const fields = { number, guardian_number: guardian };
    const address = await openCase(receiving, 'citizen_level_2', fields);
    await receiving.take(address, 'guardian_present', { guardian_attends: 'yes' });
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled');
    await receiving.capture(address, await state.face(number));
    await receiving.capture(address, await state.fingerprints(number));
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    await receiving.take(address, 'forwarded');
    await deciding.take(address, 'approved');
  }

  /** With the code that was sent, by whoever it was sent to. */
  async function activate(number: string, by: Person): Promise<void> {
    const browser = moved(new Browser());
    let page: Answer = await browser.get(`${senid.issuer}/activate`);
    const code = async () => {
      const texts = (await senid.outbox()).map(({ text }) => text);
      const found = texts.map((text) => /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text)?.[0]);
      return found.find((each) => each !== undefined) ?? assert.fail('no code came');
    };
    for (let pages = 0; pages < 6; pages += 1) {
      const stage = new URL(page.url).pathname.split('/')[2];
      // A first passkey is offered, and can wait.
      if (stage === 'done' || stage === 'passkey') return;
      const answers: Record<string, () => Promise<Record<string, string>>> = {
        phone: async () => ({ otp: await senid.code() }),
        password: async () => ({ password: by.password }),
        confirm: async () => ({ password: by.password }),
      };
      const start = async () => ({ identifier: number, activation_code: await code() });
      page = await browser.submit(page, await (answers[stage ?? ''] ?? start)());
    }
    assert.fail(`the activation ends at ${page.url}: ${page.body}`);
  }
});
