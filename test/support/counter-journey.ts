import assert from 'node:assert/strict';

import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import type { Journey } from './journey.ts';
import { simulatorOf } from './simulator.ts';

/** Somebody at a page of a portal in Chromium, who proves whatever the provider asks for. */
export class PortalTab {
  readonly #journey: Journey;
  readonly #login: string;

  constructor(journey: Journey, login: string) {
    this.#journey = journey;
    this.#login = login;
  }

  get page() {
    return this.#journey.page;
  }

  get journey(): Journey {
    return this.#journey;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#journey.senid.issuer}${path}`);
    await this.prove();
  }

  /** Presses a link or button of this id and proves who they are where that is asked. */
  async press(id: string): Promise<void> {
    await this.#journey.press(id);
    await this.prove();
  }

  /** From wherever the provider has led them, back to the portal. */
  async prove(): Promise<void> {
    const journey = this.#journey;
    for (let count = 0; count < 12; count += 1) {
      const step = await journey.step();
      switch (step) {
        case undefined:
          return;
        case 'sign-in': {
          await journey.signIn(this.#login);
          break;
        }
        case 'one-time-code': {
          await journey.page.fill('#otp', await newestCode(journey));
          await journey.press('continue');
          break;
        }
        case 'choose-person': {
          await journey.forMyself();
          break;
        }
        case 'step-up': {
          const none = (await journey.page.locator('#add-passkey').count()) > 0;
          await (none ? journey.addPasskey() : journey.usePasskey());
          break;
        }
        case 'add-passkey': {
          await journey.page.fill('#passkey_name', 'Máy tính của tôi');
          await journey.usePasskey();
          break;
        }
        default: {
          await journey.press('continue');
        }
      }
    }
    assert.fail(`the provider asks on and on: ${await journey.page.title()}`);
  }

  /** The newest heading of the page, and everything it says. */
  title(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }
}

/** What is typed on TK01, and whether somebody answers for the applicant. */
type Dossier = Readonly<
  Partial<Record<'phone' | 'card_application_number' | 'documents_to_integrate', string>>
> & { readonly withGuardian?: boolean };

/** An officer at the counter. */
export class CounterOfficer extends PortalTab {
  /** The address of the case that was opened. */
  async receive(kind: string, values: Readonly<Record<string, string>>): Promise<string> {
    await this.open('/officer');
    await this.page.getByRole('link', { name: /Tiếp nhận hồ sơ|Receive an application/ }).click();
    await this.press(`open-${kind}`);
    for (const [name, value] of Object.entries(values)) await this.page.fill(`#${name}`, value);
    await this.press('take');
    return new URL(this.page.url()).pathname;
  }

  /** From the page of a case: the step's page, filled in and sent. */
  async take(step: StepName, values: Readonly<Record<string, string | true>> = {}): Promise<void> {
    await this.press(`step-${step}`);
    for (const [name, value] of Object.entries(values)) {
      // The whole card is the label.
      if (value === true) await this.page.click(`label[for=${name}]`);
      else await this.page.fill(`#${name}`, value);
    }
    await this.#send(step);
  }

  /** What the simulator draws of this person. */
  async capture(sample: BiometricSample['kind'], number: string): Promise<void> {
    await this.press(`step-${sample}_captured`);
    const picture = await simulatorOf(this.journey.senid)[sample](number);
    const buffer = Buffer.from(picture.bytes);
    const file = { name: `${sample}.png`, mimeType: picture.mediaType, buffer };
    await this.page.setInputFiles(`#${sample}`, file);
    await this.#send(`${sample}_captured`);
  }

  /** The whole dossier of level 2, from the page of the case: documents, form, face, fingers, consent, and on its way. */
  async putTogether(number: string, { withGuardian = false, ...form }: Dossier): Promise<void> {
    if (withGuardian) await this.take('guardian_present', { guardian_attends: true });
    await this.take('documents_checked', { document_shown: true });
    await this.take('form_filled', form);
    await this.capture('face', number);
    await this.capture('fingerprints', number);
    await this.take('consent_confirmed', { consent: true });
    await this.take('completed');
    await this.take('forwarded');
  }

  /** From the list of one's office to the page of this applicant. */
  async find(name: string): Promise<void> {
    await this.open('/officer');
    await this.page.getByRole('link', { name }).click();
    await this.prove();
  }

  /** Back at the case, told that it was recorded. */
  async #send(step: StepName): Promise<void> {
    await this.press('take');
    assert.equal(new URL(this.page.url()).searchParams.get('taken'), step, await this.text());
  }
}

async function newestCode({ senid }: Journey): Promise<string> {
  return messageTo(senid, undefined, /(?<!\d)(\d{6})(?!\d)/);
}

/** What the newest message says that matches; of everybody, or of one phone. */
export async function messageTo(
  senid: Journey['senid'],
  phone: string | undefined,
  pattern: RegExp,
): Promise<string> {
  for (let count = 0; count < 150; count += 1) {
    const messages = await senid.outbox();
    const texts = messages.filter(({ to }) => phone === undefined || to === phone);
    const found = texts.map(({ text }) => pattern.exec(text)?.[1]).find((each) => each);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing like ${pattern} in ${JSON.stringify(await senid.outbox())}`);
}
