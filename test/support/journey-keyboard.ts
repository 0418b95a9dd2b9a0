import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

const MOST_STOPS = 40;

interface Stop {
  readonly name: string;
  /** Everything that can mark the focus, and what is left of it on the stop before. */
  readonly look: string;
  readonly lookOfLast: string | undefined;
  readonly top: number;
  readonly left: number;
  readonly onScreen: boolean;
}

/** What has the focus: its name, how it looks, and where it is on the page. */
const DESCRIBE_FOCUS = `(() => {
  const lookOf = (element) => {
    const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
    return [outline, boxShadow, backgroundColor, borderColor].join(' | ');
  };
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const last = self.lastFocus;
  self.lastFocus = element;
  return {
    name: element.id ? '#' + element.id : element.localName + (element.classList[0] ? '.' + element.classList[0] : ''),
    look: lookOf(element),
    lookOfLast: last && last !== element ? lookOf(last) : undefined,
    top: box.top + scrollY,
    left: box.left,
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
})()`;

/** Tab, Enter and letters: no pointer. Each stop must be seen, and lie after the one before it. */
export class Keyboard {
  readonly #page: Page;
  #stops: Stop[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('domcontentloaded', () => {
      this.#stops = [];
    });
  }

  get stops(): readonly string[] {
    return this.#stops.map(({ name }) => name);
  }

  async focused(): Promise<string> {
    return (await this.#describe()).name;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    if (key === 'Tab') await this.#note();
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async tabTo(id: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if ((await this.focused()) === `#${id}`) return;
      await this.press('Tab');
    }
    assert.fail(`${id} was not reached by Tab: ${this.stops.join(', ')}`);
  }

  /** Enter, where the focus is. */
  async submit(): Promise<void> {
    await Promise.all([
      this.#page.waitForEvent('domcontentloaded'),
      this.#page.keyboard.press('Enter'),
    ]);
  }

  async enter(id: string): Promise<void> {
    await this.tabTo(id);
    await this.submit();
  }

  async #note(): Promise<void> {
    const stop = await this.#describe();
    const before = this.#stops.at(-1);
    assert.ok(stop.onScreen, `${stop.name} is off the screen`);
    if (before !== undefined) {
      assert.notEqual(before.look, stop.lookOfLast, `the focus on ${before.name} cannot be seen`);
      const follows = stop.top > before.top || (stop.top === before.top && stop.left > before.left);
      assert.ok(follows || overlaps(stop, before), `${stop.name} comes after ${before.name}`);
    }
    this.#stops.push(stop);
  }

  async #describe(): Promise<Stop> {
    return this.#page.evaluate<Stop>(DESCRIBE_FOCUS);
  }
}

/** Side by side in one line, of different heights. */
function overlaps(stop: Stop, before: Stop): boolean {
  return Math.abs(stop.top - before.top) < 40 && stop.left > before.left;
}
