import * as values from './label-values.ts';
import type { MetricDefinition } from './metric-table.ts';

/** What is looked after between requests. */
export const ROUND_METRICS = {
  roundRuns: {
    name: 'senid_round_runs_total',
    type: 'counter',
    help: 'Times background work was looked after: `more` was left, `waiting` for somebody outside or for another node',
    labels: { round: values.ROUNDS, outcome: values.ROUND_OUTCOMES },
  },
  roundAge: {
    name: 'senid_round_age_seconds',
    type: 'gauge',
    help: 'How long ago background work was last found done; of a feed, how far its register is ahead of us at most',
    labels: { round: values.ROUNDS },
  },
  caseClocks: {
    name: 'senid_cases',
    type: 'gauge',
    help: 'Cases whose statutory time runs: `due_soon` within a day, `overdue` past it',
    labels: { clock: ['running', 'due_soon', 'overdue'] },
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
