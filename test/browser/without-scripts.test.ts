import assert from 'node:assert/strict';

import { LOW } from '../../accounts/assurance.ts';
import { messages } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const AN = '099090000011';
const MIN_JUN = 'F00000000031';
const withoutScripts = { browser: { javaScriptEnabled: false } };

browserSuite('A browser without scripts', (stage) => {
  it('logs in at the portal, consent included, and logs out again', async () => {
    const an = await stage.visit(withoutScripts);
    const { acr } = await an.enterPortal(AN, 'phone');
    assert.equal(acr, LOW);

    await an.press('logout');
    await an.press('continue');
    assert.equal(an.page.url(), `${an.senid.portal}/`);
  });

  it('reads what is wrong with a form, and goes on', async () => {
    const an = await stage.visit(withoutScripts);
    await an.login('portal');
    await an.press('continue');
    const problems = an.page.locator('[role=alert] li');
    assert.deepEqual(await problems.allInnerTexts(), [
      messages.vi['sign-in.missing-identifier'],
      messages.vi['sign-in.missing-password'],
    ]);
    await an.signIn(AN);
    await an.enterCode('000000');
    assert.match(await problems.innerText(), /4/);
    await an.enterCode();
    assert.notEqual(await an.step(), 'one-time-code');
  });

  it('asks for a new code and is told whether one was sent', async () => {
    const an = await stage.visit(withoutScripts);
    await an.login('portal');
    await an.signIn(AN);
    const first = await an.senid.code();
    await an.press('resend');
    await an.at('one-time-code');
    const second = await an.senid.code();
    assert.notEqual(first, second);
    assert.equal(
      await an.page.locator('[role=status]').first().innerText(),
      messages.vi['otp.resent'],
    );
    await an.enterCode(second);
    assert.notEqual(await an.step(), 'one-time-code');
  });

  it('is told at the step-up that the passkey needs scripts', async () => {
    await (await stage.visit()).joinBank(MIN_JUN);
    const minJun = await stage.visit(withoutScripts);
    await minJun.enterPortal(MIN_JUN);
    await minJun.press('procedure');
    await minJun.at('step-up');
    assert.equal(await noscript(minJun), messages.vi['passkey.needs-scripts']);
    await minJun.cancel();
    await minJun.back('portal');
  });

  it('is told where a passkey is made that this needs scripts', async () => {
    const an = await stage.visit(withoutScripts);
    await an.enterPortal(AN);
    await an.press('procedure');
    await an.at('step-up');
    await an.press('add-passkey');
    await an.at('add-passkey');
    assert.equal(await noscript(an), messages.vi['passkey.needs-scripts']);

    // Pressed all the same: nothing breaks, and the way back is there.
    await an.press('use-passkey');
    await an.at('add-passkey');
    await an.cancel();
    await an.back('portal');
  });

  it('gets more time from a form', async () => {
    const an = await stage.visit(withoutScripts);
    await an.login('portal');
    await an.page.fill('#identifier', AN);
    await an.press('extend');
    await an.at('sign-in');
    await an.signIn(AN);
    await an.at('one-time-code');
  });
});

async function noscript({ page }: Journey): Promise<string> {
  return page.locator('noscript').first().innerText();
}
