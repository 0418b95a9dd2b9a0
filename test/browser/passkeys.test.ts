import assert from 'node:assert/strict';

import { SUBSTANTIAL } from '../../accounts/assurance.ts';
import { messages } from '../../web/i18n/messages.ts';
import { tamper } from '../support/chromium-tampering.ts';
import type { Passkeys } from '../support/chromium-passkeys.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const AN = '099090000011';
const MIN_JUN = 'F00000000031';

browserSuite('A passkey', (stage) => {
  let passkeysOfAn: Passkeys;
  let passkeysOfMinJun: Passkeys;

  it('of one device is told as hwk, one synced between devices as swk', async () => {
    const an = await stage.visit();
    const bound = await an.joinBank(AN);
    assert.deepEqual(bound.amr, ['pwd', 'otp', 'sms', 'pop', 'user', 'hwk', 'mfa']);
    passkeysOfAn = await an.device.credentials();

    const minJun = await stage.visit({ synced: true });
    const synced = await minJun.joinBank(MIN_JUN);
    assert.deepEqual(synced.amr, ['pwd', 'otp', 'sms', 'pop', 'user', 'swk', 'mfa']);
    assert.equal(synced.acr, SUBSTANTIAL);
    passkeysOfMinJun = await minJun.device.credentials();
  });

  it('signs in by the button of the sign-in page, without number, password or code', async () => {
    const an = await stage.visit();
    await an.device.hold(passkeysOfAn);
    await an.login('bank');
    await an.at('sign-in');
    // The suggestions must make way for the button.
    await an.suggestions('shown');
    await an.usePasskey();
    const told = await an.loggedIn('bank');
    assert.deepEqual(told.amr, ['pop', 'user', 'hwk', 'mfa']);
    assert.equal(told.acr, SUBSTANTIAL);
  });

  it('signs in from the suggestions of the number field, without a press on any button', async () => {
    const minJun = await stage.visit({ picksSuggestions: true });
    await minJun.device.hold(passkeysOfMinJun);
    await minJun.login('bank');
    await minJun.at('sign-in');
    await minJun.pickSuggestion();
    const told = await minJun.loggedIn('bank');
    assert.deepEqual(told.amr, ['pop', 'user', 'swk', 'mfa']);
  });

  it('that answers unasked logs nobody in, and the button works all the same', async () => {
    const an = await stage.visit();
    await an.device.hold(passkeysOfAn);
    await an.device.present(true);
    await an.login('bank');
    await an.suggestions('answered');
    await an.page.waitForTimeout(300);
    await an.at('sign-in');
    await an.usePasskey();
    await an.loggedIn('bank');
  });

  it('without user verification is refused by browser and server', async () => {
    const an = await stage.visit();
    await an.device.hold(passkeysOfAn);
    await an.device.verifiesUser(false);
    await an.login('bank');
    await pressInVain(an);
    assert.equal(await said(an), messages.vi['passkey.cancelled']);

    await tamper(an.page, '"userVerification":"required"', '"userVerification":"discouraged"');
    await an.page.reload();
    await an.usePasskey();
    await an.at('sign-in');
    await assertProblem(an, messages.vi['passkey.not-verified']);
  });
});

/** The browser itself stops; the page stays. */
async function pressInVain({ page, device }: Journey): Promise<void> {
  await device.present(true);
  await page.locator('#use-passkey').click();
  await page.locator('#passkey-status.sen-passkey__status--problem').waitFor();
  await device.present(false);
}

async function said({ page }: Journey): Promise<string> {
  return page.locator('#passkey-status').innerText();
}

async function assertProblem({ page }: Journey, text: string): Promise<void> {
  assert.equal(await page.locator('[role=alert] li').innerText(), text);
}
