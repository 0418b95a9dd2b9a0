import assert from 'node:assert/strict';

import { createPasskeys } from '../../accounts/passkeys.ts';
import { systemClock } from '../../clock.ts';
import { keepIn } from './kept-passkeys.ts';
import type { OidcClient } from './oidc-client.ts';
import type { OnceBench } from './once-bench.ts';
import { OnceBrowser } from './once-browser.ts';
import { ATTEMPTS } from './once-racer.ts';
import { walk } from './session-journey.ts';
import { insertPerson, type Person } from './session-people.ts';
import { SoftwarePasskey } from './software-passkey.ts';

/**
 * Somebody whose passkey does not count its uses, as those of large vendors do not: nothing but the challenge keeps
 * its answers apart.
 */
export async function newHolderOf({ stores, issuer }: OnceBench): Promise<Person> {
  const person = await insertPerson(stores, issuer);
  const passkey = new SoftwarePasskey(issuer, { counter: 0 });
  const { ephemerals: ephemeral, passkeys } = stores;
  const keep = keepIn(passkeys);
  const ceremonies = createPasskeys({ ephemeral, passkeys, keep, clock: systemClock, issuer });
  const account = (await stores.accounts.findById(person.accountId)) ?? assert.fail();
  const journeyId = `inserted ${account.id}`;
  const start = await ceremonies.registrationOptions({ journeyId, account });
  assert.equal(start.kind, 'options');
  const response = passkey.registerWith(start.options);
  const result = await ceremonies.register({ journeyId, account, response });
  assert.equal(result.kind, 'registered');
  return { ...person, passkey };
}

/** A browser in which the person is signed in, and has agreed to what this client asks for. */
export async function signedInBrowser(
  bench: OnceBench,
  client: OidcClient,
  person: Person,
): Promise<OnceBrowser> {
  const browser = new OnceBrowser(bench);
  const [senid = assert.fail()] = bench.nodes;
  const start = await browser.send(client.authorize().url);
  const answer = await walk(browser, start, { senid, person }, client.redirectUri);
  assert.ok(answer.headers.get('location')?.includes('code='), `${answer.status} at ${answer.url}`);
  return browser;
}

/** `count` of them, a few at a time. */
export async function several<T>(
  count: number,
  make: (index: number) => Promise<T>,
): Promise<readonly T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const some = Math.min(8, count - made.length);
    made.push(
      ...(await Promise.all(Array.from({ length: some }, (_, index) => make(made.length + index)))),
    );
  }
  return made;
}

/** How often a factor of theirs was accepted since then (epoch ms): the audit knows. */
export async function provenSince(
  { stores }: OnceBench,
  { accountId }: Person,
  since: number,
): Promise<number> {
  const filter = { accountId, type: 'factor.verified', limit: 2 * ATTEMPTS };
  return (await stores.audit.list(filter)).filter(({ at }) => at >= since).length;
}

/** How many logins of anybody at this client the audit counts as successful; counts no further than `most`. */
export async function loginsAt(
  { stores }: OnceBench,
  { clientId }: OidcClient,
  most: number,
): Promise<number> {
  const filter = { clientId, type: 'authentication.succeeded', limit: most };
  return (await stores.audit.list(filter)).length;
}
