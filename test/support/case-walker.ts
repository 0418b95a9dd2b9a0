import { writeSync } from 'node:fs';

import { openStores } from '../../adapters/open-stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import type { StepData } from '../../enrolment/cases/cases.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import { loadSecrets } from '../../secrets.ts';
import { caseBench } from './case-bench.ts';
import { pictureOf } from './simulator.ts';

/**
 * Walks one case from the counter to its activation, from wherever the register says it stands, and prints each step once
 * it was acknowledged. Killed and started again it goes on.
 */
const config = readConfig(process.env);
const [simulator = '', number = '', ...officers] = process.argv.slice(2);
const [receiver, decider] = officers.map((text) => JSON.parse(text) as CaseActor);
if (receiver === undefined || decider === undefined) throw new TypeError('two officers');
const secrets = loadSecrets(config);
const stores = await openStores({ config, secrets, clock: systemClock, own: true });
const bench = caseBench({ stores, simulator, clock: systemClock });

const face = await pictureOf(simulator, 'face', number);
const fingerprints = await pictureOf(simulator, 'fingerprints', number);
const steps: readonly [StepName, CaseActor, StepData?][] = [
  ['documents_checked', receiver, { document_shown: 'yes' }],
  ['form_filled', receiver, { phone: '0912345678' }],
  ['face_captured', receiver, { face }],
  ['fingerprints_captured', receiver, { fingerprints }],
  ['consent_confirmed', receiver, { consent: 'yes' }],
  ['completed', receiver],
  ['forwarded', receiver],
  ['approved', decider],
];

const request = { actor: receiver, data: { number }, requestId: 'the one application' };
const opened = await bench.cases.open('citizen_level_2', request);
// Once there is an account of level 2 nobody opens another one.
const [waiting] = await stores.cases.list({ applicantNumber: number, limit: 2 });
const caseId = opened.kind === 'opened' ? opened.caseId : waiting?.id;
if (caseId === undefined) throw new TypeError(JSON.stringify(opened));
writeSync(1, 'opened\n');
for (const [step, actor, data] of steps) {
  const view = await bench.cases.view(caseId, actor);
  if (view?.history.some(({ name }) => name === step) === true) continue;
  await bench.go(caseId, actor, [step, data ?? {}]);
  writeSync(1, `${step}\n`);
}
const [code = ''] = await bench.codes();
const activated = await bench.activation.activate({
  number,
  code,
  address: '192.0.2.1',
  passwordHash: '$argon2id$one',
});
writeSync(1, `${activated.kind}\n`);
await stores.close();
writeSync(1, 'end\n');
