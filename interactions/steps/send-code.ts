import type { Account } from '../../accounts/account.ts';
import type { CodeSending } from '../../accounts/one-time-codes.ts';
import { journeyEvent } from '../journey-services.ts';
import type { StepInput } from '../step.ts';

/** Sends a new code and keeps for the page where it went. */
export async function sendCode(input: StepInput, account: Account): Promise<CodeSending> {
  const { ctx, facts, services, page } = input;
  const { uid } = facts.interaction;
  const sending = await services.oneTimeCodes.send({
    journeyId: uid,
    account,
    locale: page.locale,
  });
  if (sending.kind !== 'sent') return sending;
  const { channel, maskedDestination } = sending;
  await services.audit.oneTimeCodeSent(
    { ...journeyEvent(ctx, facts), accountId: account.id },
    { channel },
  );
  await services.journeys.update(uid, (journey) => ({
    ...journey,
    code: { channel, maskedDestination, resent: journey.code !== undefined },
  }));
  return sending;
}
