import type { AccountStore } from '../accounts/account.ts';
import type { ConsentStore } from '../accounts/consent.ts';
import type { OneTimeCodes } from '../accounts/one-time-codes.ts';
import type { Passkeys } from '../accounts/passkeys.ts';
import type { Passwords } from '../accounts/passwords.ts';
import { isActing } from '../accounts/subject.ts';
import type { SignInThrottle } from '../accounts/throttle.ts';
import type { Audit, EventContext } from '../audit/events.ts';
import type { InteractionPort } from '../provider/port.ts';
import type { Csrf } from '../web/csrf.ts';
import type { JourneyFacts, JourneySources } from './journey-facts.ts';

/** Everything the steps work with; made by the context. */
export interface JourneyServices extends JourneySources {
  readonly port: InteractionPort;
  readonly accounts: AccountStore;
  readonly consents: ConsentStore;
  readonly passwords: Passwords;
  readonly oneTimeCodes: OneTimeCodes;
  readonly passkeys: Passkeys;
  readonly throttle: SignInThrottle;
  readonly audit: Audit;
  readonly csrf: Csrf;
  /** Told of every page that is shown and every form that is dealt with, by standing around the work. */
  readonly watchStep: <T>(
    step: string,
    action: 'show' | 'submit',
    work: () => Promise<T>,
  ) => Promise<T>;
  /** Links that only a sandbox shows. */
  readonly sandbox: { readonly personasHref: string; readonly outboxHref: string } | undefined;
}

/** Who and what an event of this journey belongs to. */
export function journeyEvent(
  ctx: { readonly state: { readonly requestId: EventContext['requestId'] } },
  { interaction, subject }: JourneyFacts,
): EventContext {
  return {
    requestId: ctx.state.requestId,
    clientId: interaction.client.clientId,
    accountId: subject?.account.id,
    actorId: subject !== undefined && isActing(subject) ? subject.prover.id : undefined,
  };
}

/** The same for what somebody proves: it is theirs, whomever they act for. */
export function proverEvent(
  ctx: Parameters<typeof journeyEvent>[0],
  facts: JourneyFacts,
): EventContext {
  const accountId = facts.subject?.prover.id;
  return { ...journeyEvent(ctx, facts), accountId, actorId: undefined };
}
