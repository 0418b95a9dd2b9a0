import assert from 'node:assert/strict';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { messageTo } from './counter-journey.ts';
import type { Journey } from './journey.ts';
import type { IdToken } from './journey-result.ts';

const PASSWORD = 'hoa sen nở giữa hồ 27';

/** The holder of a new account with a phone of their own, and a passkey device in it. */
export class HolderDevice {
  readonly journey: Journey;
  readonly #number: string;
  readonly #phone: string;

  constructor(
    journey: Journey,
    { number, phone }: { readonly number: string; readonly phone: string },
  ) {
    this.journey = journey;
    this.#number = number;
    this.#phone = `+84${phone.slice(1)}`;
  }

  get page() {
    return this.journey.page;
  }

  /** With what the message says, as far as the question after number and code. */
  async beginActivation(): Promise<void> {
    await this.page.goto(`${this.journey.senid.issuer}/activate`);
    await this.page.fill('#identifier', this.#number);
    const code = await this.message(/\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/);
    await this.page.fill('#activation_code', code);
    await this.journey.press('continue');
  }

  async proveThePhone(): Promise<void> {
    this.#at('phone');
    await this.page.fill('#otp', await this.message(/(?<!\d)(\d{6})(?!\d)/));
    await this.journey.press('continue');
  }

  /** Code, one-time code, password, passkey. */
  async activate(): Promise<void> {
    await this.beginActivation();
    await this.proveThePhone();
    this.#at('password');
    await this.page.fill('#password', PASSWORD);
    await this.journey.press('continue');
    this.#at('passkey');
    await this.journey.usePasskey();
    this.#at('done');
  }

  /** Which demands substantial. */
  async enterBank(): Promise<IdToken> {
    const { journey } = this;
    await journey.login('bank');
    await journey.signIn(this.#number, PASSWORD);
    await journey.page.fill('#otp', await this.message(/(?<!\d)(\d{6})(?!\d)/));
    await journey.press('continue');
    await journey.at('step-up');
    await journey.usePasskey();
    await journey.consent();
    return journey.loggedIn('bank');
  }

  message(pattern: RegExp): Promise<string> {
    return messageTo(this.journey.senid, this.#phone, pattern);
  }

  #at(stage: string): void {
    assert.equal(new URL(this.page.url()).pathname, `/activate/${stage}`);
  }
}

/** A guardian with an account of level 2: a ward's account is activated and used with the guardian's own factors. */
export class GuardianDevice {
  readonly journey: Journey;
  readonly #number: string;
  readonly #phone: string;

  constructor(
    journey: Journey,
    { number, phone }: { readonly number: string; readonly phone: string },
  ) {
    this.journey = journey;
    this.#number = number;
    this.#phone = phone;
  }

  /** The message came to the guardian's phone; the guardian's highest factor confirms. */
  async activateFor(ward: string): Promise<void> {
    const { journey } = this;
    const device = new HolderDevice(journey, { number: ward, phone: this.#phone });
    await device.beginActivation();
    await device.proveThePhone();
    assert.equal(new URL(journey.page.url()).pathname, '/activate/confirm');
    if ((await journey.page.locator('#use-passkey').count()) > 0) {
      await journey.usePasskey();
    } else {
      await journey.page.fill('#password', PERSONA_PASSWORD);
      await journey.press('continue');
    }
    assert.equal(new URL(journey.page.url()).pathname, '/activate/done');
  }

  /** The service of the sandbox that takes guardians; a child of 7 and over is asked as well. */
  async enterPortalFor(
    name: string,
    level: 'low' | 'substantial' = 'substantial',
  ): Promise<IdToken> {
    const { journey } = this;
    const acr = `urn:senid:loa:${level}`;
    await journey.loginWith('portal', { acr_values: acr, prompt: 'consent' });
    await journey.signIn(this.#number);
    const device = new HolderDevice(journey, { number: this.#number, phone: this.#phone });
    await journey.enterCode(await device.message(/(?<!\d)(\d{6})(?!\d)/), name);
    if (level === 'substantial') {
      await journey.addPasskey();
      await journey.at('step-up');
      await journey.usePasskey();
    }
    await journey.consent();
    if ((await journey.step()) === 'assent') await journey.press('continue');
    return journey.loggedIn('portal');
  }
}
