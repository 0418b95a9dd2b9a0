import assert from 'node:assert/strict';

import type { Command } from './command.ts';
import { sharedBench, type OpenBench } from './engine.ts';
import { PLACES, type SpellId } from './places.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';

const TRIALS = 100;
const TRIALS_ACROSS_PROCESSES = 25;
const ONE_WINNER = { '"won"': 1, '"replayed"': RACERS - 1 };
const ONE_TRUE = { true: 1, false: RACERS - 1 };

export function describeArtefactRaces(open: OpenBench): void {
  const bench = sharedBench(open);
  const places = [
    { where: 'in one process', run: race, trials: TRIALS },
    { where: 'in two processes', run: raceAcrossProcesses, trials: TRIALS_ACROSS_PROCESSES },
  ];

  for (const { where, run, trials } of places) {
    it(`lets exactly one of ${RACERS} parallel consumers win, ${where}`, async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const id = `${where} ${trial}`;
        await bench().stores.artefacts.upsert('AuthorizationCode', id, { grantId: 'g' }, 60);
        const command: Command = { do: 'consume', model: 'AuthorizationCode', id };
        const outcomes = await run(
          bench(),
          repeated(RACERS, () => command),
        );
        assert.deepEqual(tally(outcomes), ONE_WINNER);
      }
    });

    it(`remembers a value for exactly one of ${RACERS} parallel callers, ${where}`, async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const command: Command = { do: 'remember', value: `${where} ${trial}` };
        const outcomes = await run(
          bench(),
          repeated(RACERS, () => command),
        );
        assert.deepEqual(tally(outcomes), ONE_TRUE);
      }
    });

    for (const { places: whose, at } of PLACES) {
      const title = `leaves nothing of a grant with ${whose} that is revoked while it is written under`;
      it(`${title}, ${where}`, () => raceRevocation(run, trials, (name) => at(`${where} ${name}`)));
    }
  }

  async function raceRevocation(run: typeof race, trials: number, at: SpellId): Promise<void> {
    for (let trial = 0; trial < trials; trial += 1) {
      const grantId = at(`${trial}`);
      const ids = repeated(RACERS, (index) => at(`${trial}-${index}`));
      const commands = ids.map((id): Command => ({ do: 'write-under-grant', id, grantId }));
      commands.splice(trial % RACERS, 0, { do: 'revoke-grant', grantId });
      const counts = tally(await run(bench(), commands));
      assert.equal((counts.null ?? 0) + (counts.grant_revoked ?? 0), RACERS + 1);
      for (const id of ids) {
        assert.equal(await bench().stores.artefacts.find('AccessToken', id), undefined);
      }
    }
  }

  it('remembers scopes apart, and forgets after the time asked for', async () => {
    const { stores, elapse } = bench();
    assert.equal(await stores.artefacts.remember('dpop', 'jti', 1), true);
    assert.equal(await stores.artefacts.remember('assertion', 'jti', 1), true);
    assert.equal(await stores.artefacts.remember('dpo', 'pjti', 1), true);
    assert.equal(await stores.artefacts.remember('dpop', 'jti', 1), false);
    await elapse(1);
    assert.equal(await stores.artefacts.remember('dpop', 'jti', 60), true);
    assert.equal(await stores.artefacts.remember('dpop', 'jti', 60), false);
  });
}
