import assert from 'node:assert/strict';

import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import type { BiometricSample } from '../../enrolment/registers.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';

const KENJI = 'F00000000107';
/** Immigration holds no biometrics of her. */
const MARIA = 'F00000000114';
const PATIENCE = { attemptMs: 4_000, totalMs: 8_000, attempts: 3 };
const register = 'immigration';

describe('The biometric matcher', () => {
  let simulator: SimulatorProcess;
  let asked = 0;
  before(async () => {
    simulator = await startSimulator();
  });
  after(() => simulator.stop());
  beforeEach(() => simulator.clearFaults());

  const matcher = (patience = PATIENCE) =>
    openStateRegisters({ url: simulator.url, clock: Date.now, patience }).matcher;
  const newId = () => `request-${(asked += 1)}`;
  const judged = async (number: string, sample: BiometricSample, requestId = newId()) => {
    const kind = number.startsWith('F') ? register : 'population';
    const answer = await matcher().match({ requestId, register: kind, number, sample });
    return answer.kind === 'found' ? answer.value.outcome : answer;
  };
  const recordsOf = async (number: string) =>
    (await simulator.matches()).filter((each) => each.number === number);

  it('knows people by their faces and fingers, and nobody by somebody else’s', async () => {
    assert.equal(await judged(KENJI, await simulator.face(KENJI)), 'match');
    assert.equal(await judged(KENJI, await simulator.fingerprints(KENJI)), 'match');
    assert.equal(await judged(KENJI, await simulator.face('099188000093')), 'no_match');
    // A face where fingers were asked for is no match either.
    const mislabelled = { ...(await simulator.face(KENJI)), kind: 'fingerprints' } as const;
    assert.equal(await judged(KENJI, mislabelled), 'no_match');
  });

  it('does not judge what it cannot see', async () => {
    assert.equal(await judged(KENJI, await simulator.face(KENJI, 'poor')), 'poor_sample');
    const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
    const jpeg = { kind: 'face', mediaType: 'image/jpeg', bytes } as const;
    assert.equal(await judged(KENJI, jpeg), 'poor_sample');
  });

  it('has nothing to compare with for who is in another register, is not there, or gave none', async () => {
    const sample = await simulator.face(KENJI);
    const requestId = newId();
    const elsewhere = { requestId, register: 'population', number: KENJI, sample } as const;
    assert.deepEqual(await matcher().match(elsewhere), { kind: 'not_found' });
    assert.deepEqual(await judged('F99999999999', sample), { kind: 'not_found' });
    assert.deepEqual(await judged(MARIA, await simulator.face(MARIA)), { kind: 'not_found' });
  });

  it('takes biometrics of who has none, once, and knows them from then on', async () => {
    const samples = [await simulator.face(MARIA), await simulator.fingerprints(MARIA)];
    const request = { requestId: newId(), register, number: MARIA, samples } as const;
    const first = await matcher().enrol(request);
    assert.equal(first.kind === 'found' && first.value.outcome, 'enrolled');
    assert.deepEqual(await matcher().enrol(request), first);
    assert.equal((await recordsOf(MARIA)).length, 1);
    const [face] = samples;
    assert.ok(face);
    assert.equal(await judged(MARIA, face), 'match');
  });

  it('does not take somebody else’s biometrics, nor what it cannot see', async () => {
    const number = 'F00000000913';
    const enrol = async (sample: BiometricSample) => {
      const request = { requestId: newId(), register, number, samples: [sample] } as const;
      const answer = await matcher().enrol(request);
      return answer.kind === 'found' ? answer.value.outcome : answer;
    };
    assert.equal(await enrol(await simulator.face(KENJI)), 'duplicate');
    assert.equal(await enrol(await simulator.face(number, 'poor')), 'poor_sample');
    assert.deepEqual(await judged(number, await simulator.face(number)), { kind: 'not_found' });
    assert.equal(await enrol(await simulator.face(number)), 'enrolled');
  });

  it('gives the same answer under the same request id, whatever the picture, and another only to another request', async () => {
    const requestId = newId();
    const face = await simulator.face(KENJI);
    assert.equal(await judged(KENJI, face, requestId), 'match');
    const other = await simulator.face('099188000093');
    assert.equal(await judged(KENJI, other, requestId), 'match');
    assert.deepEqual(await judged('099188000093', other, requestId), {
      kind: 'unknown',
      reason: 'nonsense',
    });
  });

  it('makes one record of a request whose answer was lost on its way', async () => {
    const number = 'F00000000911';
    assert.equal(await judged(number, await simulator.face(number)), 'match');
    assert.equal((await recordsOf(number)).length, 1);

    // Lost every time it was asked now: unknown, judged once, and told later.
    await simulator.addFault({ system: 'matcher', kind: 'lost_answer' });
    const [requestId, sample] = [newId(), await simulator.fingerprints(KENJI)];
    const before = (await recordsOf(KENJI)).length;
    const lost = await judged(KENJI, sample, requestId);
    assert.deepEqual(lost, { kind: 'unknown', reason: 'unreachable' });
    await simulator.clearFaults();
    assert.equal(await judged(KENJI, sample, requestId), 'match');
    assert.equal((await recordsOf(KENJI)).length, before + 1);
  });

  it('does to some what their numbers say', async () => {
    const face = (ending: string) => simulator.face(`F000000009${ending}`);
    const outcome = async (ending: string) => judged(`F000000009${ending}`, await face(ending));
    assert.equal(await outcome('06'), 'no_match');
    assert.equal(await outcome('07'), 'poor_sample');
    assert.deepEqual(await outcome('09'), { kind: 'unknown', reason: 'unreachable' });
    assert.deepEqual(await outcome('10'), { kind: 'unknown', reason: 'nonsense' });
    const none = '099090000913';
    assert.deepEqual(await judged(none, await simulator.face(none)), { kind: 'not_found' });
    const number = 'F00000000912';
    const samples = [await simulator.face(number)];
    const request = { requestId: newId(), register, number, samples } as const;
    const twin = await matcher().enrol(request);
    assert.equal(twin.kind === 'found' && twin.value.outcome, 'duplicate');
    const hasty = matcher({ attemptMs: 150, totalMs: 400, attempts: 2 });
    const slow = {
      requestId: newId(),
      register,
      number: 'F00000000908',
      sample: await face('08'),
    } as const;
    assert.deepEqual(await hasty.match(slow), { kind: 'unknown', reason: 'timed_out' });
  });
});
