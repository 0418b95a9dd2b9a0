import assert from 'node:assert/strict';

import type { OutsideOutcome, OutsideSystemName } from '../../adapters/outside/names.ts';
import { noStateRegisters } from '../../adapters/registers/no-registers.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import type { StateRegisters } from '../../enrolment/registers.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';

const MAI = '099188000093';
const KENJI = 'F00000000107';
/** Enough for an answer on this machine, and not for one that is slow on purpose. */
const PATIENCE = { attemptMs: 4_000, totalMs: 8_000, attempts: 3 };
const HASTY = { attemptMs: 150, totalMs: 400, attempts: 3 };

describe('The State’s registers', () => {
  let simulator: SimulatorProcess;
  let now: number;
  let outcomes: [OutsideSystemName, OutsideOutcome][];
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });
  beforeEach(async () => {
    now = Date.now();
    outcomes = [];
    await simulator.clearFaults();
  });

  const open = (patience = PATIENCE): StateRegisters =>
    openStateRegisters({
      url: simulator.url,
      clock: () => now,
      patience,
      onOutcome: (system, outcome) => outcomes.push([system, outcome]),
    });

  it('tell what they hold of citizens, foreigners, guardians and organisations', async () => {
    const { population, immigration, civilStatus, organisations } = open();
    const mai = await population.findCitizen(MAI);
    assert.equal(mai.kind === 'found' && mai.value.name, 'Lê Thị Mai');
    const byPassport = await immigration.findForeigner({ passport: 'M00000107' });
    assert.equal(byPassport.kind === 'found' && byPassport.value.number, KENJI);
    assert.deepEqual(byPassport, await immigration.findForeigner({ number: KENJI }));
    assert.deepEqual(await civilStatus.guardiansOf('099218000109'), {
      kind: 'found',
      value: [{ number: MAI, basis: 'parent' }],
    });
    const firm = await organisations.findOrganisation('0999000027');
    assert.equal(firm.kind === 'found' && firm.value.representative, MAI);
  });

  it('say that there is nobody only when the register said so', async () => {
    const { population, immigration, civilStatus } = open();
    const nobody = { kind: 'not_found' };
    assert.deepEqual(await population.findCitizen('099090000901'), nobody);
    assert.deepEqual(await population.findCitizen(KENJI), nobody);
    assert.deepEqual(await immigration.findForeigner({ passport: 'X1' }), nobody);
    assert.deepEqual(await civilStatus.guardiansOf('099000000000'), nobody);
    // Nothing of ours is there: not an answer of the register.
    const elsewhere = openStateRegisters({ url: 'http://localhost:9', clock: () => now });
    const lost = await elsewhere.population.findCitizen(MAI);
    assert.deepEqual(lost, { kind: 'unknown', reason: 'unreachable' });
  });

  it('are unknown when none are configured', async () => {
    const { population, matcher } = noStateRegisters();
    const unknown = { kind: 'unknown', reason: 'not_connected' };
    assert.deepEqual(await population.findCitizen(MAI), unknown);
    const sample = await simulator.face(MAI);
    const request = { requestId: 'none', register: 'population', number: MAI, sample } as const;
    assert.deepEqual(await matcher.match(request), unknown);
  });

  for (const [kind, patience, reason] of [
    ['slow', HASTY, 'timed_out'],
    ['down', PATIENCE, 'unreachable'],
    ['error', PATIENCE, 'unreachable'],
    ['nonsense', PATIENCE, 'nonsense'],
    ['lost_answer', PATIENCE, 'unreachable'],
  ] as const) {
    it(`are unknown while they are ${kind}, each of them, and known again after it`, async () => {
      const systems = [
        'population',
        'immigration',
        'civil_status',
        'organisations',
        'feed',
      ] as const;
      for (const system of systems) await simulator.addFault({ system, kind });
      const { population, immigration, civilStatus, organisations, feed } = open(patience);
      const answers = [
        await population.findCitizen(MAI),
        await immigration.findForeigner({ number: KENJI }),
        await civilStatus.guardiansOf(MAI),
        await organisations.findOrganisation('0999000010'),
        await feed.events('population', '', 10),
      ];
      for (const answer of answers) assert.deepEqual(answer, { kind: 'unknown', reason });
      assert.deepEqual(
        outcomes,
        systems.map((system) => [system, reason]),
      );
      await simulator.clearFaults();
      assert.equal((await open().population.findCitizen(MAI)).kind, 'found');
    });
  }

  it('are asked again when they fail once, and nobody notices', async () => {
    await simulator.addFault({ system: 'population', kind: 'down', times: 1 });
    assert.equal((await open().population.findCitizen(MAI)).kind, 'found');
    assert.equal((await open().population.findCitizen('099090000905')).kind, 'found');
    assert.deepEqual(outcomes, [
      ['population', 'answered'],
      ['population', 'answered'],
    ]);
  });

  it('fail for one person and not for the others, by magic numbers', async () => {
    const { population } = open();
    for (const [ending, reason] of [
      ['03', 'unreachable'],
      ['04', 'nonsense'],
      ['14', 'unreachable'],
      ['16', 'nonsense'],
      ['18', 'nonsense'],
    ]) {
      const answer = await population.findCitizen(`0990900009${ending}`);
      assert.deepEqual(answer, { kind: 'unknown', reason }, ending);
      assert.equal((await population.findCitizen(MAI)).kind, 'found');
    }
  });

  it('are not asked any more after five failures, for half a minute; then one asks for all', async () => {
    const { population, immigration } = open({ ...PATIENCE, attempts: 1 });
    await simulator.addFault({ system: 'population', kind: 'down', times: 5 });
    for (let failure = 0; failure < 5; failure += 1) await population.findCitizen(MAI);
    const shut = { kind: 'unknown', reason: 'circuit_open' };
    assert.deepEqual(await population.findCitizen(MAI), shut);
    assert.equal((await immigration.findForeigner({ number: KENJI })).kind, 'found');
    now += 29_000;
    assert.deepEqual(await population.findCitizen(MAI), shut);
    now += 1_001;
    const [probe, other] = await Promise.all([
      population.findCitizen(MAI),
      population.findCitizen(MAI),
    ]);
    assert.deepEqual([probe.kind, other], ['found', shut]);
    assert.equal((await population.findCitizen(MAI)).kind, 'found');
  });

  it('stay open to everybody however often the record of one person is nonsense', async () => {
    const { population } = open();
    for (let time = 0; time < 8; time += 1) await population.findCitizen('099090000904');
    assert.equal((await population.findCitizen(MAI)).kind, 'found');
  });

  it('tell what has happened, in its order, from where one stopped', async () => {
    const { feed, immigration, civilStatus } = open();
    const park = 'F00000000062';
    await simulator.change(park, { change: 'document_renewed', expiry: '2031-05-06' });
    await simulator.change(park, { change: 'document_retained', document: 'passport' });
    const guardians = [{ number: '099090000011' }];
    await simulator.change('099219000215', { change: 'guardianship_changed', guardians });

    const first = await feed.events('immigration', '', 1);
    assert.ok(first.kind === 'found' && first.value[0]);
    assert.equal(first.value[0].change, 'document_renewed');
    const rest = await feed.events('immigration', first.value[0].position, 10);
    assert.ok(rest.kind === 'found');
    assert.deepEqual(
      rest.value.map(({ number, change }) => [number, change]),
      [[park, 'document_retained']],
    );
    const renewed = await immigration.findForeigner({ number: park });
    assert.ok(renewed.kind === 'found');
    assert.equal(renewed.value.residencePermit?.expiry, '2031-05-06');
    assert.equal(renewed.value.passport.status, 'retained');
    assert.equal((await feed.events('civil_status', '', 10)).kind, 'found');
    assert.deepEqual(await civilStatus.guardiansOf('099219000215'), {
      kind: 'found',
      value: [{ number: '099090000011', basis: 'parent' }],
    });
  });
});
