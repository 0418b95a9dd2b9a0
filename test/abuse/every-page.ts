import assert from 'node:assert/strict';

import type { Answer } from '../support/http-agent.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, type LoginOptions } from '../support/session-login.ts';
import { newPerson, persona, type Person } from '../support/session-people.ts';

const SUBSTANTIAL = { acr_values: 'urn:senid:loa:substantial' };
const ADDRESSES =
  '/ /sandbox/personas /sandbox/outbox /nowhere /interaction/x /authorize /authorize/x';

interface Visitor {
  readonly senid: SenidProcess;
  readonly client: OidcClient;
  /** Who holds a passkey. */
  readonly holder: Person;
}

/** Every page there is, by name. */
export async function visitEveryPage(visitor: Visitor): Promise<ReadonlyMap<string, Answer>> {
  return new Map([
    ...(await visitSite(visitor)),
    ...(await visitJourneys(visitor)),
    ...(await visitSession(visitor)),
  ]);
}

async function visitSite({ senid }: Visitor): Promise<readonly [string, Answer][]> {
  const visits = ADDRESSES.split(' ').map(async (path): Promise<[string, Answer]> => [
    path,
    await new Browser().send(`${senid.issuer}${path}`),
  ]);
  return Promise.all(visits);
}

async function visitJourneys(visitor: Visitor): Promise<readonly [string, Answer][]> {
  const { senid, client, holder } = visitor;
  const beginner = await newPerson(senid);
  const locked = await persona(senid, 'cuong');
  const low = await newPerson(senid, { level: 1 });
  const password = { how: 'password' } as const;
  const strong = { ...password, parameters: SUBSTANTIAL };
  const stops: readonly (readonly [Person, string, LoginOptions])[] = [
    [holder, 'sign-in', {}],
    [beginner, 'one-time-code', password],
    [beginner, 'step-up', strong],
    [beginner, 'add-passkey', strong],
    [holder, 'consent', { parameters: { prompt: 'consent' } }],
    [locked, 'account-state', password],
    [low, 'level-unreachable', strong],
  ];
  const pages: [string, Answer][] = [];
  for (const [person, until, options] of stops) {
    const { answer } = await attemptLogin(senid, client, person, { ...options, until });
    assert.equal(stepOn(answer), until);
    pages.push([until, answer]);
  }
  const { browser, answer } = await attemptLogin(senid, client, holder, { until: 'sign-in' });
  const wrong = await browser.submit(answer, { identifier: 'x', password: 'x' });
  return [...pages, ['wrong password', wrong]];
}

async function visitSession(visitor: Visitor): Promise<readonly [string, Answer][]> {
  const { senid, client, holder } = visitor;
  const { browser } = await logIn(senid, client, holder);
  const at = async (until: string, prompt: string): Promise<[string, Answer]> => {
    const options = { browser, parameters: { prompt }, until };
    return [until, (await attemptLogin(senid, client, holder, options)).answer];
  };
  const formPost = client.authorize({ prompt: 'none', response_mode: 'form_post' });
  const logout = async (): Promise<[string, Answer][]> => {
    const confirm = await browser.get(`${senid.issuer}/logout`);
    const ended = await browser.submit(confirm, { logout: 'yes' });
    return [
      ['logout', confirm],
      ['logged out', ended],
    ];
  };
  return [
    await at('continue-as', 'login'),
    await at('choose-account', 'select_account'),
    ['form_post', await browser.send(formPost.url)],
    ...(await logout()),
  ];
}
