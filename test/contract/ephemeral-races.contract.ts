import assert from 'node:assert/strict';

import type { Command } from './command.ts';
import { sharedBench, type OpenBench } from './engine.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';

export function describeEphemeralRaces(open: OpenBench): void {
  const bench = sharedBench(open);
  const places = [
    { where: 'in one process', run: race, trials: 100 },
    { where: 'in two processes', run: raceAcrossProcesses, trials: 25 },
  ];

  for (const { where, run, trials } of places) {
    it(`gives a value to exactly one of ${RACERS} parallel takers, ${where}`, async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const key = `${where} ${trial}`;
        await bench().stores.ephemerals.put('challenge', key, 'mine', 60);
        const outcomes = await run(
          bench(),
          repeated(RACERS, (): Command => ({ do: 'take', key })),
        );
        assert.deepEqual(tally(outcomes), { '"mine"': 1, null: RACERS - 1 });
      }
    });

    it(`lets exactly one of ${RACERS} parallel comparisons write, ${where}`, async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const key = `${where} ${trial}`;
        if (trial % 2 === 0) await bench().stores.ephemerals.put('journey', key, {}, 60);
        const seen = await bench().stores.ephemerals.get('journey', key);
        const expectedVersion = seen?.version ?? 0;
        const command: Command = { do: 'compare-and-put', key, expectedVersion };
        const outcomes = await run(
          bench(),
          repeated(RACERS, () => command),
        );
        assert.deepEqual(tally(outcomes), { true: 1, false: RACERS - 1 });
      }
    });

    it(`loses no count of ${RACERS} parallel ones, ${where}`, async () => {
      for (let trial = 0; trial < trials; trial += 1) {
        const key = `${where} ${trial}`;
        const command: Command = { do: 'increment', key };
        await run(
          bench(),
          repeated(RACERS, () => command),
        );
        const last = await bench().stores.ephemerals.increment('throttle', key, 60);
        assert.equal(last.count, RACERS + 1);
      }
    });
  }
}
