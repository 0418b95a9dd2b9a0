import assert from 'node:assert/strict';

import type { RaceAnswer } from '../../support/once-attempt.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { newHolderOf, several, signedInBrowser } from '../../support/once-people.ts';
import { Gate, inLanes, PATIENT_LANES, Tally } from '../../support/once-tally.ts';
import {
  aliveOf,
  isGoodAtUserinfo,
  refreshOf,
  silentCode,
  TOKEN_OUTCOMES,
  untilWon,
} from '../../support/once-tokens.ts';
import { OidcClient } from '../../support/oidc-client.ts';

export function describeCodes(open: () => OnceBench): void {
  it('an authorization code gives tokens once, and nobody keeps them when it was fought for', async () => {
    const bench = open();
    const person = await newHolderOf(bench);
    const withKey = await OidcClient.register(bench.issuer);
    const withoutKey = await OidcClient.register(bench.issuer, { authentication: 'none' });
    // A session for each lane: codes of one session and client share a grant, which the first lost race ends.
    const lanes = await several(Math.min(PATIENT_LANES, bench.trials), async (index) => {
      const client = index % 2 === 0 ? withKey : withoutKey;
      return { client, browser: await signedInBrowser(bench, client, person) };
    });
    const tally = new Tally(TOKEN_OUTCOMES);
    let usedBefore = 0;
    const gate = new Gate();
    await inLanes(lanes, bench.trials, async ({ client, browser }) => {
      const { given, answers } = await gate.pass(async () => {
        const race = await untilWon(bench, await silentCode(client, browser));
        // The winner makes use of its tokens at once: what they give must end with them.
        const used = race.winner === undefined ? [] : await useTokens(bench, client, race.winner);
        return { given: used, answers: race.answers };
      });
      tally.count(await answers);
      if (given.length > 1) usedBefore += 1;
      for (const tokens of given) {
        for (const alive of await aliveOf(bench, client, tokens)) tally.note(`alive: ${alive}`);
      }
    });
    tally.conclude('authorization codes', bench.trials);
    assert.ok(usedBefore > 0, 'some were used before they were revoked');
  });
}

/** The first tokens, and their successors where the first were still good. */
async function useTokens(
  bench: OnceBench,
  client: OidcClient,
  first: RaceAnswer,
): Promise<readonly RaceAnswer[]> {
  await isGoodAtUserinfo(bench, first);
  const next = await bench.ask(await refreshOf(client, first));
  return next.status === 200 ? [first, next] : [first];
}
