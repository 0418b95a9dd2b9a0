import type { BiometricSample } from '../../enrolment/registers.ts';
import type { Answer } from './http-agent.ts';
import { formsOf } from './http-agent.ts';
import { comeBack } from './portal-visit.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import type { Person } from './session-people.ts';
import { withStores } from './session-server.ts';
import { SoftwarePasskey } from './software-passkey.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';

/** Officers of the sandbox, by what they do. */
export const OFFICERS = {
  receiving: '099188000101',
  secondReceiving: '099192000107',
  supervisor: '099085000102',
  immigration: '099190000105',
  deciding: '099179000103',
  authoritySupervisor: '099075000104',
  auditor: '099082000106',
} as const;

/** An officer at their own browser. */
export class OfficerBrowser extends Browser {
  readonly #senid: SenidProcess;
  readonly person: Person;

  constructor(senid: SenidProcess, person: Person) {
    super();
    this.#senid = senid;
    this.person = person;
  }

  /** Opens a page of the console and proves whatever is asked. */
  async open(path: string): Promise<Answer> {
    return this.prove(await this.send(this.#senid.issuer + path));
  }

  prove(start: Answer): Promise<Answer> {
    const how = this.person.passkey.registered ? 'passkey' : 'password';
    return comeBack(this.#senid, this.person, this, start, { how });
  }

  /** Takes a step of a case by its page; the answer, after whatever had to be proven. */
  async take(
    caseAddress: string,
    step: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const page = await this.open(`${caseAddress}/steps/${step}`);
    return this.prove(await this.post(page, { take: '1', ...values }));
  }

  async capture(caseAddress: string, sample: BiometricSample): Promise<Answer> {
    const page = await this.open(`${caseAddress}/steps/${sample.kind}_captured`);
    return this.follow(await this.sendPicture(page, sample.kind, sample.bytes));
  }

  /** The form of a capture, with these bytes in it. */
  sendPicture(page: Answer, field: string, bytes: Uint8Array): Promise<Answer> {
    const form = formsOf(page.body).find(({ buttons }) => buttons.includes('take'));
    if (form === undefined) throw new Error(`no form on ${page.url} (${page.status})`);
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) {
      if (name !== field) body.set(name, value);
    }
    body.set(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'picture.png');
    return this.send(new URL(form.action, page.url).href, {
      method: 'POST',
      body,
      headers: { origin: new URL(page.url).origin, 'sec-fetch-site': 'same-origin' },
    });
  }
}

export async function officer(
  senid: SenidProcess,
  who: keyof typeof OFFICERS,
): Promise<OfficerBrowser> {
  const login = OFFICERS[who];
  const account = await withStores(senid, ({ accounts }) => accounts.findByIdentifier(login));
  if (account === undefined) throw new Error(`no officer ${login}`);
  const passkey = new SoftwarePasskey(senid.issuer);
  const person = { login, password: PERSONA_PASSWORD, accountId: account.id, passkey };
  return new OfficerBrowser(senid, person);
}
