import { setTimeout as delay } from 'node:timers/promises';

import type { SuiteConfiguration } from './configuration.ts';
import type { Plan } from './plans.ts';
import { SuiteFault, type Suite, type SuiteModule } from './suite.ts';
import type { ModuleResult } from './verdict.ts';

export interface Pace {
  readonly pollMs: number;
  /** For one module. */
  readonly timeoutMs: number;
}

export interface PlanRun {
  readonly suite: Suite;
  readonly issuer: string;
  readonly plan: Plan;
  readonly configuration: SuiteConfiguration;
  readonly pace: Pace;
  /** Told as each module ends. */
  readonly tell: (line: string) => void;
}

/** One white point: the suite wants a picture of a page, and nobody is there to take one. Such a module is reviewed. */
const NO_PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

/** Runs the modules of one plan after another: they share an alias. Never rejects for what one module does. */
export async function runPlan(run: PlanRun): Promise<readonly ModuleResult[]> {
  const { suite, plan, configuration } = run;
  const { id, modules } = await suite.createPlan(plan.planName, plan.variant, configuration);
  if (modules.length === 0) throw new SuiteFault(`${plan.planName}: a plan without modules`);
  const results: ModuleResult[] = [];
  for (const module of modules) {
    const result = await runModule(run, id, module);
    run.tell(`${plan.name}: ${module.testModule} ${result.result}`);
    results.push(result);
  }
  return results;
}

async function runModule(run: PlanRun, planId: string, module: SuiteModule): Promise<ModuleResult> {
  const named = { plan: run.plan.name, module: module.testModule };
  try {
    const testId = await run.suite.createTest(planId, module);
    const result = await untilItEnds(run, testId, module.testModule);
    const fine = result === 'PASSED' || result === 'REVIEW';
    return { ...named, result, notes: fine ? [] : await notesOf(run.suite, testId) };
  } catch (error) {
    if (!(error instanceof SuiteFault)) throw error;
    return { ...named, result: 'FAULT', notes: [error.message] };
  }
}

async function untilItEnds(run: PlanRun, testId: string, module: string): Promise<string> {
  const { suite, pace } = run;
  const deadline = Date.now() + pace.timeoutMs;
  const pictures = new Set<string>();
  let started = false;
  while (Date.now() < deadline) {
    const { status, result } = await suite.info(testId);
    switch (status) {
      case 'FINISHED':
        // It is there a moment before its result is.
        if (result !== undefined && result !== null && result !== 'UNKNOWN') return result;
        break;
      case 'INTERRUPTED':
        return 'INTERRUPTED';
      case 'CONFIGURED':
        if (!started) await start(run, testId, module);
        started = true;
        break;
      case 'WAITING':
        await fillPictures(suite, testId, pictures);
        break;
      case 'NOT_YET_CREATED':
      case 'CREATED':
      case 'RUNNING':
        break;
      default:
        return status satisfies never;
    }
    await delay(pace.pollMs);
  }
  return 'TIMEOUT';
}

/** Some modules wait for somebody to do something first. */
async function start({ suite, issuer }: PlanRun, testId: string, module: string): Promise<void> {
  if (module === 'oidcc-server-rotate-keys') {
    const rotated = await fetch(`${issuer}/conformance/rotate-keys`, { method: 'POST' });
    if (!rotated.ok) throw new SuiteFault(`rotating keys: ${rotated.status}`);
  }
  await suite.startTest(testId);
}

/** Pictures the suite's browser did not take. Its log names them until they are there. */
async function fillPictures(suite: Suite, testId: string, done: Set<string>): Promise<void> {
  for (const { upload } of await suite.log(testId)) {
    if (upload === undefined || done.has(upload)) continue;
    done.add(upload);
    await suite.uploadImage(testId, upload, NO_PICTURE);
  }
}

const TOLD = new Set(['FAILURE', 'WARNING']);
const MOST_NOTES = 5;

async function notesOf(suite: Suite, testId: string): Promise<readonly string[]> {
  const entries = await suite.log(testId);
  return entries
    .filter(({ result }) => result !== undefined && TOLD.has(result))
    .slice(0, MOST_NOTES)
    .map(({ src = 'suite', msg = '' }) => `${src}: ${msg}`);
}
