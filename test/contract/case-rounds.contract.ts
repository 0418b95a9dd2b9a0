import assert from 'node:assert/strict';

import type { Case } from '../../enrolment/case.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { RACERS, raceAcrossProcesses, repeated } from './race.ts';
import { sampleCase, sampleStep } from './samples.ts';

const NOW = 1_000_000;
const SOON = NOW + 100;
/** Longer than any claim is good for. */
const LATER = NOW + 3_600_000;

/** What the background rounds, the gauges and the work lists of all nodes go by. */
export function describeCaseRoundsContract(name: string, open: OpenBench): void {
  describe(`The cases of all nodes on ${name}`, () => {
    const bench = freshBench(open);

    async function opened(...rows: readonly Case[]): Promise<void> {
      for (const row of rows) {
        const step = sampleStep(row.version);
        const write = { kind: 'case_step', row, step, openKey: undefined } as const;
        assert.deepEqual(await bench().stores.writer.apply([write]), { kind: 'written' });
      }
    }

    const goneOnWith = async (now: number) => {
      const commands = repeated(RACERS, () => ({ do: 'go-on-with-cases', now }) as const);
      const outcomes = await raceAcrossProcesses(bench(), commands);
      return outcomes.flatMap((outcome) => {
        assert.ok('value' in outcome, JSON.stringify(outcome));
        return String(outcome.value).split(',').filter(Boolean);
      });
    };

    it('are counted by their clocks: only one that runs can be late', async () => {
      const { cases } = bench().stores;
      const none = { running: 0, dueSoon: 0, overdue: 0 };
      assert.deepEqual(await cases.clocks(NOW, SOON), none);
      const running = (dueAt: number | undefined) => sampleCase({ status: 'running', dueAt });
      await opened(...[SOON + 1, LATER].map(running));
      await opened(...[NOW + 1, SOON].map(running));
      await opened(...[1, NOW - 1, NOW].map(running));
      await opened(running(undefined));
      for (const status of ['collecting', 'paused', 'approved', 'refused', 'done'] as const) {
        await opened(sampleCase({ status, dueAt: 1 }));
      }
      const counts = { running: 2, dueSoon: 2, overdue: 3 };
      assert.deepEqual(await cases.clocks(NOW, SOON), counts);
    });

    it('are each gone on with by one of all rounds, and by another when nothing came of it', async () => {
      const { cases } = bench().stores;
      const due = repeated(8, (index) => sampleCase({ nextAt: NOW - index }));
      const ids = due.map(({ id }) => id).toSorted();
      await opened(...due, sampleCase({ nextAt: NOW + 1 }), sampleCase());
      assert.deepEqual((await goneOnWith(NOW)).toSorted(), ids);
      assert.deepEqual(await goneOnWith(NOW), []);
      const [one] = due;
      const claimed = await cases.find(one?.id ?? 'case_');
      assert.ok(claimed?.nextAt);
      assert.deepEqual(claimed, { ...one, nextAt: claimed.nextAt });
      assert.ok(claimed.nextAt > NOW);
      assert.equal((await goneOnWith(LATER)).length, 9);
    });

    it('are not gone on with as they were seen before a step was taken', async () => {
      const { cases, writer } = bench().stores;
      const seen = sampleCase({ nextAt: NOW });
      await opened(seen);
      const next = { ...seen, version: 2, nextAt: NOW } as const;
      await opened(next);
      const late = { kind: 'case_next', seen, nextAt: LATER } as const;
      assert.deepEqual(await writer.apply([late]), { kind: 'outdated' });
      assert.deepEqual(await cases.dueForProgram(NOW, 5), [next]);
    });

    it('leave a cursor and what goes with it where they were when another was quicker', async () => {
      const { writer, cases } = bench().stores;
      const move = { kind: 'cursor', name: 'days/documents', from: undefined, at: 1 } as const;
      const commands = repeated(RACERS, (index) => {
        const row = sampleCase();
        const step = sampleStep(1);
        const writes = [
          { kind: 'case_step', row, step, openKey: undefined } as const,
          { ...move, position: `${index}` },
        ];
        return { do: 'apply', writes } as const;
      });
      await raceAcrossProcesses(bench(), commands);
      assert.equal((await writer.cursor('days/documents'))?.version, 1);
      assert.equal((await cases.list({ limit: 50 })).length, 1);
    });
  });
}
