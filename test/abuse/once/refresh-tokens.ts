import type { RaceAnswer } from '../../support/once-attempt.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { newHolderOf, several, signedInBrowser } from '../../support/once-people.ts';
import { Gate, inLanes, LANES, PATIENT_LANES, Tally } from '../../support/once-tally.ts';
import {
  aliveOf,
  isGoodAtUserinfo,
  refreshOf,
  silentCode,
  TOKEN_OUTCOMES,
  untilWon,
} from '../../support/once-tokens.ts';
import { OidcClient } from '../../support/oidc-client.ts';

/** An attempt that waited so long in the queue is none in the race any more: the nodes count whole seconds. */
const RETRY_AFTER_MS = 900;

export function describeRefreshTokens(open: () => OnceBench): void {
  it('a refresh token of a client with a key is rotated once, and the line goes on', async () => {
    const bench = open();
    const person = await newHolderOf(bench);
    const client = await OidcClient.register(bench.issuer);
    const lanes = await several(LANES, async () => {
      const browser = await signedInBrowser(bench, client, person);
      return { newest: await bench.ask(await silentCode(client, browser)) };
    });
    const tally = new Tally(TOKEN_OUTCOMES);
    await inLanes(lanes, bench.trials, async (lane: { newest: RaceAnswer }) => {
      const answers = await bench.racers.race(await refreshOf(client, lane.newest));
      lane.newest = tally.count(withoutRetries(answers)) ?? lane.newest;
      tally.noteUnless(await isGoodAtUserinfo(bench, lane.newest), 'the winner has nothing');
    });
    tally.conclude('refresh tokens', bench.trials);
  });

  it('a refresh token of a client without a key is rotated once, and nobody keeps what was fought for', async () => {
    const bench = open();
    const trials = Math.ceil(bench.trials / 5);
    const person = await newHolderOf(bench);
    const client = await OidcClient.register(bench.issuer, { authentication: 'none' });
    const lanes = await several(Math.min(PATIENT_LANES, trials), () =>
      signedInBrowser(bench, client, person),
    );
    const tally = new Tally(TOKEN_OUTCOMES);
    const gate = new Gate();
    await inLanes(lanes, trials, async (browser) => {
      const { first, winner, answers } = await gate.pass(async () => {
        const tokens = await bench.ask(await silentCode(client, browser));
        return { first: tokens, ...(await untilWon(bench, await refreshOf(client, tokens))) };
      });
      tally.count(await answers);
      for (const tokens of [first, winner ?? first]) {
        for (const alive of await aliveOf(bench, client, tokens)) tally.note(`alive: ${alive}`);
      }
    });
    tally.conclude('refresh tokens of public clients', trials);
  });
}

/** A retry of the same client gets the same successor, never a second one: not in the race, and nothing spent twice. */
function withoutRetries(answers: readonly RaceAnswer[]): readonly RaceAnswer[] {
  const won = answers.filter(TOKEN_OUTCOMES.wins).toSorted((a, b) => a.at - b.at);
  const [first, ...later] = won;
  const retries = later.filter(
    ({ at, body }) =>
      at - (first?.at ?? 0) > RETRY_AFTER_MS &&
      body['refresh_token'] === first?.body['refresh_token'],
  );
  return answers.filter((answer) => !retries.includes(answer));
}
