import { LOW } from '../../accounts/assurance.ts';
import { Browser, stepOf, type Page } from './browser.ts';
import type { HttpConnection } from './http-connection.ts';
import type { Person } from './people.ts';
import type { RelyingParty, Tokens } from './relying-party.ts';

/** Somebody at a relying party, with what their browser brings along. */
export interface Visitor {
  /** Undefined at the bare provider, which asks nobody who they are. */
  readonly person: Person | undefined;
  readonly party: RelyingParty;
  readonly cookies: Browser['siteCookies'];
}

export type Proof = 'password' | 'passkey';

/** One of the servers that are compared. */
export interface Contestant {
  readonly name: string;
  readonly kind: 'senid' | 'bare' | 'bare-pages';
  readonly issuer: string;
  readonly pid: number;
  /** What a page of a login is answered with. */
  answer(step: string, page: Page, visitor: Visitor, proof: Proof): Promise<Fields>;
  /** People in new browsers at a service they have not used before. Never the same twice. */
  newcomers(count: number): Promise<Visitor[]>;
  /** People who are signed in, at the lowest level, at a service they have agreed to. */
  signedIn(count: number, client?: 'basic' | 'key'): Promise<Visitor[]>;
}

export type Fields = Readonly<Record<string, string>>;

export interface Journey<Ticket = unknown> {
  readonly name: string;
  readonly title: string;
  /** What each round begins with; made outside the measurement. */
  prepare(contestant: Contestant, count: number): Promise<Ticket[]>;
  /** True when the same ticket can be used again at once; otherwise each is used up. */
  readonly reusable: boolean;
  /** One journey, checked; the ticket to go on with. Rejects when anything is not as it must be. */
  walk(contestant: Contestant, connection: HttpConnection, ticket: Ticket): Promise<Ticket>;
}

export interface LoginOptions {
  readonly proof?: Proof;
  readonly acr?: string;
  readonly push?: boolean;
  /** Pages the person must have seen, and no others. */
  readonly pages: Readonly<Record<Contestant['kind'], readonly string[]>>;
}

/** A login in which nothing is left to ask. */
export const NO_PAGES: LoginOptions['pages'] = { senid: [], bare: [], 'bare-pages': [] };

/** One login from the authorization request to checked tokens. */
export async function logIn(
  contestant: Contestant,
  connection: HttpConnection,
  visitor: Visitor,
  options: LoginOptions,
): Promise<{ readonly browser: Browser; readonly tokens: Tokens }> {
  const { proof = 'passkey', acr, push = false } = options;
  const pages = options.pages[contestant.kind];
  const { party, cookies } = visitor;
  const browser = new Browser(connection, contestant.issuer, cookies);
  const parameters = acr === undefined ? {} : { acr_values: acr };
  const attempt = push ? await party.beginPushed(connection, parameters) : party.begin(parameters);
  const seen: string[] = [];
  let at = await browser.visit(attempt.path);
  while (!(at instanceof URL)) {
    const step = stepOf(at);
    seen.push(step);
    if (seen.length > pages.length) break;
    at = await browser.submit(at, await contestant.answer(step, at, visitor, proof));
  }
  if (!(at instanceof URL) || seen.join() !== pages.join())
    throw new Error(`${contestant.name}: expected the pages ${pages.join()}, saw ${seen.join()}`);
  const tokens = await party.redeem(connection, at, attempt);
  expectClaim(tokens, 'acr', acr ?? LOW);
  return { browser, tokens };
}

export function expectClaim({ claims }: Tokens, name: string, expected: unknown): void {
  if (claims[name] !== expected)
    throw new Error(`${name} is ${String(claims[name])}, expected ${String(expected)}`);
}
