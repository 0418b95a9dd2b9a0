import assert from 'node:assert/strict';

import type { Answer } from './http-agent.ts';
import { tokensOf, type Tokens } from './oidc-client-answer.ts';
import { OidcClient, type AuthorizationAttempt } from './oidc-client.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk, type Behaviour } from './session-journey.ts';
import { newPerson, type Person } from './session-people.ts';
import { noteSecret } from './session-secrets.ts';

export interface LoginOptions extends Omit<Behaviour, 'senid' | 'person'> {
  readonly browser?: Browser;
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  readonly push?: boolean;
}

/** Where a login stands when nothing is left to answer. */
export interface Outcome {
  readonly browser: Browser;
  readonly attempt: AuthorizationAttempt;
  /** The last answer: a page, or the redirect to the relying party. */
  readonly answer: Answer;
  /** What the relying party is told; undefined while the browser stays with us. */
  readonly response: URLSearchParams | undefined;
}

export interface LoggedIn extends Tokens {
  readonly browser: Browser;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** One authorization request from its start as far as `person` gets. */
export async function attemptLogin(
  senid: SenidProcess,
  client: OidcClient,
  person: Person,
  options: LoginOptions = {},
): Promise<Outcome> {
  const { browser = new Browser(), parameters, push = false, ...behaviour } = options;
  const attempt = push ? await client.push(parameters) : client.authorize(parameters);
  const start = await browser.send(attempt.url);
  const answer = await walk(browser, start, { senid, person, ...behaviour }, client.redirectUri);
  return { browser, attempt, answer, response: responseOf(answer, client) };
}

/** A request with `prompt=none`: what the relying party is told. */
export async function silently(
  client: OidcClient,
  browser: Browser,
  parameters: Readonly<Record<string, string | undefined>> = {},
): Promise<URLSearchParams> {
  const { url } = client.authorize({ prompt: 'none', ...parameters });
  const response = responseOf(await browser.send(url), client);
  assert.ok(response, 'prompt=none is answered at the relying party');
  return response;
}

/** Undefined unless the answer is a redirect to the client. */
export function responseOf(answer: Answer, client: OidcClient): URLSearchParams | undefined {
  const location = answer.headers.get('location');
  if (location?.startsWith(client.redirectUri) !== true) return undefined;
  const { searchParams } = new URL(location);
  noteSecret('authorization code', searchParams.get('code'));
  return searchParams;
}

export async function logIn(
  senid: SenidProcess,
  client: OidcClient,
  person: Person,
  options: LoginOptions = {},
): Promise<LoggedIn> {
  const { browser, attempt, code } = await obtainCode(senid, client, person, options);
  const tokens = tokensOf(await client.redeem(code, attempt));
  const { payload } = await client.verify(tokens.idToken);
  assert.equal(payload['nonce'], attempt.nonce);
  return { ...tokens, browser, claims: payload };
}

/** As far as the code, which is not redeemed. */
export async function obtainCode(
  senid: SenidProcess,
  client: OidcClient,
  person: Person,
  options: LoginOptions = {},
): Promise<Outcome & { readonly code: string }> {
  const outcome = await attemptLogin(senid, client, person, options);
  const { answer, attempt, response } = outcome;
  const code = response?.get('code');
  assert.ok(code, `no code: ${response?.toString() ?? `${answer.status} at ${answer.url}`}`);
  assert.equal(response?.get('state'), attempt.state);
  assert.equal(response.get('iss'), client.issuer);
  return { ...outcome, code };
}

const SUBSTANTIAL = 'urn:senid:loa:substantial';
let holder: Promise<Person> | undefined;

/** A new person of level 2 who has registered a passkey through the pages. */
export async function newHolder(senid: SenidProcess): Promise<Person> {
  const person = await newPerson(senid);
  await givePasskey(senid, person);
  return person;
}

/** The same holder of a passkey for all tests that change nothing about them. */
export function sharedHolder(senid: SenidProcess): Promise<Person> {
  holder ??= newHolder(senid);
  return holder;
}

/** Registers a passkey the way people do: at a relying party that needs one. */
export async function givePasskey(senid: SenidProcess, person: Person): Promise<void> {
  const client = await OidcClient.register(senid.issuer);
  await logIn(senid, client, person, { how: 'password', parameters: { acr_values: SUBSTANTIAL } });
}
