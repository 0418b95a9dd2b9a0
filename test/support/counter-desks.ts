import type { Locale } from '../../web/i18n/locale.ts';
import type { Passkeys } from './chromium-passkeys.ts';
import { CounterOfficer } from './counter-journey.ts';
import type { Stage } from './journey-stage.ts';
import { OFFICERS } from './officer-visit.ts';

/** Officers of one stage, each time at a browser that was never used; their passkeys are those of the day before. */
export class Desks {
  readonly #stage: Stage;
  readonly #passkeys = new Map<string, Passkeys>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Signed in, at the work list. */
  async take(who: keyof typeof OFFICERS, language: Locale = 'vi'): Promise<CounterOfficer> {
    const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
    const browser = { viewport: { width: 1280, height: 900 }, locale };
    const journey = await this.#stage.visit({ browser });
    const known = this.#passkeys.get(who);
    if (known !== undefined) await journey.device.hold(known);
    const officer = new CounterOfficer(journey, OFFICERS[who]);
    await officer.open('/officer');
    this.#passkeys.set(who, await journey.device.credentials());
    return officer;
  }
}
