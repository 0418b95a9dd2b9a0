import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

import { ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { CaseId } from '../../ids.ts';
import { ACTIVATION_DAYS } from '../limits.ts';
import { dayAfter, endOfDay } from '../working-days.ts';

/** Read from a text message and typed: nothing in it is taken for something else. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 10;

export interface ActivationCode {
  /** Goes out with the message and is kept nowhere. */
  readonly code: string;
  readonly codeHash: string;
  /** Epoch ms */
  readonly until: number;
}

/** Good for the days the law gives, counted from the day after (D69, Art. 14). */
export function makeActivationCode(caseId: CaseId, now: number): ActivationCode {
  const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]);
  const code = `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
  const today = dateInVietNam(now);
  const until = endOfDay(dayAfter(today, ruleInForce(ACTIVATION_DAYS, today)));
  return { code, codeHash: hashOf(caseId, code), until };
}

export function isActivationCode(caseId: CaseId, typed: string, codeHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(caseId, typed)), Buffer.from(codeHash));
}

/** The case goes into it, so that one code opens one case. 49 random bits, a few attempts: no stretching needed. */
function hashOf(caseId: CaseId, code: string): string {
  const letters = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`${caseId} ${letters}`).digest('base64url');
}
