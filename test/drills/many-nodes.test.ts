import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { gather, type Cast } from '../support/drill-cast.ts';
import { faultsOf } from '../support/drill-faults.ts';
import { DrillLoad } from '../support/drill-load.ts';
import { goThrough, type Outage } from '../support/drill-outage.ts';
import { DrillRecord } from '../support/drill-record.ts';
import { report, type DrillResult } from '../support/drill-report.ts';
import { openStage, type DrillStage } from '../support/drill-stage.ts';
import {
  LONGEST_OUTAGE_SECONDS,
  troublesOfWrongKind,
  troublesOutside,
} from '../support/drill-verdict.ts';
import { lostWrites } from '../support/drill-writes.ts';

/** All faults once; or again and again for so long. */
const MINUTES = Number(process.env['SENID_DRILL_MINUTES'] ?? 0);
const VISITORS = Number(process.env['SENID_DRILL_VISITORS'] ?? 6);
const WARM_UP_MS = 2_000;

describe('Three nodes over a Redis Cluster and PostgreSQL, under whole journeys,', function () {
  this.timeout((MINUTES + 10) * 60_000);

  let stage: DrillStage | undefined;
  let codes: readonly (number | null)[] = [];
  let result: DrillResult;

  before('everything that can happen to them happens in turn', async () => {
    const startedAt = Date.now();
    const record = new DrillRecord();
    stage = await openStage();
    const cast = await gather(stage, record, VISITORS);
    const load = new DrillLoad(cast.world, cast.visitors);
    await delay(WARM_UP_MS);
    const deadline = startedAt + MINUTES * 60_000;
    const outages = await drill(cast, () => Date.now() < deadline);
    await load.stop();
    const writes = record.distinctWrites();
    result = {
      outages,
      record,
      outside: troublesOutside(record, outages),
      lost: await lostWrites(stage, writes),
      writes: writes.length,
      seconds: (Date.now() - startedAt) / 1000,
    };
    report(result);
  });
  after(async () => {
    codes = (await stage?.stop()) ?? [];
    assert.deepEqual([...new Set(codes)], [0], 'every node ended well');
  });

  async function drill(cast: Cast, goesOn: () => boolean): Promise<readonly Outage[]> {
    const outages: Outage[] = [];
    for (let round = 0; round === 0 || goesOn(); round += 1) {
      for (const fault of faultsOf(round, cast.keys)) {
        outages.push(await goThrough(fault, cast));
      }
    }
    return outages;
  }

  it('serve, all the time', () => {
    const { outages, record } = result;
    for (const { fault, journeys } of outages) assert.ok(journeys > 0, fault.title);
    assert.ok(record.verified > 100 && record.replays > 20 && result.writes > 100);
  });

  it('are well again within ten seconds, on every node', () => {
    const late = result.outages.filter(({ seconds }) => seconds > LONGEST_OUTAGE_SECONDS);
    assert.deepEqual(
      late.map(({ fault, seconds }) => `${fault.title}: ${seconds} s`),
      [],
    );
  });

  it('say at once that they cannot serve, and when to come back, until then', () => {
    assert.deepEqual(result.outages.flatMap(troublesOfWrongKind), []);
  });

  it('fail at nothing when nothing has failed: new nodes, new keys, a newer register included', () => {
    const told = result.outside.map(({ what, from, until }) => `${what}, ${until - from} ms`);
    assert.deepEqual(told, [], `${told.join('\n')}\n${stage?.complaints(result.outside)}`);
    assert.deepEqual(result.record.broken, []);
  });

  it('sign no wrong token', () => {
    assert.deepEqual(result.record.wrongTokens, []);
  });

  it('let nothing be spent twice, at once or after a fault', () => {
    assert.deepEqual(result.record.doubleSpends, []);
  });

  it('lose no write to the register that they have acknowledged', () => {
    assert.deepEqual(result.lost, []);
  });
});
