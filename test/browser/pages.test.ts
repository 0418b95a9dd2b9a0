import assert from 'node:assert/strict';

import { PageInspection } from '../support/axe.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';
import { locales, type Locale } from '../../web/i18n/locale.ts';

/** One for each language, because the first passkey of a person can be made only once. */
const LEVEL_2 = { vi: '099090000011', en: 'F00000000031' } as const;

// Pages of accounts that cannot be used as asked are inspected in `unusable-accounts`, where they are reached anyway.
browserSuite(
  'Every page as it is served is free of WCAG 2.2 AA violations, and has its picture taken',
  (stage) => {
    for (const locale of locales) {
      const visit = async () => {
        const person = await stage.visit();
        await person.page.goto(`${person.senid.issuer}/?lang=${locale}`);
        return { person, pages: new PageInspection(person.page, locale) };
      };

      it(`outside a journey (${locale})`, async () => {
        const { person, pages } = await visit();
        await pages.inspect('home');
        for (const [name, path] of [
          ['personas', '/sandbox/personas'],
          ['outbox-empty', '/sandbox/outbox'],
          ['not-found', '/no/such/page'],
          ['expired', '/interaction/gone'],
          ['error-service', '/authorize?client_id=nobody'],
          ['errors', '/errors'],
          ['errors-found', '/errors?q=pkce'],
          ['error-explained', '/errors/invalid_grant.code_not_found'],
          ['device-code', '/device'],
        ] as const) {
          await person.page.goto(`${person.senid.issuer}${path}`);
          await pages.inspect(name);
        }
        assert.deepEqual(pages.faults, []);
      });

      it(`from the sign-in to the portal (${locale})`, async () => {
        const { person, pages } = await visit();
        await signInWithMistakes(person, pages, LEVEL_2[locale]);
        await pages.inspect('consent');
        await person.consent('phone');
        await person.page.goto(`${person.senid.issuer}/sandbox/outbox`);
        await pages.inspect('outbox');
        await logOut(person, pages, locale);
        assert.deepEqual(pages.faults, []);
      });

      it(`of the step-up, a first passkey and a second service (${locale})`, async () => {
        const { person, pages } = await visit();
        await person.login('portal', locale);
        await person.signIn(LEVEL_2[locale]);
        await person.enterCode();
        await stepUp(person, pages);
        await loginAgain(person, pages, locale);
        assert.deepEqual(pages.faults, []);
      });
    }
  },
);

async function signInWithMistakes(
  person: Journey,
  pages: PageInspection,
  identifier: string,
): Promise<void> {
  await person.login('portal');
  await pages.inspect('sign-in');
  await person.press('continue');
  await pages.inspect('sign-in-missing');
  await person.signIn(identifier, 'wrong');
  await pages.inspect('sign-in-wrong');
  await person.signIn(identifier);
  await pages.inspect('otp');
  await person.enterCode('000000');
  await pages.inspect('otp-wrong');
  await person.press('resend');
  await pages.inspect('otp-resent');
  await person.enterCode();
}

async function stepUp(person: Journey, pages: PageInspection): Promise<void> {
  await person.press('procedure');
  await pages.inspect('step-up-without-passkey');
  await person.press('add-passkey');
  await pages.inspect('add-passkey');
  await person.usePasskey();
  await person.at('step-up');
  await pages.inspect('step-up');
  await person.usePasskey();
  await person.loggedIn('portal');
}

async function loginAgain(person: Journey, pages: PageInspection, locale: Locale): Promise<void> {
  await person.login('bank', locale);
  await person.at('continue-as');
  await pages.inspect('continue-as');
  await person.continueAs();
  await person.usePasskey();
  await pages.inspect('consent-bank');
  await person.consent();
  await person.loginWith('portal', { prompt: 'select_account' });
  await person.at('choose-account');
  await pages.inspect('choose-account');
  await person.press('continue');
  await person.loginWith('portal', { prompt: 'consent' });
  await person.forMyself();
  await person.at('consent');
  await pages.inspect('consent-again');
}

async function logOut(person: Journey, pages: PageInspection, locale: Locale): Promise<void> {
  await person.page.goto(`${person.senid.issuer}/logout?ui_locales=${locale}`);
  await pages.inspect('logout-confirm');
  await person.press('continue');
  await pages.inspect('logged-out');
}
