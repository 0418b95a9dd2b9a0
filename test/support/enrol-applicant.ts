import assert from 'node:assert/strict';

import { formsOf, type Answer } from './http-agent.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { noteSecret } from './session-secrets.ts';
import { simulatorOf } from './simulator.ts';

/** Whom the simulator knows, and the phone in their hand. */
export interface ApplicantFacts {
  readonly who: 'citizen' | 'foreigner';
  readonly number: string;
  readonly phone: string;
  readonly name: string;
  readonly birthdate: string;
  readonly sex: 'male' | 'female';
  readonly nationality?: string;
}

let phones = 0;

/** A phone nobody has, in any test of this run. */
function freshPhone(): string {
  phones += 1;
  const phone = `09${String((process.pid * 1000 + phones) % 1e8).padStart(8, '7')}`;
  noteSecret('phone number', `+84${phone.slice(1)}`);
  return phone;
}

export const TUAN: ApplicantFacts = {
  who: 'citizen',
  number: '099092000103',
  phone: '',
  name: 'Hoàng Minh Tuấn',
  birthdate: '1992-06-15',
  sex: 'male',
};
export const HA: ApplicantFacts = {
  who: 'citizen',
  number: '099193000110',
  phone: '',
  name: 'Phan Thị Thu Hà',
  birthdate: '1993-06-15',
  sex: 'female',
};
export const NAKAMURA: ApplicantFacts = {
  who: 'foreigner',
  number: 'M00000107',
  phone: '',
  name: 'NAKAMURA KENJI',
  birthdate: '1987-04-12',
  sex: 'male',
  nationality: 'JPN',
};

/** Somebody who applies for level 1 in a browser without scripts. */
export class Applicant {
  readonly browser: Browser;
  readonly senid: SenidProcess;
  readonly facts: ApplicantFacts;

  constructor(senid: SenidProcess, facts: ApplicantFacts, browser = new Browser()) {
    this.senid = senid;
    this.facts = { ...facts, phone: facts.phone === '' ? freshPhone() : facts.phone };
    this.browser = browser;
    noteSecret('identification number', facts.number);
    noteSecret('name', facts.name);
  }

  at(path: string): Promise<Answer> {
    return this.browser.get(`${this.senid.issuer}${path}`);
  }

  /** As far as the question `until`, whose page is the answer. */
  async answerUntil(until: string): Promise<Answer> {
    const { who, number, phone, name, birthdate, sex, nationality } = this.facts;
    const [year = '', month = '', day = ''] = birthdate.split('-');
    const answers: Readonly<Record<string, () => Record<string, string>>> = {
      who: () => ({ who }),
      number: () => ({ identifier: number }),
      phone: () => ({ phone }),
      email: () => ({ skip: '1' }),
      details: () => ({
        name,
        birthdate_day: day,
        birthdate_month: month,
        birthdate_year: year,
        sex,
        ...(nationality === undefined ? {} : { nationality }),
      }),
      check: () => ({ continue: '1' }),
    };
    let page = await this.at('/enrol/photo');
    for (let count = 0; count < 12; count += 1) {
      const question = new URL(page.url).pathname.split('/')[2] ?? '';
      if (question === until) return page;
      page =
        question === 'phone-code'
          ? await this.submit(page, { otp: await this.code() })
          : await this.submit(page, answers[question]?.() ?? {});
    }
    assert.fail(`${until} was not reached: ${page.url} ${page.body}`);
  }

  /** Fields that are no inputs of the form's markup (selects) are added as they are. */
  async submit(page: Answer, values: Readonly<Record<string, string>>): Promise<Answer> {
    return this.browser.follow(await this.post(page, values));
  }

  post(page: Answer, values: Readonly<Record<string, string>>): Promise<Answer> {
    const names = Object.keys(values);
    const forms = formsOf(page.body);
    const form =
      forms.find(({ buttons }) => names.some((name) => buttons.includes(name))) ??
      forms.find(({ fields }) => names.some((name) => name in fields)) ??
      forms[0];
    assert.ok(form, `no form at ${page.url}`);
    const body = new URLSearchParams({ csrf: form.fields['csrf'] ?? '', ...values });
    return this.browser.send(new URL(form.action, page.url).href, {
      method: 'POST',
      body,
      headers: { origin: new URL(page.url).origin, 'sec-fetch-site': 'same-origin' },
    });
  }

  /** The picture of somebody, or any bytes, on the page of the picture. */
  async postPhoto(page: Answer, bytes: Uint8Array): Promise<Answer> {
    const [form] = formsOf(page.body);
    assert.ok(form, `no form at ${page.url}`);
    const body = new FormData();
    body.set('csrf', form.fields['csrf'] ?? '');
    body.set('face', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'face.png');
    return this.browser.send(new URL(form.action, page.url).href, {
      method: 'POST',
      body,
      headers: { origin: new URL(page.url).origin, 'sec-fetch-site': 'same-origin' },
    });
  }

  async face(of = this.registerNumber()): Promise<Uint8Array> {
    return (await simulatorOf(this.senid).face(of)).bytes;
  }

  /** The whole application, with the own face unless told otherwise. */
  async apply(faceOf?: string): Promise<Answer> {
    const page = await this.answerUntil('photo');
    return this.browser.follow(await this.postPhoto(page, await this.face(faceOf)));
  }

  /** From the result page: activation code, password, as far as the end. */
  async activate(result: Answer, password: string): Promise<Answer> {
    const code = await this.activationCode();
    const start = await this.submit(result, { activate: '1' });
    const choose = await this.submit(start, {
      identifier: this.registerNumber(),
      activation_code: code,
    });
    return this.submit(choose, { password });
  }

  /** The newest one-time code to this phone. */
  async code(): Promise<string> {
    return this.#newest(/\b(\d{6})\b/);
  }

  async activationCode(): Promise<string> {
    return this.#newest(/\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/);
  }

  async #newest(pattern: RegExp): Promise<string> {
    const to = `+84${this.facts.phone.slice(1)}`;
    for (let count = 0; count < 100; count += 1) {
      const texts = (await this.senid.outbox()).filter((each) => each.to === to);
      const found = texts.map(({ text }) => pattern.exec(text)?.[1]).find((each) => each);
      if (found !== undefined) {
        noteSecret('one-time code', found);
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nothing for ${to} in ${JSON.stringify(await this.senid.outbox())}`);
  }

  /** By which the registers know them. */
  registerNumber(): string {
    return this.facts.who === 'foreigner'
      ? `F${this.facts.number.slice(1).padStart(11, '0')}`
      : this.facts.number;
  }
}

export function titleOf({ body }: Answer): string {
  return /<h1[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
}
