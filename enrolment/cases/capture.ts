import { createHash } from 'node:crypto';

import type { CaseId } from '../../ids.ts';
import type { CaseKind } from '../case.ts';
import type { BiometricSample, RegisterAnswer, StateRegisters } from '../registers.ts';
import type { BiometricOutcome } from './case-view.ts';
import type { CaseSummary } from './case-summary.ts';
import { askForeigner, declaredNumber, type Asked } from './people-asked.ts';

/** What a comparison came to. The picture itself goes no further than the matcher. */
export interface Captured {
  readonly outcome: BiometricOutcome;
  readonly evidenceId: string | undefined;
}

interface CaptureRequest {
  readonly caseId: CaseId;
  readonly kind: CaseKind;
  readonly seenVersion: number;
  readonly summary: CaseSummary;
  readonly sample: BiometricSample;
}

/**
 * Has a sample compared with what the register holds of the applicant, or taken in where it holds nothing. The same
 * picture sent again at the same point of a case is the same request to the matcher, which then makes no second record.
 */
export async function capture(
  registers: StateRegisters,
  { caseId, kind, seenVersion, summary, sample }: CaptureRequest,
): Promise<Asked<Captured>> {
  const whom = await numberToCompare(registers, summary, kind === 'foreigner_level_1');
  if (whom.kind === 'not_eligible') return outcome('not_held');
  if (whom.kind !== 'found') return whom;
  const digest = createHash('sha256').update(sample.bytes).digest('base64url').slice(0, 22);
  const request = { ...whom.value, requestId: `${caseId}.${seenVersion}.${sample.kind}.${digest}` };
  if (summary.person?.heldByRegister === false) {
    return judged(await registers.matcher.enrol({ ...request, samples: [sample] }), sample.kind);
  }
  return judged(await registers.matcher.match({ ...request, sample }), sample.kind);
}

/** Before an account of level 1 is decided nobody is looked up but by what was declared. */
async function numberToCompare(
  registers: StateRegisters,
  { person, asked }: CaseSummary,
  isForeigner: boolean,
): Promise<Asked<{ register: 'population' | 'immigration'; number: string }>> {
  if (person !== undefined) {
    const register = person.subject === 'foreigner' ? 'immigration' : 'population';
    return { kind: 'found', value: { register, number: person.number } };
  }
  if (!isForeigner) {
    return { kind: 'found', value: { register: 'population', number: asked.number ?? '' } };
  }
  const foreigner = await askForeigner(registers, declaredNumber(asked));
  if (foreigner.kind !== 'found') return foreigner;
  return { kind: 'found', value: { register: 'immigration', number: foreigner.value.number } };
}

function judged(
  answer: RegisterAnswer<{
    readonly outcome: 'match' | 'no_match' | 'enrolled' | 'duplicate' | 'poor_sample';
    readonly evidenceId: string;
  }>,
  sample: BiometricSample['kind'],
): Asked<Captured> {
  switch (answer.kind) {
    case 'found': {
      const { outcome: said, evidenceId } = answer.value;
      if (said === 'poor_sample') return { kind: 'invalid', fields: { [sample]: 'poor_sample' } };
      return outcome(said, evidenceId);
    }
    case 'not_found':
      return outcome('not_held');
    case 'unknown':
      return { kind: 'unknown_for_now', system: 'matcher' };
    default:
      return answer satisfies never;
  }
}

function outcome(said: BiometricOutcome, evidenceId?: string): Asked<Captured> {
  return { kind: 'found', value: { outcome: said, evidenceId } };
}
