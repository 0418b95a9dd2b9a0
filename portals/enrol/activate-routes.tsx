import Router from '@koa/router';
import type { Context, Middleware } from 'koa';

import { normaliseIdentifier } from '../../accounts/account.ts';
import type { Form } from '../../web/forms.ts';
import { addActivate } from './activate-account.tsx';
import { addProvePhone, isProven, sendCode } from './activate-phone.tsx';
import { activationProblem, showStart } from './activate-refused.tsx';
import { addFirstPasskey } from './activate-passkey.tsx';
import { goOn, formOf, type Activating, type ActivationParts } from './activation-parts.ts';
import { activationStage } from './activation-state.ts';
import { ACTIVATE } from './addresses.ts';
import type { ActivateProblem } from './pages/activate-page.tsx';
import type { Desks, EnrolServices } from './enrol-services.ts';

/** From the activation code in a message to an account that can be used (D69, Art. 14). */
export function activateRoutes(services: EnrolServices, desks: Desks): Middleware {
  const parts: ActivationParts = { services, desks };
  const router = new Router({ prefix: ACTIVATE });

  router.get('/', async (ctx) => {
    const found = await desks.activating.of(ctx);
    // What is over is over: whoever comes here again has another account to activate.
    const over = activationStage(found.state) === 'done';
    const visit = over ? await desks.activating.forget(ctx, found) : found;
    showStart(ctx, visit, parts, visit.state.number ?? '', []);
  });

  router.post('/', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    await onStart(ctx, visit, form, parts);
  });
  addProvePhone(router, parts);
  addActivate(router, parts);
  addFirstPasskey(router, parts);
  return router.routes() as Middleware;
}

/** Wrong numbers and wrong codes are one answer; how often they may be tried is told by `activation`. */
async function onStart(ctx: Context, visit: Activating, form: Form, parts: ActivationParts) {
  const typed = form.text('identifier')?.trim() ?? '';
  const code = form.text('activation_code')?.trim() ?? '';
  const missing: readonly ActivateProblem[] = [
    ...(typed === '' ? [{ kind: 'missing-identifier' as const }] : []),
    ...(code === '' ? [{ kind: 'missing-code' as const }] : []),
  ];
  if (missing.length > 0) return showStart(ctx, visit, parts, typed, missing);
  const { services, desks } = parts;
  const number = normaliseIdentifier(typed);
  const check = await services.activation.check({ number, code, address: ctx.ip });
  if (check.kind !== 'accepted') {
    return showStart(ctx, visit, parts, typed, [activationProblem(check)]);
  }
  const { caseId, accountId, reachedAt, needs } = check;
  const { provenContact } = visit.state;
  const phoneProven = await isProven(provenContact, { accountId, reachedAt }, parts);
  const accepted = await desks.activating.renew(ctx, visit, () => ({
    number,
    code,
    caseId,
    accountId,
    reachedAt,
    needs: [...needs],
    phoneProven,
    provenContact,
  }));
  if (!phoneProven) await sendCode(ctx, accepted, parts);
  await goOn(ctx, parts);
}
