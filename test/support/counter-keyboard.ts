import assert from 'node:assert/strict';

import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import { choosePicture } from './choose-picture.ts';
import type { CounterOfficer } from './counter-journey.ts';
import { Keyboard } from './journey-keyboard.ts';

/** An officer who has no pointer: Tab, Space, arrows and Enter, from one page of the console to the next. */
export class KeyboardOfficer {
  readonly officer: CounterOfficer;
  readonly #keys: Keyboard;

  constructor(officer: CounterOfficer) {
    this.officer = officer;
    this.#keys = new Keyboard(officer.page);
  }

  get #page() {
    return this.officer.page;
  }

  get keys(): Keyboard {
    return this.#keys;
  }

  /** To the link with this text, and through it. */
  async follow(text: string): Promise<void> {
    await this.#keys.reach(this.#page.getByRole('link', { name: text, exact: true }).first());
    await this.#keys.submit();
  }

  /** From the work list to a case opened with this; its address. */
  async receive(
    kind: string,
    values: Readonly<Record<string, string>>,
    openText: string,
  ): Promise<string> {
    await this.follow(openText);
    await this.#keys.enter(`open-${kind}`);
    await this.#keys.answer(values);
    await this.#keys.enter('take');
    return new URL(this.#page.url()).pathname;
  }

  /** `true` is ticked by Space, a text is typed. */
  async take(step: StepName, values: Readonly<Record<string, string | true>> = {}): Promise<void> {
    await this.#keys.enter(`step-${step}`);
    await this.#keys.answer(values);
    await this.#send(step);
  }

  async capture(sample: BiometricSample['kind'], number: string): Promise<void> {
    await this.#keys.enter(`step-${sample}_captured`);
    const { senid } = this.officer.journey;
    await choosePicture(this.#page, this.#keys, sample, { senid, of: number, byKeysAlone: true });
    await this.#send(`${sample}_captured`);
  }

  async #send(step: StepName): Promise<void> {
    await this.#keys.enter('take');
    const told = new URL(this.#page.url()).searchParams.get('taken');
    assert.equal(told, step, await this.officer.text());
  }
}
