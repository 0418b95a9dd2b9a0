import type { Account } from '../../accounts/account.ts';
import type { CodeSending } from '../../accounts/one-time-codes.ts';
import type { CodeSent, Journey } from '../journey.ts';
import { proverEvent } from '../journey-services.ts';
import type { StepInput } from '../step.ts';

/** Sends a new code, and keeps for the page what came of it. */
export async function sendCode(input: StepInput, account: Account): Promise<CodeSending> {
  const { ctx, facts, services, page } = input;
  const { uid } = facts.interaction;
  const sending = await services.oneTimeCodes.send({
    journeyId: uid,
    account,
    locale: page.locale,
  });
  if (sending.kind === 'sent') {
    const event = { ...proverEvent(ctx, facts), accountId: account.id };
    await services.audit.oneTimeCodeSent(event, { channel: sending.channel });
  }
  const now = services.clock();
  await services.journeys.update(uid, (journey) => ({
    ...journey,
    code: codeSent(journey, sending, now),
  }));
  return sending;
}

function codeSent({ code }: Journey, sending: CodeSending, now: number): CodeSent {
  switch (sending.kind) {
    case 'sent': {
      const { kind, channel, maskedDestination } = sending;
      return { kind, channel, maskedDestination, resent: code !== undefined };
    }
    case 'limited':
      // A code sent before is still good.
      return code?.kind === 'sent'
        ? code
        : { kind: 'limited', until: now + sending.retryAfterSeconds * 1000 };
    case 'no_destination':
      return { kind: 'no_destination' };
    default:
      return sending satisfies never;
  }
}
