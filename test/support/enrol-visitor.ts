import assert from 'node:assert/strict';

import type { Locale } from '../../web/i18n/locale.ts';
import { PageInspection } from './axe.ts';
import { choosePicture } from './choose-picture.ts';
import { messageTo } from './counter-journey.ts';
import type { ApplicantFacts } from './enrol-applicant.ts';
import { Keyboard } from './journey-keyboard.ts';
import type { Journey } from './journey.ts';

export interface VisitorFacts extends ApplicantFacts {
  readonly email?: string;
}

/** Somebody who applies for level 1 in Chromium with the keyboard alone; every page they see is looked at once. */
export class EnrolVisitor {
  readonly keys: Keyboard;
  readonly inspection: PageInspection;
  readonly #journey: Journey;
  readonly #facts: VisitorFacts;
  readonly #looksAt: boolean;
  readonly #seen = new Set<string>();

  constructor(
    journey: Journey,
    facts: VisitorFacts,
    { locale, looks }: { readonly locale: Locale; readonly looks: boolean },
  ) {
    this.#journey = journey;
    this.#facts = facts;
    this.#looksAt = looks;
    this.keys = new Keyboard(journey.page);
    this.inspection = new PageInspection(journey.page, locale);
  }

  get page() {
    return this.#journey.page;
  }

  /** Of the address, as `phone-code` or `result`. */
  get place(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Once a page, where the whole way is looked at. */
  async look(name = this.place): Promise<void> {
    if (!this.#looksAt || this.#seen.has(name)) return;
    this.#seen.add(name);
    await this.inspection.inspect(`enrol-${name}`);
  }

  async begin(): Promise<void> {
    await this.page.goto(`${this.#journey.senid.issuer}/enrol`);
    await this.look('start');
    await this.keys.enter('start');
  }

  /** Answers one question after the other as far as this one. */
  async goTo(place: string): Promise<void> {
    for (let count = 0; count < 14; count += 1) {
      if (this.place === place) return;
      await this.answer();
    }
    assert.fail(`${place} was not reached, now at ${this.place}: ${await this.text()}`);
  }

  /** The question that is asked now. */
  async answer(): Promise<void> {
    const { keys } = this;
    const { who, number, phone, email } = this.#facts;
    await this.look();
    switch (this.place) {
      case 'who':
        return this.choose('who', who === 'citizen' ? 0 : 1);
      case 'number':
        return this.#fill('identifier', number);
      case 'phone':
        return this.#fill('phone', phone);
      case 'phone-code':
        return this.#fill('otp', await this.code(`+84${phone.slice(1)}`));
      case 'email':
        return email === undefined ? keys.enter('skip') : this.#fill('email', email);
      case 'email-code':
        return this.#fill('otp', await this.code(email));
      case 'details':
        return this.#details();
      case 'check':
        return keys.enter('continue');
      default:
        assert.fail(`no question: ${this.page.url()} ${await this.text()}`);
    }
  }

  /** The radio button this far below the first, and on. */
  async choose(name: string, below: number): Promise<void> {
    await this.keys.tabTo(name);
    await this.keys.press('Space');
    for (let count = 0; count < below; count += 1) await this.keys.press('ArrowDown');
    await this.keys.enter('continue');
  }

  /** From the device's camera or its pictures; what was chosen is shown before it is sent. */
  async takePicture(of: string): Promise<void> {
    await this.look();
    const { senid } = this.#journey;
    await choosePicture(this.page, this.keys, 'face', { senid, of });
    await this.look('photo-preview');
  }

  async submitPicture(of: string): Promise<void> {
    await this.goTo('photo');
    await this.takePicture(of);
    await this.keys.enter('continue');
    await this.look(`result-${await this.page.locator('h1').innerText()}`.replaceAll(/\W+/g, '-'));
  }

  code(to: string | undefined): Promise<string> {
    return messageTo(this.#journey.senid, to, /(?<!\d)(\d{6})(?!\d)/);
  }

  async #details(): Promise<void> {
    const { name, birthdate, sex, nationality } = this.#facts;
    const [year = '', month = '', day = ''] = birthdate.split('-');
    const { keys } = this;
    for (const [id, text] of [
      ['name', name],
      ['birthdate', day],
      ['birthdate_month', month],
      ['birthdate_year', year],
    ] as const) {
      await keys.tabTo(id);
      await keys.press('Control+A');
      await keys.type(text);
    }
    await keys.tabTo('sex');
    await keys.press('Space');
    if (sex === 'female') await keys.press('ArrowDown');
    if (nationality !== undefined) {
      await keys.tabTo('nationality');
      await keys.type(this.#countryName(nationality));
    }
    await keys.enter('continue');
  }

  /** As the list has it in the language of the visit. */
  #countryName(code: string): string {
    return code === 'JPN' ? 'Japan' : code;
  }

  async #fill(id: string, text: string): Promise<void> {
    await this.keys.tabTo(id);
    await this.keys.press('Control+A');
    await this.keys.type(text);
    await this.keys.enter('continue');
  }
}
