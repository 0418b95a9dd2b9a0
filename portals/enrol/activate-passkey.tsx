import type Router from '@koa/router';
import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import type { Factor } from '../../accounts/factors.ts';
import { mayAddPasskey } from '../../accounts/passkey-policy.ts';
import type { RegistrationResult } from '../../accounts/passkeys-registration.ts';
import { OWN_CLIENT_ID } from '../../clients/own-client.ts';
import type { PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { Form } from '../../web/forms.ts';
import { lastService } from '../../web/last-service.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import {
  accountOf,
  formOf,
  goOn,
  stageHref,
  targetOf,
  type Activating,
  type ActivationParts,
  usedForOther,
} from './activation-parts.ts';
import { ActivatedPage } from './pages/activated-page.tsx';
import { FirstPasskeyPage } from './pages/first-passkey-page.tsx';

/** The first passkey, right after the activation, and the end of it. */
export function addFirstPasskey(router: Router, parts: ActivationParts): void {
  router.get('/passkey', async (ctx) => {
    const visit = await parts.desks.activating.of(ctx);
    const account = await mayMakeOne(visit, parts);
    if (account === undefined) return goOnToEnd(ctx, visit, parts);
    await showPasskey(ctx, visit, account, { parts });
  });
  router.post('/passkey', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    const account = await mayMakeOne(visit, parts);
    if (account === undefined || form.has('later')) return goOnToEnd(ctx, visit, parts);
    await onPasskey(ctx, visit, account, { form, parts });
  });
  router.get('/done', async (ctx) => {
    const visit = await parts.desks.activating.of(ctx);
    const account = await accountOf(visit, parts);
    if (visit.state.activatedAt === undefined || account === undefined) return goOn(ctx, parts);
    await showEnd(ctx, account, parts);
  });
}

/**
 * Whoever has just proven the phone and set the password: the same rule, and the same freshness, as in a login (design,
 * section 2, rule 7). Undefined for a ward's account, which has no credentials of its own.
 */
async function mayMakeOne(visit: Activating, parts: ActivationParts): Promise<Account | undefined> {
  const { activatedAt, needs } = visit.state;
  const account = await accountOf(visit, parts);
  if (account === undefined || activatedAt === undefined) return undefined;
  if (account.guardianId !== undefined) return undefined;
  // Who confirmed with what there was before has it still.
  if (needs?.includes('password') !== true && needs?.includes('passkey') !== true) return undefined;
  const held = await parts.services.passkeyRecords.listByAccount(account.id);
  const proven = provenAt(activatedAt, visit);
  return mayAddPasskey(proven, held, parts.services.clock()).allowed ? account : undefined;
}

function provenAt(at: number, { id }: Activating): readonly Factor[] {
  const audience = {
    clientId: OWN_CLIENT_ID,
    organisationId: 'org_senid',
    publicService: false,
  } as const;
  const common = { at, transaction: id, audience };
  return [
    { ...common, method: 'pwd' },
    { ...common, method: 'otp', channel: 'sms' },
  ];
}

async function onPasskey(
  ctx: Context,
  visit: Activating,
  account: Account,
  { form, parts }: { readonly form: Form; readonly parts: ActivationParts },
): Promise<void> {
  const response = form.text('passkey_response') ?? '';
  if (response === '') return showPasskey(ctx, visit, account, { parts, problem: 'unsupported' });
  const { services, desks } = parts;
  const result = await services.passkeys.register({ journeyId: visit.id, account, response });
  if (result.kind === 'refused') {
    return showPasskey(ctx, visit, account, { parts, problem: problemFor(result.reason) });
  }
  const { passkey } = result;
  await services.audit.passkeyAdded(
    { requestId: ctx.state.requestId, accountId: account.id, caseId: visit.state.caseId },
    {
      passkeyId: passkey.id,
      deviceBound: !passkey.backupEligible,
      attestationFormat: passkey.attestationFormat,
    },
  );
  await desks.activating.update(visit, (before) => ({ ...before, passkeyMade: true }));
  seeOther(ctx, stageHref('done'));
}

function problemFor(
  reason: Extract<RegistrationResult, { kind: 'refused' }>['reason'],
): PasskeyProblem {
  if (reason === 'already_registered') return 'already-registered';
  return reason === 'not_verified' ? 'not-verified' : 'failed';
}

async function showPasskey(
  ctx: Context,
  visit: Activating,
  account: Account,
  { parts, problem }: { readonly parts: ActivationParts; readonly problem?: PasskeyProblem },
): Promise<void> {
  const { services } = parts;
  const start = await services.passkeys.registrationOptions({ journeyId: visit.id, account });
  sendPage(
    ctx,
    <FirstPasskeyPage
      ctx={plainPage(ctx, services.sandbox)}
      target={targetOf(parts, visit, 'passkey')}
      level={account.level}
      personName={account.name}
      passkeyOptions={start.kind === 'options' ? start.options : undefined}
      problem={problem}
    />,
    problem === undefined ? 200 : 422,
  );
}

async function goOnToEnd(ctx: Context, visit: Activating, parts: ActivationParts): Promise<void> {
  return visit.state.activatedAt === undefined
    ? goOn(ctx, parts)
    : seeOther(ctx, stageHref('done'));
}

async function showEnd(ctx: Context, account: Account, { services }: ActivationParts) {
  const { name, level, identifier } = account;
  const held = await services.passkeyRecords.listByAccount(account.id);
  const maskedIdentifier = `${'•'.repeat(Math.max(0, identifier.length - 3))}${identifier.slice(-3)}`;
  sendPage(
    ctx,
    <ActivatedPage
      ctx={plainPage(ctx, services.sandbox)}
      person={{ name, level, maskedIdentifier }}
      hasPasskey={held.length > 0}
      usedFor={usedForOther(account)}
      passkeyHref={stageHref('passkey')}
      service={lastService(ctx)}
    />,
  );
}
