import type { Answer, HttpAgent } from './http-agent.ts';
import type { SenidProcess } from './senid-process.ts';
import type { Person } from './session-people.ts';
import { noteSecret } from './session-secrets.ts';
import { offersPasskey } from './software-passkey.ts';

/** How somebody answers the pages of a login. */
export interface Behaviour {
  readonly senid: Pick<SenidProcess, 'code'>;
  readonly person: Person;
  /** A passkey is used only by who has registered one. */
  readonly how?: 'passkey' | 'password';
  /** Optional groups to tick. */
  readonly consent?: readonly string[];
  /** Acts for somebody whose name has this in it; for themself where it is left out. */
  readonly actsFor?: string;
  /** The walk ends before this page is answered. */
  readonly until?: string;
}

/** Pages where nothing can be proven or agreed to. */
const DEAD_ENDS = new Set(['account-state', 'level-unreachable']);
const MOST_PAGES = 12;

/** Name of the step a page belongs to, read off its forms; undefined for any other page. */
export function stepOn(page: Answer): string | undefined {
  return /action="\/interaction\/[^/"]+\/([a-z-]+)"/.exec(page.body)?.[1];
}

/** Answers page after page until the browser is sent to `stopAt`, a page needs no answer, or `until` is reached. */
export async function walk(
  browser: HttpAgent,
  start: Answer,
  behaviour: Behaviour,
  stopAt: string,
): Promise<Answer> {
  let page = await browser.follow(start, stopAt);
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const step = stepOn(page);
    if (step === undefined || step === behaviour.until || DEAD_ENDS.has(step)) return page;
    page = await browser.follow(await answerPage(browser, page, step, behaviour), stopAt);
    if (page.status >= 400) return page;
  }
  throw new Error(`the login does not end, now at ${stepOn(page)}`);
}

async function answerPage(
  browser: HttpAgent,
  page: Answer,
  step: string,
  { senid, person, how = 'passkey', consent = [], actsFor }: Behaviour,
): Promise<Answer> {
  const { login, password, passkey } = person;
  switch (step) {
    case 'continue-as':
    case 'choose-account':
      return browser.post(page, { continue: '' });
    case 'sign-in':
      return how === 'passkey' && passkey.registered
        ? browser.post(page, { passkey_response: passkey.prove(page) })
        : browser.post(page, { identifier: login, password });
    case 'one-time-code':
      return browser.post(page, { otp: await newestCode(senid) });
    case 'choose-person':
      return actsFor === undefined
        ? browser.post(page, { continue: '' })
        : browser.post(page, { ward: wordFor(page, actsFor) });
    case 'assent':
      return browser.post(page, { continue: '' });
    case 'step-up':
      return offersPasskey(page)
        ? browser.post(page, { passkey_response: passkey.prove(page) })
        : browser.post(page, { 'add-passkey': '' });
    case 'add-passkey':
      return browser.post(page, {
        passkey_response: passkey.register(page),
        passkey_name: 'Máy thử',
      });
    case 'consent':
      return browser.post(page, { continue: '', consent });
    default:
      throw new Error(`unknown step ${step}`);
  }
}

/** The word behind the button of a ward whose name has this in it. */
export function wordFor(page: Answer, name: string): string {
  const buttons = page.body.matchAll(/name="ward" value="([^"]+)"[\s\S]*?<span>([^<]+)<\/span>/g);
  const [, word] = [...buttons].find(([, , label = '']) => label.includes(name)) ?? [];
  if (word === undefined) throw new Error(`nobody called ${name} to act for on ${page.url}`);
  return word;
}

/** The tests are alone with their SenID: the newest message is the one just sent. */
export async function newestCode(senid: Pick<SenidProcess, 'code'>): Promise<string> {
  const code = await senid.code();
  noteSecret('one-time code', code);
  return code;
}
