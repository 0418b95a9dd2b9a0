import { z } from 'zod';

/** How one module of a plan ended. */
export interface ModuleResult {
  readonly plan: string;
  readonly module: string;
  /** The suite's word; `INTERRUPTED`, `TIMEOUT` and `FAULT` (it did not answer) where it has none. */
  readonly result: string;
  /** What the suite's log says of a result that is none to be proud of. */
  readonly notes: readonly string[];
}

const expectationSchema = z.strictObject({
  /** A name of `plans.ts`, or `*`. */
  plan: z.string(),
  module: z.string(),
  result: z.enum(['WARNING', 'SKIPPED']),
  reason: z.string().min(20),
});

/** The file of warnings and skips that are as they should be, each with its reason. Throws for any other shape. */
export function parseExpectations(text: string): readonly Expectation[] {
  return z.array(expectationSchema).parse(JSON.parse(text));
}

export type Expectation = z.infer<typeof expectationSchema>;

export interface Verdict extends ModuleResult {
  readonly good: boolean;
  readonly reason: string;
}

/** Passed and to be reviewed are good; a warning or a skip only where it is expected; everything else is not. Pure. */
export function judge(result: ModuleResult, expectations: readonly Expectation[]): Verdict {
  switch (result.result) {
    case 'PASSED':
      return { ...result, good: true, reason: '' };
    case 'REVIEW':
      return { ...result, good: true, reason: 'somebody looks at its pictures' };
    default: {
      const expected = expectations.find(
        ({ plan, module, result: word }) =>
          (plan === '*' || plan === result.plan) &&
          module === result.module &&
          word === result.result,
      );
      return expected === undefined
        ? { ...result, good: false, reason: result.notes.join('; ') || 'not expected' }
        : { ...result, good: true, reason: expected.reason };
    }
  }
}

/** One line for each, and one for all. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const width = Math.max(0, ...verdicts.map(({ module }) => module.length));
  const lines = verdicts.map(({ good, plan, module, result, reason }) =>
    `${good ? ' ' : '!'} ${plan.padEnd(28)} ${module.padEnd(width)} ${result.padEnd(11)} ${reason}`.trimEnd(),
  );
  const bad = verdicts.filter(({ good }) => !good).length;
  return [...lines, '', `${verdicts.length - bad} as they should be, ${bad} not`, ''].join('\n');
}
