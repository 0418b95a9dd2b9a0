import assert from 'node:assert/strict';

import type { BrowserContext, Page } from 'playwright-core';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import type { StepName } from '../../interactions/next-step.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import type { PasskeyDevice } from './chromium-passkeys.ts';
import { parseAnswer, type Answer, type IdToken } from './journey-result.ts';
import type { SenidProcess } from './senid-process.ts';

export type Service = 'bank' | 'landlord' | 'portal';

/** One person at one tab: does what people do, and waits for the page that follows. */
export class Journey {
  readonly senid: SenidProcess;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly device: PasskeyDevice;

  constructor(senid: SenidProcess, page: Page, device: PasskeyDevice) {
    this.senid = senid;
    this.context = page.context();
    this.page = page;
    this.device = device;
  }

  /** Opens the service and presses its login button. */
  async login(service: Service, locale: Locale = 'vi'): Promise<void> {
    await this.page.goto(`${this.senid[service]}/?lang=${locale}`);
    await this.press('login');
  }

  /** The service's own request, with parameters it would not send. */
  async loginWith(service: Service, extra: Readonly<Record<string, string>>): Promise<void> {
    const departure = await this.context.request.get(`${this.senid[service]}/login`, {
      maxRedirects: 0,
      maxRetries: 2,
    });
    const request = new URL(departure.headers()['location'] ?? '');
    for (const [name, value] of Object.entries(extra)) request.searchParams.set(name, value);
    await this.page.goto(request.href);
  }

  /** Presses the button of this id and waits for the next document. */
  async press(id: string): Promise<void> {
    await this.#nextDocument(() => this.page.locator(`#${id}`).click());
  }

  async signIn(identifier: string, password: string = PERSONA_PASSWORD): Promise<void> {
    await this.at('sign-in');
    await this.page.fill('#identifier', identifier);
    await this.page.fill('#password', password);
    await this.press('continue');
  }

  /** Who has wards goes on for themself, unless told for whom. */
  async enterCode(code?: string, actsFor?: string): Promise<void> {
    await this.at('one-time-code');
    await this.page.fill('#otp', code ?? (await this.senid.code()));
    await this.press('continue');
    if (actsFor === undefined) return this.forMyself();
    await this.actFor(actsFor);
  }

  async continueAs(): Promise<void> {
    await this.at('continue-as');
    await this.press('continue');
  }

  /** From the step-up page of a person without a passkey. */
  async addPasskey(name = 'Điện thoại của tôi'): Promise<void> {
    await this.at('step-up');
    await this.press('add-passkey');
    await this.at('add-passkey');
    await this.page.fill('#passkey_name', name);
    await this.usePasskey();
  }

  /** Presses the passkey button of the page with the device at hand. */
  async usePasskey(): Promise<void> {
    // Browsers answer no passkey request of a tab that lies behind another.
    await this.page.bringToFront();
    await this.#nextDocument(async () => {
      await this.device.present(true);
      await this.page.locator('#use-passkey').click();
    });
    await this.device.present(false);
  }

  /** Picks the passkey that the browser suggests in the number field (conditional mediation). */
  async pickSuggestion(): Promise<void> {
    await this.suggestions('shown');
    await this.#nextDocument(async () => {
      await this.device.present(true);
      await this.page.locator('#identifier').click();
    });
    await this.device.present(false);
  }

  /**
   * Resolves when the browser's suggestions have got this far. A function and no string: only the first look at a string
   * passes the page's Content Security Policy.
   */
  async suggestions(state: 'shown' | 'answered'): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => (globalThis as { suggestions?: string }).suggestions === wanted,
      state,
    );
  }

  async consent(...optional: readonly string[]): Promise<void> {
    await this.at('consent');
    for (const scope of optional) await this.page.check(`#consent-${scope}`);
    await this.press('continue');
  }

  /** Consent is asked of whoever has not given it to this service yet. */
  async consentIfAsked(...optional: readonly string[]): Promise<void> {
    if ((await this.step()) === 'consent') await this.consent(...optional);
  }

  /** On the page where that is chosen. */
  async actFor(name: string): Promise<void> {
    await this.at('choose-person');
    const button = this.page.getByRole('button', { name });
    await this.#nextDocument(() => button.click());
  }

  /** Who has wards is asked for whom they are here. */
  async forMyself(): Promise<void> {
    if ((await this.step()) === 'choose-person') await this.press('continue');
  }

  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  /** A whole login with password and code. */
  async enterPortal(identifier: string, ...optional: readonly string[]): Promise<IdToken> {
    await this.login('portal');
    await this.signIn(identifier);
    await this.enterCode();
    await this.consentIfAsked(...optional);
    return this.loggedIn('portal');
  }

  /** The shortest way to a passkey: a first login at the bank. */
  async joinBank(identifier: string): Promise<IdToken> {
    await this.login('bank');
    await this.signIn(identifier);
    await this.enterCode();
    await this.addPasskey();
    await this.at('step-up');
    await this.usePasskey();
    await this.consent();
    return this.loggedIn('bank');
  }

  /** The step whose page is shown; undefined outside a journey. */
  async step(): Promise<string | undefined> {
    const form = this.page.locator('form[action^="/interaction/"]').first();
    if ((await form.count()) === 0) return undefined;
    return (await form.getAttribute('action'))?.split('/')[3];
  }

  async at(expected: StepName): Promise<void> {
    const found = await this.step();
    assert.equal(found, expected, `expected ${expected}, got "${await this.page.title()}"`);
  }

  /** The service has its answer, and shows it. */
  async back(service: Service): Promise<Answer> {
    assert.equal(new URL(this.page.url()).origin, this.senid[service], await this.page.title());
    return this.answer(service);
  }

  async loggedIn(service: Service): Promise<IdToken> {
    const { idToken, error } = await this.back(service);
    assert.ok(idToken !== undefined && error === undefined, JSON.stringify(error));
    return idToken;
  }

  async answer(service: Service): Promise<Answer> {
    const response = await this.context.request.get(`${this.senid[service]}/result.json`, {
      // The service may be closing the idle connection at this very moment.
      maxRetries: 2,
    });
    return parseAnswer(await response.json());
  }

  async #nextDocument(act: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), act()]);
  }
}
