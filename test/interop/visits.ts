import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn, walk, type Behaviour } from '../support/session-journey.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import { NavigatingBrowser } from './navigating-browser.ts';
import type { Knowledge, Party } from './parties/open-party.ts';

/** Where no redirect of a login ever leads: the walk goes on into the relying party. */
const NOWHERE = 'about:nowhere';

/** How a library says that the person did not agree; the page it shows then. */
export interface Manners {
  readonly denied: RegExp;
  readonly foreignState: RegExp;
}

/** What must work with every relying party: login, userinfo, refresh, logout, a refusal and a forged answer. */
export function interopSuite(
  title: string,
  open: (senid: SenidProcess) => Promise<Party>,
  { denied, foreignState }: Manners,
): void {
  describe(`${title}, as its documentation says,`, () => {
    let senid: SenidProcess;
    let party: Party;
    let browser: Browser;
    let person: Person;
    let known: Knowledge;

    before(async () => {
      senid = await sharedSenid();
      party = await open(senid);
    });
    after(() => party?.stop());
    beforeEach(async () => {
      person = await newPerson(senid);
      browser = new NavigatingBrowser();
      const end = await visit();
      assert.equal(end.status, 200, `${end.url}\n${end.body}`);
      known = await party.me(browser);
    });

    /** As far as the person gets: with password and code, from the party's own login button. */
    async function visit(options: Partial<Behaviour> = {}, stopAt = NOWHERE): Promise<Answer> {
      const start = await browser.send(party.login);
      return walk(browser, start, { senid, person, how: 'password', ...options }, stopAt);
    }

    /** Another person, another browser. */
    async function newcomer(): Promise<void> {
      person = await newPerson(senid);
      browser = new NavigatingBrowser();
    }

    /** What the library made of an answer: its page, and the address where it is not the one it was sent to. */
    function shownAt({ url, status, body }: Answer): string {
      return `${url.startsWith(party.callback) ? '' : url}\n${status}\n${body}`;
    }

    it('logs a person in, and reads their claims and userinfo', () => {
      assert.equal(known.claims['iss'], senid.issuer);
      assert.equal(known.claims['acr'], 'urn:senid:loa:low');
      assert.match(String(known.claims['sub']), /^\S{20,}$/);
      assert.equal(known.userinfo['sub'], known.claims['sub']);
      assert.match(String(known.userinfo['name']), /^Người Thử \d+$/);
    });

    it('refreshes, and it is still the same person', async () => {
      const [later, latest] = [await party.refresh(browser), await party.refresh(browser)];
      assert.equal(later.userinfo['sub'], known.claims['sub']);
      assert.deepEqual(latest.userinfo, known.userinfo);
    });

    it('logs out at SenID too', async () => {
      const question = await browser.get(party.logout);
      const [form] = formsOf(question.body).filter(({ action }) => action.includes('/logout/'));
      assert.ok(form, question.body);
      const back = await browser.submit(question, { logout: 'yes' });
      assert.equal(back.url.split('?')[0], party.goodbye);
      assert.equal(stepOn(await browser.get(party.login)), 'sign-in');
    });

    it('is told that the person did not agree', async () => {
      await newcomer();
      const consent = await visit({ until: 'consent' });
      const end = await browser.submit(consent, { cancel: '' });
      assert.match(shownAt(end), denied);
      await assert.rejects(party.me(browser));
    });

    it('refuses an answer that belongs to another request', async () => {
      await newcomer();
      const answer = await visit({}, party.callback);
      const forged = new URL(answer.headers.get('location') ?? '');
      assert.ok(forged.searchParams.has('code'), forged.href);
      forged.searchParams.set('state', 'of-somebody-else');
      const end = await browser.get(forged.href);
      assert.match(shownAt(end), foreignState);
      await assert.rejects(party.me(browser));
    });
  });
}
