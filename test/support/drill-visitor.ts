import { LOW } from '../../accounts/assurance.ts';
import { DrillBrowser, type AcceptedForm } from './drill-browser.ts';
import type { DrillParty, Expected } from './drill-party.ts';
import type { DrillRecord } from './drill-record.ts';
import type { Wire } from './drill-wire.ts';
import type { Tokens } from './oidc-client-answer.ts';
import { stepOn, walk } from './session-journey.ts';
import type { Person } from './session-people.ts';

/** The journey could not go on, though every answer was below 500. */
export class Stranded extends Error {}
/** Told to wait: 429. */
export class Throttled extends Error {}

/** Signed in at a relying party. */
export interface Visit {
  readonly party: DrillParty;
  readonly browser: DrillBrowser;
  readonly tokens: Tokens;
  readonly expected: Expected;
}

export interface CodeAsked {
  readonly party: DrillParty;
  readonly browser: DrillBrowser;
  readonly how?: 'passkey' | 'password';
  readonly acr?: string;
  readonly silent?: boolean;
}

/** With what redeems it. */
export interface Code {
  readonly form: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

/** Somebody with a browser and a device, at relying parties. */
export class Visitor {
  readonly wire: Wire;
  person: Person;
  /** Of the last login that is still good for something. */
  visit: Visit | undefined;
  /** What they have of SenID in their browser is no older (epoch ms). */
  since = Date.now();

  constructor(wire: Wire, person: Person) {
    this.wire = wire;
    this.person = person;
  }

  get record(): DrillRecord {
    return this.wire.record;
  }

  /** Everything they do in it that the register must keep is noted. */
  newBrowser(party: DrillParty): DrillBrowser {
    const { accountId } = this.person;
    this.since = Date.now();
    return new DrillBrowser(this.wire, (form) => this.#note(form, accountId, party));
  }

  /** A whole login in a fresh browser. */
  async logIn(party: DrillParty, wish: Pick<CodeAsked, 'how' | 'acr'> = {}): Promise<Visit> {
    this.visit = undefined;
    return this.come({ ...wish, party, browser: this.newBrowser(party) });
  }

  /** As far as the tokens. */
  async come(asked: CodeAsked): Promise<Visit> {
    const { party, browser } = asked;
    const { form, expected } = await this.codeFor(asked);
    const answer = await party.token(this.wire, form);
    if (answer.status !== 200) throw new Stranded(`code: ${describe(answer)}`);
    const tokens = await party.accept(this.wire, answer, expected);
    this.visit = { party, browser, tokens, expected };
    return this.visit;
  }

  async codeFor(asked: CodeAsked): Promise<Code> {
    const { response, verifier, expected } = await this.ask(asked);
    const code = response.get('code');
    if (code === null) throw new Stranded(`no code: ${response.get('error')}`);
    return { form: asked.party.redemption(code, verifier), expected };
  }

  /** What the relying party is told. */
  async ask({ party, browser, how = 'passkey', acr, silent = false }: CodeAsked) {
    const { person } = this;
    const { client, scope } = party;
    const attempt = client.authorize({
      scope,
      acr_values: acr,
      prompt: silent ? 'none' : undefined,
    });
    const sentAt = Date.now();
    const senid = { code: () => this.#newestCode(sentAt) };
    const start = await browser.send(attempt.url);
    const end = await walk(browser, start, { senid, person, how }, client.redirectUri);
    if (end.status === 429) throw new Throttled(`at ${stepOn(end)}`);
    const location = end.headers.get('location') ?? '';
    if (!location.startsWith(client.redirectUri)) {
      throw new Stranded(
        `${end.status} at ${stepOn(end) ?? new URL(end.url).pathname.slice(0, 16)}`,
      );
    }
    const response = new URL(location).searchParams;
    if (response.get('state') !== attempt.state) this.record.wrongTokens.push('state of another');
    const expected = { person, acr: acr ?? LOW, nonce: attempt.nonce };
    return { response, verifier: attempt.verifier, expected };
  }

  /** Everybody's messages are on one page; theirs is the newest to their own number. */
  async #newestCode(since: number): Promise<string> {
    const phone = `+849${this.person.login.slice(3)}`;
    const { body } = await this.wire.ask({
      path: '/sandbox/outbox',
      headers: { accept: 'application/json' },
    });
    const messages = JSON.parse(body) as readonly { to: string; text: string; at: number }[];
    const mine = messages.find(({ to, at }) => to === phone && at >= since);
    const code = /\d{6}/.exec(mine?.text ?? '')?.[0];
    if (code === undefined) throw new Stranded('no message came');
    return code;
  }

  #note({ page, values, from, until }: AcceptedForm, accountId: string, party: DrillParty): void {
    const { writes } = this.record;
    const { clientId } = party.client;
    const step = stepOn(page);
    if (step === 'consent' && 'continue' in values) {
      writes.push({ kind: 'consent', accountId, clientId, from, until });
    }
    const response = step === 'add-passkey' ? values['passkey_response'] : undefined;
    if (typeof response !== 'string') return;
    const { id } = JSON.parse(response) as { readonly id: string };
    writes.push({ kind: 'passkey', credentialId: id, accountId });
  }
}

export function describe(answer: {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}): string {
  return `${answer.status} ${String(answer.body['error'])} ${String(answer.body['error_description'])}`;
}
