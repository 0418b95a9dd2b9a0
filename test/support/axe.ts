import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import type { Locale } from '../../web/i18n/locale.ts';
import { OUTPUT_FOLDER } from './senid-process.ts';

const PICTURES = join(OUTPUT_FOLDER, 'pages');
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: 390 | 1280;
}

/** Between the two languages every page is seen in both schemes at both widths. */
const LOOKS: Readonly<Record<Locale, readonly Look[]>> = {
  vi: [
    { scheme: 'dark', width: 1280 },
    { scheme: 'light', width: 390 },
  ],
  en: [
    { scheme: 'light', width: 1280 },
    { scheme: 'dark', width: 390 },
  ],
};

/** One page; for several of one journey use `PageInspection`. */
export async function assertAccessible(page: Page, locale: Locale, name: string): Promise<void> {
  const inspection = new PageInspection(page, locale);
  await inspection.inspect(name);
  assert.deepEqual(inspection.faults, []);
}

/** Pictures of pages as they are served, and what axe finds wrong with them. */
export class PageInspection {
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #locale: Locale;

  constructor(page: Page, locale: Locale) {
    this.#page = page;
    this.#locale = locale;
    mkdirSync(PICTURES, { recursive: true });
  }

  /** Leaves the page as it is: nothing is loaded anew. */
  async inspect(name: string): Promise<void> {
    const language = await this.#page.locator('html').getAttribute('lang');
    if (language !== this.#locale) this.faults.push(`${name}: in ${language}`);
    for (const look of LOOKS[this.#locale]) {
      const file = `${name}.${this.#locale}.${look.scheme}.${look.width}.png`;
      await this.#wear(look);
      // A dialog covers what one sees, not what one could scroll to.
      const fullPage = (await this.#page.locator('dialog[open]').count()) === 0;
      await this.#page.screenshot({ path: join(PICTURES, file), fullPage });
      const found = [...(await this.#overflow()), ...(await this.#violations())];
      this.faults.push(...found.map((fault) => `${file}: ${fault}`));
    }
  }

  async #wear({ scheme, width }: Look): Promise<void> {
    await this.#page.emulateMedia({ colorScheme: scheme });
    await this.#page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  }

  /** Sideways scrolling (WCAG 2.2, 1.4.10), which axe cannot see. */
  async #overflow(): Promise<readonly string[]> {
    const { scrollWidth, clientWidth } = await this.#page.evaluate<
      Readonly<Record<'scrollWidth' | 'clientWidth', number>>
    >(
      '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
    );
    return scrollWidth > clientWidth ? ['scrolls sideways'] : [];
  }

  async #violations(): Promise<readonly string[]> {
    // Without the legacy mode axe opens a tab of its own for every analysis, for frames that we do not have.
    const builder = new AxeBuilder({ page: this.#page }).setLegacyMode(true).withTags(WCAG_22_AA);
    const { violations } = await builder.analyze();
    return violations.map(
      ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  }
}
