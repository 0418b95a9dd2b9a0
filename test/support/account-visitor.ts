import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { PageInspection } from './axe.ts';
import { choosePicture } from './choose-picture.ts';
import { messageTo } from './counter-journey.ts';
import { Keyboard } from './journey-keyboard.ts';
import type { Journey } from './journey.ts';

export const ONE_TIME_CODE = /(?<!\d)(\d{6})(?!\d)/;
/** By which something is called off. */
export const ALARM_CODE = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

export interface AccountFacts {
  readonly number: string;
  readonly phone: string;
}

/** Somebody at the pages of their account in Chromium, with the keyboard alone. */
export class AccountVisitor {
  readonly keys: Keyboard;
  readonly inspection: PageInspection;
  readonly journey: Journey;
  readonly #facts: AccountFacts;

  constructor(journey: Journey, facts: AccountFacts) {
    this.journey = journey;
    this.#facts = facts;
    this.keys = new Keyboard(journey.page);
    this.inspection = new PageInspection(journey.page, 'vi');
  }

  get page() {
    return this.journey.page;
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  look(name: string): Promise<void> {
    return this.inspection.inspect(`account-${name}`);
  }

  /** Opens a page and proves whatever the provider asks for on the way. */
  async open(path: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(this.journey.senid.issuer + path);
    await this.prove();
  }

  async prove(password = PERSONA_PASSWORD): Promise<void> {
    for (let count = 0; count < 8; count += 1) {
      switch (await this.journey.step()) {
        case undefined:
          return;
        case 'sign-in':
          await this.submit({ identifier: this.#facts.number, password });
          break;
        case 'one-time-code':
          await this.submit({ otp: await this.message(ONE_TIME_CODE) });
          break;
        case 'step-up':
          await this.touchPasskey();
          break;
        default:
          await this.keys.enter('continue');
      }
    }
  }

  /** Field after field, in their order on the page. */
  async type(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, text] of Object.entries(fields)) {
      await this.keys.tabTo(id);
      await this.keys.press('Control+A');
      await this.keys.type(text);
    }
  }

  async submit(fields: Readonly<Record<string, string>>, button = 'continue'): Promise<void> {
    await this.type(fields);
    await this.keys.enter(button);
  }

  /** The passkey button, and the owner of the device is there. */
  async touchPasskey(): Promise<void> {
    await this.page.bringToFront();
    await this.journey.device.present(true);
    await this.keys.enter('use-passkey');
    await this.journey.device.present(false);
  }

  message(pattern: RegExp, to = this.#facts.phone): Promise<string> {
    return messageTo(this.journey.senid, to, pattern);
  }

  choosePicture(id: string, of: string): Promise<void> {
    return choosePicture(this.page, this.keys, id, { senid: this.journey.senid, of });
  }
}
