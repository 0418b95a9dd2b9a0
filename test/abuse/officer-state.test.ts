import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import { postTo, tokenOf } from '../support/console-attacks.ts';
import type { Answer } from '../support/http-agent.ts';
import { officer, type OfficerBrowser } from '../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { withStores } from '../support/session-server.ts';

const HOUR = 60 * 60 * 1000;

/** Signed in at the console, and then something happens to the officer's own account. */
describe('an officer whose own account is not what it was', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  let at: OfficerBrowser;
  let csrf: string;
  before(async () => {
    senid = await startSenid({ name: 'officer-state' });
    at = await officer(senid, 'receiving');
    assert.equal((await at.open('/officer')).status, 200);
    csrf = await tokenOf(at);
  });
  after(() => senid.stop());

  async function own(changes: Partial<Account>): Promise<void> {
    const written = await withStores(senid, async ({ accounts, writer }) => {
      const seen = (await accounts.findById(at.person.accountId)) ?? assert.fail('gone');
      return writer.apply([{ kind: 'account_changed', seen, account: { ...seen, ...changes } }]);
    });
    assert.deepEqual(written, { kind: 'written' });
  }

  async function isShut(): Promise<void> {
    const answers: readonly Answer[] = [
      await at.send(`${senid.issuer}/officer`),
      await at.send(`${senid.issuer}/officer/open`),
      await postTo(senid, at, '/officer/search', [
        ['csrf', csrf],
        ['number', '099092000103'],
      ]),
      await postTo(senid, at, '/officer/open/own_lock', [
        ['csrf', csrf],
        ['number', '099185000028'],
      ]),
    ];
    for (const { status, headers, url } of answers) {
      assert.equal(status, 303, url);
      assert.match(headers.get('location') ?? '', /\/authorize\?/, url);
    }
    const opened = await withStores(senid, ({ cases }) => cases.list({ limit: 5 }));
    assert.deepEqual(opened, []);
  }

  it('was recovered a moment ago: nothing below level 2 has a console, and nobody is let in anew', async () => {
    await own({ coolDownUntil: Date.now() + HOUR });
    await isShut();
    const page = await at.follow(await at.send(`${senid.issuer}/officer`));
    assert.doesNotMatch(page.body, /name="number"/);
    assert.doesNotMatch(page.url, /\/officer$/);
    await own({ coolDownUntil: undefined });
    assert.equal((await at.open('/officer')).status, 200, 'and afterwards they go on');
  });

  it('rests on a document that has run out: there is no console', async () => {
    const { document } = await withStores(
      senid,
      async ({ accounts }) => (await accounts.findById(at.person.accountId)) ?? assert.fail('gone'),
    );
    assert.ok(document);
    await own({ document: { ...document, expiry: '2020-01-01' } });
    await isShut();
  });
});
