import assert from 'node:assert/strict';

import type { RaceAnswer } from '../../support/once-attempt.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { loginsAt, newHolderOf, several, signedInBrowser } from '../../support/once-people.ts';
import { inLanes, LANES, Tally } from '../../support/once-tally.ts';
import { postOf } from '../../support/once-tokens.ts';
import { OidcClient } from '../../support/oidc-client.ts';

const OUTCOMES = {
  wins: ({ location }: RaceAnswer) => location?.includes('code=') === true,
  // Sent back to the relying party, or refused before anything else when it comes late.
  refusals: ['303 invalid_request_uri', '400 invalid_request_uri'],
} as const;

export function describePushedRequests(open: () => OnceBench): void {
  it('a pushed request gives one code', async () => {
    const bench = open();
    const person = await newHolderOf(bench);
    const client = await OidcClient.register(bench.issuer);
    const lanes = await several(LANES, () => signedInBrowser(bench, client, person));
    const tally = new Tally(OUTCOMES);
    await inLanes(lanes, bench.trials, async (browser) => {
      const { parameters } = client.authorize({ prompt: 'none' });
      const pushed = await bench.ask(await postOf(client, '/par', parameters));
      const request_uri = String(pushed.body['request_uri']);
      const query = new URLSearchParams({ client_id: client.clientId, request_uri });
      tally.count(await bench.racers.race(browser.requestFor(`/authorize?${query}`)));
    });
    tally.conclude('pushed requests', bench.trials);
    // Who lost leaves no login behind. One more for each lane, which signed in before.
    const expected = bench.trials + lanes.length;
    assert.equal(await loginsAt(bench, client, 2 * expected), expected);
  });
}
