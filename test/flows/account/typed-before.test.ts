import assert from 'node:assert/strict';

import { comeBack, portalCookie, visitPortal } from '../../support/portal-visit.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import type { Browser } from '../../support/session-browser.ts';
import { newHolder } from '../../support/session-login.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { messages } from '../../../web/i18n/messages.ts';

const { vi } = messages;

describe('What was typed on the account page before one had to sign in anew', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
  });

  /** The session lies there unused, as long as half an hour and a bit. */
  async function goIdle(browser: Browser): Promise<void> {
    const key = `account ${browser.cookie(portalCookie('account'))}`;
    await withStores(senid, async ({ ephemerals }) => {
      const stored = await ephemerals.get('portal-session', key);
      assert.ok(stored, 'no session');
      const record = stored.value as { readonly seenAt: number };
      const idle = { ...record, seenAt: record.seenAt - 31 * 60_000 };
      await ephemerals.put('portal-session', key, idle, 3600);
    });
  }

  it('is there again on the page, through every proof, and nothing was sent with it', async () => {
    const person = await newHolder(senid);
    const { browser, page } = await visitPortal(senid, person, '/account/contacts/email');
    await goIdle(browser);
    const typed = 'thu.moi.27@example.vn';
    noteSecret('mail address', typed);
    const start = await browser.post(page, { contact: typed });
    assert.match(start.headers.get('location') ?? '', /\/authorize\?/);
    const back = await comeBack(senid, person, browser, start, { how: 'password' });
    assert.equal(new URL(back.url).pathname, '/account/contacts/email');
    assert.match(back.body, new RegExp(`value="${typed}"`));
    assert.ok(back.body.includes(vi['account.restored']));
    assert.ok((await senid.outbox()).every(({ to }) => to !== typed));
    const anew = await browser.get(`${senid.issuer}/account/contacts/email`);
    assert.ok(!anew.body.includes(typed), 'once');
    const code = await browser.submit(back, { contact: typed });
    assert.match(code.body, /name="otp"/);
  });

  it('is not there for somebody else who signs in at that browser', async () => {
    const person = await newHolder(senid);
    const { browser, page } = await visitPortal(senid, person, '/account/contacts/email');
    await goIdle(browser);
    const typed = 'cua.nguoi.khac@example.vn';
    noteSecret('mail address', typed);
    const start = await browser.post(page, { contact: typed });
    await browser.submit(await browser.get(`${senid.issuer}/logout`), { continue: '' });
    const other = await newHolder(senid);
    const back = await comeBack(senid, other, browser, start);
    assert.ok(!back.body.includes(typed), back.body);
    const form = await browser.get(`${senid.issuer}/account/contacts/email`);
    assert.ok(!form.body.includes(typed));
  });
});
