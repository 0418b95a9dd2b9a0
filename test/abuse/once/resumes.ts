import assert from 'node:assert/strict';

import type { RaceAnswer } from '../../support/once-attempt.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { loginsAt, newHolderOf, several, signedInBrowser } from '../../support/once-people.ts';
import { inLanes, LANES, Tally } from '../../support/once-tally.ts';
import { OidcClient } from '../../support/oidc-client.ts';
import { walk } from '../../support/session-journey.ts';

const OUTCOMES = {
  wins: ({ location }: RaceAnswer) => location?.includes('code=') === true,
  refusals: ['400 invalid_request'],
} as const;

export function describeResumes(open: () => OnceBench): void {
  it('an interaction is resumed once', async () => {
    const bench = open();
    const client = await OidcClient.register(bench.issuer);
    const person = await newHolderOf(bench);
    const [senid = assert.fail()] = bench.nodes;
    const behaviour = { senid, person, until: 'consent' };
    const lanes = await several(LANES, () => signedInBrowser(bench, client, person));
    const tally = new Tally(OUTCOMES);
    await inLanes(lanes, bench.trials, async (browser) => {
      const start = await browser.send(client.authorize({ prompt: 'consent' }).url);
      const page = await walk(browser, start, behaviour, client.redirectUri);
      const finished = await browser.post(page, { continue: '' });
      const { pathname } = new URL(finished.headers.get('location') ?? '', bench.issuer);
      assert.match(pathname, /^\/authorize\//);
      const winner = tally.count(await bench.racers.race(browser.requestFor(pathname)));
      // The session has a new id now.
      browser.keepCookies(pathname, winner?.cookies ?? []);
    });
    tally.conclude('resumed interactions', bench.trials);
    // Who lost leaves no login behind. One more for each lane, which signed in before.
    const expected = bench.trials + lanes.length;
    assert.equal(await loginsAt(bench, client, 2 * expected), expected);
  });
}
