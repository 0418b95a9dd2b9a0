import assert from 'node:assert/strict';

import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 60;
const MOST_FRAMES = 60;
const FRAME_MS = 16;

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

  /** By the ids, in the order of the page: `true` is ticked by Space, a text is typed. */
  async answer(values: Readonly<Record<string, string | true>>): Promise<void> {
    for (const [id, value] of Object.entries(values)) {
      await this.tabTo(id);
      if (value === true) await this.press('Space');
      else await this.type(value);
    }
  }

  async tabTo(id: string): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if ((await this.focused()) === `#${id}`) return;
      await this.press('Tab');
    }
    assert.fail(`${id} was not reached by Tab: ${this.stops.join(', ')}`);
  }

  /** To what has no id: a link, the summary of what is folded. */
  async reach(target: Locator): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return;
      await this.press('Tab');
    }
    assert.fail(`${target.toString()} was not reached by Tab: ${this.stops.join(', ')}`);
  }

  /** From the radio button that has the focus, by the arrow, to this one of the same question. */
  async choose(id: string): Promise<void> {
    for (let count = 0; count < MOST_STOPS; count += 1) {
      if ((await this.focused()) === `#${id}`) break;
      await this.#page.keyboard.press('ArrowDown');
      await this.#note();
    }
    assert.ok(await this.#page.locator(`#${id}`).isChecked(), `${id} is not chosen`);
  }

  /** In the list that has the focus, by the arrow. */
  async pick(value: string): Promise<void> {
    const list = this.#page.locator('select:focus');
    for (let count = 0; count < MOST_STOPS; count += 1) {
      if ((await list.inputValue()) === value) return;
      await this.#page.keyboard.press('ArrowDown');
    }
    assert.fail(`${value} was not reached in the list`);
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
    const stop = await this.#arrived();
    const before = this.#stops.at(-1);
    assert.ok(stop.onScreen, `${stop.name} is off the screen`);
    if (before !== undefined) {
      assert.notEqual(before.look, stop.lookOfLast, `the focus on ${before.name} cannot be seen`);
      const follows = stop.top > before.top || (stop.top === before.top && stop.left > before.left);
      assert.ok(follows || overlaps(stop, before), `${stop.name} comes after ${before.name}`);
    }
    this.#stops.push(stop);
  }

  /** Where it has been scrolled to: that takes a browser a frame or two. */
  async #arrived(): Promise<Stop> {
    let stop = await this.#describe();
    for (let frame = 0; frame < MOST_FRAMES && !stop.onScreen; frame += 1) {
      await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
      const { onScreen, top, left } = await this.#describe();
      stop = { ...stop, onScreen, top, left };
    }
    return stop;
  }

  async #describe(): Promise<Stop> {
    return this.#page.evaluate<Stop>(DESCRIBE_FOCUS);
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement);
}

/** Side by side in one line, of different heights. */
function overlaps(stop: Stop, before: Stop): boolean {
  return Math.abs(stop.top - before.top) < 40 && stop.left > before.left;
}
