import assert from 'node:assert/strict';

import { LOW, SUBSTANTIAL } from '../../accounts/assurance.ts';
import { translator } from '../../web/i18n/translator.ts';
import type { Passkeys } from '../support/chromium-passkeys.ts';
import { tamper } from '../support/chromium-tampering.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const AN = '099090000011';
const MIN_JUN = 'F00000000031';

browserSuite('A step-up', (stage) => {
  let passkeysOfAn: Passkeys;
  let passkeysOfMinJun: Passkeys;

  before('two people with a passkey each', async () => {
    const [an, minJun] = [await stage.visit(), await stage.visit()];
    await an.joinBank(AN);
    await minJun.joinBank(MIN_JUN);
    passkeysOfAn = await an.device.credentials();
    passkeysOfMinJun = await minJun.device.credentials();
  });

  it('refuses the passkey of another person and leaves the first session as it was', async () => {
    const an = await stage.visit();
    const before = await an.enterPortal(AN);

    // The page lists An's passkeys alone; this browser offers whatever it holds.
    await an.device.hold(passkeysOfMinJun);
    await an.press('procedure');
    await an.at('step-up');
    await tamper(an.page, /"allowCredentials":\[\{.*?\}\]/, '"allowCredentials":[]');
    await an.page.reload();
    await an.usePasskey();
    await an.at('step-up');
    const { t } = translator('vi');
    assert.equal(
      await an.page.locator('[role=alert] li').innerText(),
      t('passkey.other-person', { name: 'Nguyễn Văn An' }),
    );

    await an.cancel();
    assert.equal((await an.back('portal')).error?.error, 'unmet_authentication_requirements');
    const after = await loginWithoutProof(an);
    assert.equal(after.sub, before.sub);
    assert.equal(after.acr, LOW);
    assert.equal(after.auth_time, before.auth_time);
    assert.deepEqual(after.amr, before.amr);
  });

  it('is not asked for a transfer of exactly 10,000,000 ₫, and is for 10,000,001 ₫, with a fresh auth_time', async () => {
    const an = await stage.visit();
    await an.device.hold(passkeysOfAn);
    await an.login('bank');
    await an.usePasskey();
    const login = await an.loggedIn('bank');

    await transfer(an, '10.000.000');
    assert.deepEqual(await an.answer('bank').then(({ idToken }) => idToken), login);
    assert.equal(await an.page.locator('li[data-amount="10000000"]').count(), 1);

    await nextSecond();
    const handedInAt = Math.floor(Date.now() / 1000);
    await transfer(an, '10.000.001');
    await an.continueAs();
    await an.at('step-up');
    assert.equal(await an.page.locator('li[data-amount="10000001"]').count(), 0);
    await an.usePasskey();

    const stepUp = await an.loggedIn('bank');
    assert.equal(await an.page.locator('li[data-amount="10000001"]').count(), 1);
    assert.ok(stepUp.auth_time >= handedInAt, 'auth_time is from before the transfer');
    assert.ok(stepUp.auth_time > login.auth_time);
    assert.notEqual(stepUp.authentication_event_id, login.authentication_event_id);
    assert.equal(stepUp.acr, SUBSTANTIAL);
    assert.equal(stepUp.sub, login.sub);
  });

  it('that is cancelled moves no money', async () => {
    const an = await stage.visit();
    await an.device.hold(passkeysOfAn);
    await an.login('bank');
    await an.usePasskey();
    await transfer(an, '10000001');
    await an.continueAs();
    await an.cancel();
    const { error } = await an.back('bank');
    assert.equal(error?.error, 'unmet_authentication_requirements');
    await an.page.goto(an.senid.bank);
    assert.equal(await an.page.locator('#receipts li').count(), 0);
  });
});

/** The session at SenID still stands: who has wards is asked for whom, and nobody who they are. */
async function loginWithoutProof(person: Journey) {
  await person.page.goto(`${person.senid.portal}/login`);
  await person.at('choose-person');
  await person.forMyself();
  return person.loggedIn('portal');
}

async function transfer(person: Journey, amount: string): Promise<void> {
  await person.page.fill('#amount', amount);
  await person.press('transfer-submit');
}

/** `auth_time` counts seconds. */
async function nextSecond(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000)));
}
