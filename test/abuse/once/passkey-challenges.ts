import assert from 'node:assert/strict';

import { formsOf } from '../../support/http-agent.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { OnceBrowser } from '../../support/once-browser.ts';
import { newHolderOf, provenSince, several } from '../../support/once-people.ts';
import { inLanes, LANES, Tally } from '../../support/once-tally.ts';
import { OidcClient } from '../../support/oidc-client.ts';

/** Who comes after the winner is shown where the journey is; whether they won is known to the audit alone. */
const OUTCOMES = { wins: () => false, refusals: ['303', '422 sign-in'] } as const;

export function describePasskeyChallenges(open: () => OnceBench): void {
  it('the challenge of a passkey is answered once', async () => {
    const bench = open();
    const client = await OidcClient.register(bench.issuer);
    const people = await several(LANES, () => newHolderOf(bench));
    const tally = new Tally(OUTCOMES);
    await inLanes(people, bench.trials, async (person) => {
      const browser = new OnceBrowser(bench);
      const page = await browser.get(client.authorize().url, client.redirectUri);
      const passkey_response = person.passkey.prove(page);
      const form = formsOf(page.body).find(({ fields }) => 'passkey_response' in fields);
      assert.ok(form, `no sign-in page: ${page.status}`);
      const { action, fields } = form;
      const attempt = browser.requestFor(action, { ...fields, passkey_response });
      const since = Date.now();
      const answers = await bench.racers.race(attempt);
      tally.countProven(answers, await provenSince(bench, person, since));
    });
    tally.conclude('passkey challenges', bench.trials);
  });
}
