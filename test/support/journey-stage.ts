import assert from 'node:assert/strict';
import { join } from 'node:path';

import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

import { chromium } from './chromium.ts';
import { collectComplaints } from './chromium-complaints.ts';
import {
  PasskeyDevice,
  SUGGESTIONS_ARE_PICKED,
  SUGGESTIONS_COME_UNASKED,
  type PasskeyDeviceOptions,
} from './chromium-passkeys.ts';
import { Journey } from './journey.ts';
import {
  OUTPUT_FOLDER,
  startSenid,
  type SenidProcess,
  type StartOptions,
} from './senid-process.ts';

/** Never the subject of a test: these machines are shared, and a page can take its time. */
const TIMEOUT_MS = 120_000;

export interface VisitorOptions extends PasskeyDeviceOptions {
  /** The passkey among the suggestions of the number field can be picked. */
  readonly picksSuggestions?: boolean;
  readonly browser?: BrowserContextOptions;
}

/** `registers`: with the simulator of the State's registers beside it. */
export type StageOptions = Pick<StartOptions, 'registers'>;

/** The real program with its sample services, and browsers that visit it. */
export class Stage {
  readonly complaints: string[] = [];
  #senid: SenidProcess | undefined;
  #visitors: Journey[] = [];
  readonly #options: StageOptions;

  constructor(options: StageOptions = {}) {
    this.#options = options;
  }

  get senid(): SenidProcess {
    assert.ok(this.#senid !== undefined, 'before() has not run');
    return this.#senid;
  }

  /** A new person: a browser without cookies, a tab, a passkey device. */
  async visit(options: VisitorOptions = {}): Promise<Journey> {
    const { browser = {}, picksSuggestions = false, ...device } = options;
    const context = await (
      await chromium()
    ).newContext({
      locale: 'vi-VN',
      viewport: { width: 420, height: 860 },
      reducedMotion: 'reduce',
      ...browser,
    });
    await collectComplaints(context, this.complaints);
    await context.addInitScript(
      picksSuggestions ? SUGGESTIONS_ARE_PICKED : SUGGESTIONS_COME_UNASKED,
    );
    return this.tab(context, device);
  }

  /** Another tab of the same browser; Chromium gives each a device of its own. */
  async tab(context: BrowserContext, device: PasskeyDeviceOptions = {}): Promise<Journey> {
    const page = await context.newPage();
    const journey = new Journey(this.senid, page, await PasskeyDevice.attach(page, device));
    this.#visitors.push(journey);
    return journey;
  }

  async start(): Promise<void> {
    const start = { samples: true, name: 'browser', ...this.#options };
    const [senid] = await Promise.all([startSenid(start), chromium()]);
    this.#senid = senid;
  }

  async stop(): Promise<void> {
    await this.#senid?.stop();
  }

  async sendVisitorsHome(failedTest: string | undefined): Promise<void> {
    if (failedTest !== undefined) await this.#picture(failedTest);
    await Promise.all(this.#visitors.map(({ context }) => context.close()));
    this.#visitors = [];
  }

  async #picture(title: string): Promise<void> {
    const name = title.replace(/\W+/g, '-').slice(0, 80);
    for (const [index, { page }] of this.#visitors.entries()) {
      const path = join(OUTPUT_FOLDER, 'failures', `${name}-${index}.png`);
      await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    }
  }
}

/** A suite on a stage of its own. Its last test holds every page all its tests saw to a silent console. */
export function browserSuite(
  title: string,
  define: (stage: Stage) => void,
  options: StageOptions = {},
): void {
  describe(title, function () {
    this.timeout(TIMEOUT_MS);
    const stage = new Stage(options);
    before(() => stage.start());
    afterEach(async function () {
      const { currentTest } = this;
      await stage.sendVisitorsHome(
        currentTest?.isFailed() === true ? currentTest.title : undefined,
      );
    });
    after(() => stage.stop());

    define(stage);

    it('leaves no error and no violated policy in any console', () => {
      assert.deepEqual(stage.complaints, []);
    });
  });
}
