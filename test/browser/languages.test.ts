import assert from 'node:assert/strict';

import type { Locale } from '../../web/i18n/locale.ts';
import { messages, type MessageKey } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const AN = '099090000011';

browserSuite('The language of a page', (stage) => {
  it('is switched on every page of a journey without losing it, and stays as chosen', async () => {
    const an = await stage.visit();
    await an.login('portal');
    await switchThere(an, 'sign-in.title');
    await an.signIn(AN, 'wrong');
    await switchThere(an, 'sign-in.title');
    await an.signIn(AN);
    await switchThere(an, 'otp.title');
    await an.enterCode('000000');
    await switchThere(an, 'otp.title');
    await an.enterCode();
    await an.at('consent');
    await switchThere(an, 'consent.agree');
    await an.consent();
    await an.loggedIn('portal');

    await an.press('procedure');
    await switchThere(an, 'step-up.title');
    await an.press('add-passkey');
    await switchThere(an, 'add-passkey.title');
    await an.usePasskey();
    await switchThere(an, 'step-up.title');
    await an.usePasskey();
    await an.loggedIn('portal');

    await an.login('bank');
    await switchThere(an, 'continue-as.title');
    await an.continueAs();
    await an.cancel();
    await an.back('bank');
  });

  it('is switched while logging out without losing the way back to the service', async () => {
    const an = await stage.visit();
    await an.enterPortal(AN);
    await an.press('logout');
    await switchThere(an, 'logout.title');
    await an.press('continue');
    assert.equal(an.page.url(), `${an.senid.portal}/`);
  });

  it('is what the service asks for in ui_locales, whatever the browser prefers, from login to logout', async () => {
    const an = await stage.visit({ browser: { locale: 'vi-VN' } });
    await an.login('portal', 'en');
    await assertIn(an, 'en', 'sign-in.title');
    await an.signIn(AN);
    await assertIn(an, 'en', 'otp.title');
    const [message] = await an.senid.outbox();
    assert.match(message?.text ?? '', /code/i);
    await an.enterCode();
    await an.loggedIn('portal');
    await an.press('logout');
    await assertIn(an, 'en', 'logout.title');
  });

  it('is what the browser prefers where nobody asks, and the choice of the person goes before all', async () => {
    const an = await stage.visit({ browser: { locale: 'en-GB' } });
    await an.page.goto(an.senid.issuer);
    await assertIn(an, 'en', 'home.title');
    await switchTo(an, 'vi');
    await an.login('portal', 'en');
    await assertIn(an, 'vi', 'sign-in.title');
  });

  it('is switched on the pages outside a journey, which stay the same pages', async () => {
    const an = await stage.visit();
    for (const [path, key] of [
      ['/', 'home.title'],
      ['/sandbox/outbox', 'outbox.title'],
      ['/sandbox/personas', 'personas.title'],
      ['/no/such/page', 'error.not-found.title'],
      ['/interaction/gone', 'expired.title'],
      ['/interaction/gone/consent', 'expired.title'],
      ['/authorize?client_id=nobody&response_type=code', 'error.service-request.title'],
    ] as const) {
      await an.page.goto(`${an.senid.issuer}${path}`);
      await switchThere(an, key);
    }
    const code = await an.page.locator('#error-code').innerText();
    assert.equal(code, 'invalid_client');
  });
});

/** To the other language and back. */
async function switchThere(person: Journey, key: MessageKey): Promise<void> {
  const step = await person.step();
  for (const locale of ['en', 'vi'] as const) {
    await switchTo(person, locale);
    await assertIn(person, locale, key);
    assert.equal(await person.step(), step);
  }
}

async function switchTo({ page }: Journey, locale: Locale): Promise<void> {
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.locator(`.sen-languages a[lang=${locale}]`).click(),
  ]);
}

async function assertIn({ page }: Journey, locale: Locale, key: MessageKey): Promise<void> {
  assert.equal(await page.locator('html').getAttribute('lang'), locale);
  const shown = await page.locator('main').innerText();
  assert.ok(shown.includes(messages[locale][key]), `"${messages[locale][key]}" is not in ${shown}`);
}
