import type { Context } from 'koa';

import type { ActivationRefused } from '../../enrolment/cases/cases.ts';
import { plainPage } from '../../web/error-answer.tsx';
import { sendPage } from '../../web/send-page.ts';
import { targetOf, type Activating, type ActivationParts } from './activation-parts.ts';
import { ActivatePage, type ActivateProblem } from './pages/activate-page.tsx';

/** Where number and code are entered, with what is wrong with them. */
export function showStart(
  ctx: Context,
  visit: Activating,
  parts: ActivationParts,
  identifier: string,
  problems: readonly ActivateProblem[],
): void {
  const throttled = problems.find((problem) => problem.kind === 'throttled');
  if (throttled !== undefined) ctx.set('Retry-After', String(throttled.waitSeconds));
  sendPage(
    ctx,
    <ActivatePage
      ctx={plainPage(ctx, parts.services.sandbox)}
      target={targetOf(parts, visit, 'start')}
      identifier={identifier}
      problems={problems}
    />,
    problems.length === 0 ? 200 : throttled === undefined ? 422 : 429,
  );
}

export function activationProblem(refused: ActivationRefused): ActivateProblem {
  return refused.kind === 'throttled'
    ? { kind: 'throttled', waitSeconds: refused.retryAfterSeconds }
    : { kind: refused.kind };
}

/** The code was spent or ran out meanwhile: back to where it is entered, with the reason. */
export async function refuse(
  ctx: Context,
  visit: Activating,
  refused: ActivationRefused,
  parts: ActivationParts,
): Promise<void> {
  const begun = await parts.desks.activating.forget(ctx, visit);
  showStart(ctx, begun, parts, visit.state.number ?? '', [activationProblem(refused)]);
}
