import assert from 'node:assert/strict';

import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import type { CounterOfficer } from './counter-journey.ts';
import { Keyboard } from './journey-keyboard.ts';
import { simulatorOf } from './simulator.ts';

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

  /** To the link with this text, and through it. */
  async follow(text: string): Promise<void> {
    const link = this.#page.getByRole('link', { name: text, exact: true }).first();
    for (let stop = 0; stop < 60; stop += 1) {
      if (await link.evaluate((element) => element === element.ownerDocument.activeElement)) {
        return this.#keys.submit();
      }
      await this.#keys.press('Tab');
    }
    assert.fail(`“${text}” was not reached by Tab: ${this.#keys.stops.join(', ')}`);
  }

  async receive(kind: string, number: string, openText: string): Promise<string> {
    await this.follow(openText);
    await this.#keys.enter(`open-${kind}`);
    await this.#keys.tabTo('number');
    await this.#keys.type(number);
    await this.#keys.enter('take');
    return new URL(this.#page.url()).pathname;
  }

  /** `true` is ticked by Space, a text is typed. */
  async take(step: StepName, values: Readonly<Record<string, string | true>> = {}): Promise<void> {
    await this.#keys.enter(`step-${step}`);
    for (const [name, value] of Object.entries(values)) {
      await this.#keys.tabTo(name);
      if (value === true) await this.#keys.press('Space');
      else await this.#keys.type(value);
    }
    await this.#send(step);
  }

  /** The field of the picture opens by Space; what is chosen there is the operating system's. */
  async capture(sample: BiometricSample['kind'], number: string): Promise<void> {
    await this.#keys.enter(`step-${sample}_captured`);
    await this.#keys.tabTo(sample);
    const picture = await simulatorOf(this.officer.journey.senid)[sample](number);
    const [chooser] = await Promise.all([
      this.#page.waitForEvent('filechooser'),
      this.#keys.press('Space'),
    ]);
    const buffer = Buffer.from(picture.bytes);
    await chooser.setFiles({ name: `${sample}.png`, mimeType: picture.mediaType, buffer });
    await this.#send(`${sample}_captured`);
  }

  async #send(step: StepName): Promise<void> {
    await this.#keys.enter('take');
    const told = new URL(this.#page.url()).searchParams.get('taken');
    assert.equal(told, step, await this.officer.text());
  }
}
