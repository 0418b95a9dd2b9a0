import assert from 'node:assert/strict';

import type { Answer } from './http-agent.ts';
import { portalCookie, visitPortal } from './portal-visit.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { personBy, type Person } from './session-people.ts';
import { noteSecret } from './session-secrets.ts';
import { simulatorOf } from './simulator.ts';

const ACTIVATION_CODE = /\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/;
const ONE_TIME_CODE = /(?<!\d)(\d{6})(?!\d)/;

/** Whoever answers for a child, a ward or an organisation with their own account of level 2, without scripts. */
export class GuardianVisit {
  readonly #senid: SenidProcess;
  readonly person: Person;
  readonly browser = new Browser();

  constructor(senid: SenidProcess, person: Person) {
    this.#senid = senid;
    this.person = person;
  }

  static async of(senid: SenidProcess, number: string): Promise<GuardianVisit> {
    return new GuardianVisit(senid, await personBy(senid, number));
  }

  /** Whose account waits to be activated for the first time: with a password, and no passkey. */
  static async activated(
    senid: SenidProcess,
    { number, phone, password }: Readonly<Record<'number' | 'phone' | 'password', string>>,
  ): Promise<GuardianVisit> {
    const visit = new GuardianVisit(senid, { ...(await personBy(senid, number)), password });
    const browser = new Browser();
    const code = await message(senid, phone, ACTIVATION_CODE);
    const reached = await visit.offer(number, code, browser);
    const otp = await message(senid, phone, ONE_TIME_CODE);
    const choose = await browser.submit(reached, { otp });
    const passkey = await browser.submit(choose, { password });
    assert.equal(pathOf(passkey), '/activate/passkey', passkey.body);
    return visit;
  }

  /** A page of their own account. */
  async open(path: string): Promise<Answer> {
    const { browser } = this;
    const { page } = await visitPortal(this.#senid, this.person, path, {
      browser,
      how: 'password',
    });
    noteSecret('session cookie', browser.cookie(portalCookie('account')));
    return page;
  }

  /** Number and code on the page where an activation begins; the answer. */
  async offer(number: string, activation_code: string, browser = new Browser()): Promise<Answer> {
    const start = await browser.get(`${this.#senid.issuer}/activate`);
    return browser.submit(start, { identifier: number, activation_code });
  }

  /** Activates the account of this number with the newest code to this phone, or this one; the page of the end. */
  async activate(number: string, phone: string, code?: string): Promise<Answer> {
    const browser = new Browser();
    const given = code ?? (await message(this.#senid, phone, ACTIVATION_CODE));
    const reached = await this.offer(number, given, browser);
    assert.equal(pathOf(reached), '/activate/phone', reached.body);
    const otp = await message(this.#senid, phone, ONE_TIME_CODE);
    const confirm = await browser.submit(reached, { otp });
    assert.equal(pathOf(confirm), '/activate/confirm', confirm.body);
    const end = await browser.submit(confirm, { password: this.person.password });
    assert.equal(pathOf(end), '/activate/done', end.body);
    return end;
  }

  /** The next so many that come to this phone. */
  async activationCodes(phone: string, count: number): Promise<readonly string[]> {
    const codes: string[] = [];
    while (codes.length < count) codes.push(await message(this.#senid, phone, ACTIVATION_CODE));
    return codes;
  }

  /** Declares a child or ward of the simulator, as far as the page of the picture. */
  async declare(number: string): Promise<Answer> {
    const ward = await simulatorOf(this.#senid).person(number);
    noteSecret('identification number', number);
    noteSecret('name', String(ward['name']));
    const [year = '', month = '', day = ''] = String(ward['birthdate']).split('-');
    return this.browser.submit(await this.open('/account/wards/apply'), {
      number,
      name: String(ward['name']),
      birthdate_day: day,
      birthdate_month: month,
      birthdate_year: year,
      sex: String(ward['sex']),
    });
  }

  async sendFace(page: Answer, of: string): Promise<Answer> {
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const { bytes, mediaType } = await simulatorOf(this.#senid).face(of);
    const body = new FormData();
    body.set('csrf', csrf);
    body.set('face', new Blob([new Uint8Array(bytes)], { type: mediaType }), 'face.png');
    const answer = await this.browser.send(page.url, {
      method: 'POST',
      body,
      headers: { origin: this.#senid.issuer, 'sec-fetch-site': 'same-origin' },
    });
    return this.browser.follow(answer);
  }
}

/** Taken already: what comes next is another. */
const spent = new Set<string>();

async function message(senid: SenidProcess, phone: string, pattern: RegExp): Promise<string> {
  for (let count = 0; count < 150; count += 1) {
    const sent = (await senid.outbox()).filter(({ to }) => to === `+84${phone.slice(1)}`);
    const codes = sent.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
    const code = codes.find((each) => !spent.has(each));
    if (code !== undefined) {
      spent.add(code);
      noteSecret('one-time code', code);
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing new for ${phone} like ${pattern}`);
}

export function pathOf({ url }: Pick<Answer, 'url'>): string {
  return new URL(url).pathname;
}
