import assert from 'node:assert/strict';

import { LOW, SUBSTANTIAL } from '../../accounts/assurance.ts';
import type { Journey } from '../support/journey.ts';
import type { IdToken } from '../support/journey-result.ts';
import { browserSuite } from '../support/journey-stage.ts';

const CITIZEN = '099090000011';
const FOREIGNER = 'F00000000031';
const PASSWORD_AND_SMS = ['pwd', 'otp', 'sms', 'mfa'];
const DEVICE_BOUND_PASSKEY = ['pop', 'user', 'hwk', 'mfa'];

browserSuite('The journey of a level-2 account without a passkey', (stage) => {
  for (const identifier of [CITIZEN, FOREIGNER]) {
    it(`leads ${identifier} from the portal to the bank and the landlord, each as sure as it needs`, async () => {
      const person = await stage.visit();

      const low = await person.enterPortal(identifier, 'phone');
      assertTold(low, LOW, PASSWORD_AND_SMS);

      const steppedUp = await fileProcedure(person);
      assertTold(steppedUp.told, SUBSTANTIAL, [...PASSWORD_AND_SMS, ...DEVICE_BOUND_PASSKEY]);
      assertProvenBetween(steppedUp);
      assert.equal(steppedUp.told.sub, low.sub);

      const bank = await enterBank(person);
      assertTold(bank.told, SUBSTANTIAL, DEVICE_BOUND_PASSKEY);
      assertProvenBetween(bank);
      const { userinfo: customer } = await person.answer('bank');
      assert.equal(customer?.['personal_identification_number'], identifier);

      const landlord = await enterLandlord(person);
      assertTold(landlord.told, SUBSTANTIAL, DEVICE_BOUND_PASSKEY);
      assertProvenBetween(landlord);
      await assertKnowsNoNumber(person, identifier);

      const logins = [low, steppedUp.told, bank.told, landlord.told];
      assert.equal(new Set(logins.map(({ authentication_event_id: id }) => id)).size, 4);
      assert.equal(new Set(logins.map(({ sub }) => sub)).size, 3, 'one sub for each service');
    });
  }
});

interface Proof {
  readonly told: IdToken;
  /** Epoch seconds: when the passkey was touched, and when the service had its answer. */
  readonly from: number;
  readonly until: number;
}

async function fileProcedure(person: Journey): Promise<Proof> {
  await person.press('procedure');
  await person.addPasskey();
  await person.at('step-up');
  const from = seconds();
  await person.usePasskey();
  const told = await person.loggedIn('portal');
  const { challenge } = await person.answer('portal');
  assert.match(challenge ?? '', /insufficient_user_authentication.*acr_values=".*substantial"/);
  assert.equal(await person.page.locator('#filings li').count(), 1);
  return { told, from, until: seconds() };
}

/** The portal's authentication is not the bank's: the same person proves themselves once more. */
async function enterBank(person: Journey): Promise<Proof> {
  await person.login('bank');
  await person.continueAs();
  await person.at('step-up');
  const from = seconds();
  await person.usePasskey();
  await person.consent();
  return { told: await person.loggedIn('bank'), from, until: seconds() };
}

async function enterLandlord(person: Journey): Promise<Proof> {
  await person.login('landlord');
  await person.continueAs();
  await person.at('sign-in');
  const from = seconds();
  await person.usePasskey();
  await person.consent();
  return { told: await person.loggedIn('landlord'), from, until: seconds() };
}

function assertTold(told: IdToken, acr: string, amr: readonly string[]): void {
  assert.equal(told.acr, acr);
  assert.deepEqual(new Set(told.amr), new Set(amr));
  assert.equal(told.account_level, 2);
  assert.equal(told.authentication_level, 2);
}

function assertProvenBetween({ told: { auth_time: at }, from, until }: Proof): void {
  assert.ok(from <= at && at <= until, `auth_time ${at} is not within ${from}–${until}`);
}

async function assertKnowsNoNumber(
  { page, senid, context }: Journey,
  number: string,
): Promise<void> {
  const result = await (await context.request.get(`${senid.landlord}/result.json`)).json();
  assert.deepEqual(
    Object.keys(result.userinfo).filter((claim) => claim.includes('number')),
    [],
  );
  for (const text of [JSON.stringify(result), await page.content()]) {
    assert.ok(!text.includes(number), 'the landlord received the number');
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
