import { writeSync } from 'node:fs';

import { openStores } from '../../adapters/open-stores.ts';
import { readConfig } from '../../config.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import type { StepData } from '../../enrolment/cases/cases.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import { goOnWithCases } from '../../enrolment/rounds/case-round.ts';
import { loadSecrets } from '../../secrets.ts';
import { caseBench } from './case-bench.ts';
import { APPLICANT, CASE_PLANS, TYPED, type PlanName } from './case-plans.ts';
import { pictureOf } from './simulator.ts';

/**
 * Walks one case from its opening to its end, from wherever the register says it stands, and prints each step once it was
 * acknowledged. Killed and started again it goes on. The clock runs so many milliseconds ahead.
 */
const config = readConfig(process.env);
const [simulator = '', plan = '', ahead = '', ...officers] = process.argv.slice(2);
const [receiver, decider] = officers.map((text) => JSON.parse(text) as CaseActor);
if (receiver === undefined || decider === undefined) throw new TypeError('two officers');
const { kind, number, data, steps, activates, holders } = CASE_PLANS[plan as PlanName];
const clock = () => Date.now() + Number(ahead);
const stores = await openStores({ config, secrets: loadSecrets(config), clock, own: true });
const bench = caseBench({ stores, simulator, clock });
const [holderNumber = ''] = holders;
const held = await stores.accounts.findByIdentifier(holderNumber);
const holder: CaseActor = held === undefined ? APPLICANT : { kind: 'holder', accountId: held.id };
const actors = { receiver, decider, holder, applicant: APPLICANT, program: APPLICANT };

const opener = actors[steps[0]?.[1] ?? 'receiver'];
const request = { actor: opener, data, requestId: 'the one application' };
const opened = await bench.cases.open(kind, request);
if (opened.kind !== 'opened') throw new TypeError(JSON.stringify(opened));
const { caseId } = opened;
writeSync(1, 'opened\n');
for (const [step, by] of steps) {
  const taken = (await stores.cases.steps(caseId)).map(({ name }) => name);
  if (taken.includes(step)) continue;
  if (by === 'program') {
    await goOnWithCases({
      cases: stores.cases,
      program: bench.cases,
      writer: stores.writer,
      clock,
    });
  } else {
    await bench.go(caseId, actors[by], [step, await dataOf(step)]);
  }
  writeSync(1, `${step}\n`);
}
if (activates) {
  const [code = ''] = await bench.codes();
  const activated = await bench.activation.activate({
    number,
    code,
    address: '192.0.2.1',
    passwordHash: '$argon2id$1',
  });
  writeSync(1, `${activated.kind}\n`);
}
await stores.close();
writeSync(1, 'end\n');

async function dataOf(step: StepName): Promise<StepData> {
  if (step === 'face_captured') return { face: await pictureOf(simulator, 'face', number) };
  if (step === 'fingerprints_captured') {
    return { fingerprints: await pictureOf(simulator, 'fingerprints', number) };
  }
  const typed = TYPED[step] ?? {};
  if (kind !== 'agency_unlock' || step !== 'documents_checked' || held === undefined) return typed;
  const [lock] = await stores.accounts.openLocks(held.id);
  return { ...typed, lock_id: lock?.id ?? '' };
}
