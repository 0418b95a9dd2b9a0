import type { Router } from '@koa/router';
import { z } from 'zod';

import type { Faults, Trouble } from '../faults.ts';
import type { Judgement, Matcher, Sample } from '../matcher.ts';
import { magicOf } from '../people/magic.ts';
import type { Records } from '../records.ts';
import { answerTo, type Answer } from './answering.ts';

const sampleSchema = z.strictObject({
  kind: z.enum(['face', 'fingerprints']),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  data: z.base64(),
});
const common = {
  requestId: z.string().min(1).max(200),
  register: z.enum(['population', 'immigration']),
  number: z.string().min(1).max(32),
};
const matchSchema = z.strictObject({ ...common, sample: sampleSchema });
const enrolSchema = z.strictObject({ ...common, samples: z.array(sampleSchema).min(1).max(4) });

/** Longer than anybody waits. */
const SLOW_MS = 15_000;

export function addMatcher(
  router: Router,
  parts: {
    readonly records: Records;
    readonly faults: Faults;
    readonly matcher: Matcher;
  },
): void {
  const { records, faults, matcher } = parts;
  const numberOf = ({ number }: { readonly number: string }) => number;
  const trouble = (asked: { readonly number: string; readonly requestId: string }) =>
    matcherTrouble(asked, records);
  router.post('/matcher/matches', (ctx) =>
    answerTo(ctx, faults, {
      system: 'matcher',
      schema: matchSchema,
      numberOf,
      trouble,
      answer: ({ sample, ...asked }) => told(matcher.match({ ...asked, sample: sampleOf(sample) })),
    }),
  );
  router.post('/matcher/enrolments', (ctx) =>
    answerTo(ctx, faults, {
      system: 'matcher',
      schema: enrolSchema,
      numberOf,
      trouble,
      answer: ({ samples, ...asked }) =>
        told(matcher.enrol({ ...asked, samples: samples.map(sampleOf) })),
    }),
  );
  router.get('/matches', (ctx) => {
    ctx.body = { matches: records.matches() };
  });
}

function sampleOf({ kind, data }: z.output<typeof sampleSchema>): Sample {
  return { kind, bytes: Buffer.from(data, 'base64') };
}

function told(judgement: Judgement): Answer {
  switch (judgement.kind) {
    case 'judged': {
      const { outcome, evidenceId } = judgement.record;
      return { body: { result: 'judged', outcome, evidenceId } };
    }
    case 'not_found':
      return { body: { result: 'not_found' } };
    case 'mistaken':
      return { status: 409, body: { error: 'request_id_used' } };
    default:
      return judgement satisfies never;
  }
}

function matcherTrouble(
  { number, requestId }: { readonly number: string; readonly requestId: string },
  records: Records,
): Trouble | undefined {
  const magic = magicOf(number);
  if (magic?.where !== 'matcher') return undefined;
  switch (magic.kind) {
    case 'lost_answer':
      // Only the first time: who asks again under the same id is told.
      return records.findMatch(requestId) === undefined
        ? { kind: 'lost_answer', delayMs: 0 }
        : undefined;
    case 'slow':
    case 'down':
    case 'error':
    case 'nonsense':
      return { kind: magic.kind, delayMs: SLOW_MS };
    default:
      return undefined;
  }
}
