import type { PasskeyRefusal } from '../../accounts/passkeys-authentication.ts';
import type { Factor } from '../../accounts/factors.ts';
import type { AccountId } from '../../ids.ts';
import type { PasskeyProblem } from '../../web/components/passkey-problem.ts';
import type { Form } from '../../web/forms.ts';
import { provenBy } from '../journey.ts';
import { mayAnswer } from '../asked-for.ts';
import { proverEvent } from '../journey-services.ts';
import { proofOf } from '../proof.ts';
import type { StepInput } from '../step.ts';

/**
 * Verifies an assertion and enters it into the journey; the problem to show when it was refused. With `expected`,
 * another person's passkey is refused and everything stays as it was (design, section 2, rule 7).
 */
export async function provePasskey(
  input: StepInput,
  form: Form,
  expected: AccountId | undefined,
): Promise<PasskeyProblem | undefined> {
  const { ctx, facts, services } = input;
  const { interaction } = facts;
  const response = form.text('passkey_response') ?? '';
  if (response === '') return 'unsupported';
  const event = proverEvent(ctx, facts);
  const result = await verifyFor(input, response, expected);
  if (result.kind === 'refused') {
    await services.audit.factorRefused(event, { method: 'passkey', reason: result.reason });
    return problemFor(result.reason);
  }
  const { accountId, passkey, deviceBound } = result;
  const isOther = expected !== undefined && accountId !== expected;
  if (isOther || !(await mayProve(input, accountId))) {
    await services.audit.sessionSwitched(event, { reason: 'other_account_refused' });
    return 'other-person';
  }
  const factor: Factor = {
    ...proofOf(input),
    method: 'passkey',
    passkeyId: passkey.id,
    userVerified: true,
    deviceBound,
  };
  await services.audit.factorVerified(
    { ...event, accountId },
    { method: 'passkey', passkeyId: passkey.id, deviceBound },
  );
  await services.journeys.update(interaction.uid, (journey) =>
    provenBy(journey, accountId, factor),
  );
  return undefined;
}

/** The account is read only where the request is for somebody else. */
async function mayProve(input: StepInput, accountId: AccountId): Promise<boolean> {
  const { interaction } = input.facts;
  if (interaction.isFor(accountId)) return true;
  if (interaction.client.policy.takesActors !== true) return false;
  const account = await input.services.accounts.findById(accountId);
  return account !== undefined && (await mayAnswer(input, account));
}

/** The challenge of the sign-in page is bound to nobody, that of the step-up page to one person. */
async function verifyFor(
  { facts, services }: StepInput,
  response: string,
  expected: AccountId | undefined,
) {
  const journeyId = facts.interaction.uid;
  const bound = await services.passkeys.authenticate({ journeyId, accountId: expected, response });
  const shownUnbound =
    expected !== undefined && bound.kind === 'refused' && bound.reason === 'challenge_spent';
  return shownUnbound
    ? services.passkeys.authenticate({ journeyId, accountId: undefined, response })
    : bound;
}

function problemFor(reason: PasskeyRefusal): PasskeyProblem {
  switch (reason) {
    case 'other_account':
      return 'other-person';
    case 'unknown_credential':
      return 'unknown';
    case 'not_verified':
      return 'not-verified';
    case 'malformed':
    case 'challenge_spent':
    case 'cloned':
      return 'failed';
    default:
      return reason satisfies never;
  }
}
