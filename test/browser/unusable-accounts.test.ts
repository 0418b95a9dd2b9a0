import assert from 'node:assert/strict';

import { LOW } from '../../accounts/assurance.ts';
import { locales, type Locale } from '../../web/i18n/locale.ts';
import { messages, type MessageKey } from '../../web/i18n/messages.ts';
import { translator } from '../../web/i18n/translator.ts';
import { assertAccessible } from '../support/axe.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const LEVEL_1_CITIZEN = '099185000028';
const LEVEL_1_FOREIGNER = 'F00000000048';
const LOCKED = '099080000055';

interface State {
  readonly who: string;
  /** Name of its pictures. */
  readonly page: string;
  readonly identifier: string;
  readonly title: MessageKey;
  readonly alsoSays: readonly MessageKey[];
}

const states: readonly State[] = [
  {
    page: 'locked',
    who: 'whose account is locked at their own request',
    identifier: LOCKED,
    title: 'locked.title',
    alsoSays: ['locked.own-request', 'locked.own-request-unlock', 'locked.private'],
  },
  {
    page: 'document-expired',
    who: 'whose residence card has expired',
    identifier: 'F00000000062',
    title: 'expired-document.title',
    alsoSays: ['document.residence-card', 'expired-document.residence-card'],
  },
  {
    page: 'too-young',
    who: 'who is ten years old',
    identifier: '099216000079',
    title: 'too-young.title',
    alsoSays: ['too-young.how', 'too-young.until'],
  },
  {
    page: 'not-activated',
    who: 'who has not activated the account',
    identifier: '099095000086',
    title: 'not-activated.title',
    alsoSays: ['not-activated.step-code', 'not-activated.step-here'],
  },
];

browserSuite('An account that cannot be used as asked', (stage) => {
  for (const { who, page, identifier, title, alsoSays } of states) {
    it(`has a page for a person ${who}, in both languages, and the portal gets access_denied without the ground`, async () => {
      for (const locale of locales) {
        const person = await stage.visit();
        await person.login('portal', locale);
        await person.signIn(identifier);
        await person.enterCode();

        await person.at('account-state');
        await assertSays(person, locale, [title, ...alsoSays]);
        await assertAccessible(person.page, locale, page);

        await person.cancel();
        await assertRefused(person, 'portal', 'access_denied', 'the account cannot be used');
        await assertSaysNothingOf(person, locale, [title, ...alsoSays]);
      }
    });
  }

  it('tells the ground of a lock to nobody before password and code are right', async () => {
    const person = await stage.visit();
    const silent = () => assertSaysNothingOf(person, 'vi', ['locked.title', 'locked.own-request']);

    await person.login('portal');
    await person.signIn(LOCKED, 'not the password');
    await assertSays(person, 'vi', ['sign-in.wrong']);
    await silent();

    await person.signIn(LOCKED);
    await silent();
    await person.enterCode('000000');
    await person.at('one-time-code');
    await silent();

    await person.enterCode();
    await assertSays(person, 'vi', ['locked.own-request']);
  });

  for (const [who, identifier, steps] of [
    [
      'citizen',
      LEVEL_1_CITIZEN,
      ['citizen-where', 'citizen-bring', 'citizen-form', 'citizen-time'],
    ],
    ['foreigner', LEVEL_1_FOREIGNER, ['foreigner-where', 'foreigner-bring', 'foreigner-time']],
  ] as const) {
    it(`tells a level-1 ${who} at the bank why not and how to get level 2, in both languages, and the bank that it is unmet`, async () => {
      for (const locale of locales) {
        const person = await stage.visit();
        await person.login('bank', locale);
        await person.signIn(identifier);
        await person.enterCode();

        await person.at('level-unreachable');
        const { t } = translator(locale);
        const service = locale === 'vi' ? 'Ngân hàng Bến Nghé' : 'Bến Nghé Bank';
        const expected = [
          t('unreachable.title'),
          t('unreachable.account', { service }),
          ...steps.map((step) => t(`unreachable.${step}`)),
        ];
        await assertHas(person, expected);
        await assertAccessible(person.page, locale, `level-unreachable-${who}`);

        await person.press('continue');
        await assertRefused(person, 'bank', 'unmet_authentication_requirements');
      }
    });
  }

  it('lets a level-1 foreigner into the portal, with the year of birth alone', async () => {
    const person = await stage.visit();
    await person.login('portal');
    await person.signIn(LEVEL_1_FOREIGNER);
    await person.enterCode();
    await person.at('consent');
    await assertSays(person, 'vi', ['claim.birthdate-year']);
    await assertSaysNothingOf(person, 'vi', ['claim.birthdate']);
    await person.consent();

    const told = await person.loggedIn('portal');
    assert.equal(told.acr, LOW);
    assert.equal(told.account_level, 1);
    assert.deepEqual(told.amr, ['pwd', 'otp', 'mfa'], 'the code went by mail');
    const { userinfo } = await person.answer('portal');
    assert.equal(userinfo?.['birthdate'], '1996');
    assert.equal(userinfo?.['residence_valid'], true);
    assert.equal(userinfo?.['phone_number'], undefined);
  });

  it('refuses a level-1 citizen of the portal the procedure, and leaves the portal login as it was', async () => {
    const person = await stage.visit();
    await person.login('portal');
    await person.signIn(LEVEL_1_CITIZEN);
    await person.enterCode();
    await person.consent();
    await person.press('procedure');
    await person.at('level-unreachable');
    await person.press('continue');
    await assertRefused(person, 'portal', 'unmet_authentication_requirements');
    await person.page.goto(person.senid.portal);
    assert.ok(await person.page.locator('#logout').isVisible());
  });
});

async function assertSays(
  person: Journey,
  locale: Locale,
  keys: readonly MessageKey[],
): Promise<void> {
  await assertHas(
    person,
    keys.map((key) => messages[locale][key]),
  );
}

async function assertHas({ page }: Journey, texts: readonly string[]): Promise<void> {
  const shown = await page.locator('main').innerText();
  for (const text of texts) assert.ok(shown.includes(text), `"${text}" is missing in: ${shown}`);
}

async function assertSaysNothingOf(
  { page }: Journey,
  locale: Locale,
  keys: readonly MessageKey[],
): Promise<void> {
  const shown = await page.content();
  for (const key of keys) assert.ok(!shown.includes(messages[locale][key]), `says ${key}`);
}

async function assertRefused(
  person: Journey,
  service: 'bank' | 'portal',
  error: string,
  description?: string,
): Promise<void> {
  const { error: refusal } = await person.back(service);
  assert.equal(refusal?.from, 'provider');
  assert.equal(refusal.error, error);
  // The reference stands behind it.
  const [said] = (refusal.error_description ?? '').split(' (reference ');
  if (description !== undefined) assert.equal(said, description);
}
