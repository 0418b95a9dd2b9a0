import type { Context } from 'koa';

import type { Requirement } from '../accounts/assurance.ts';
import type { AssuranceAsk, AssuranceWord } from '../web/assurance-ask.ts';
import type { PersonFacts } from '../web/components/person-card.tsx';
import type { PageContext, ServiceFacts } from '../web/page-context.ts';
import type { Locale } from '../web/i18n/locale.ts';
import { siteOf } from '../web/site-of.ts';
import { awaitsCode } from './journey.ts';
import { demandedRequirement } from './next-step.ts';
import type { Account } from '../accounts/account.ts';
import { isActing, type Subject } from '../accounts/subject.ts';
import type { JourneyFacts } from './journey-facts.ts';
import type { PendingInteraction } from '../provider/port.ts';

/** Facts of a journey in the words the pages want. Pure. */
export function pageContext(
  ctx: Context,
  locale: Locale,
  facts: JourneyFacts,
  sandbox: boolean,
): PageContext {
  const { interaction, now } = facts;
  return {
    locale,
    nonce: ctx.state.nonce,
    path: `/interaction/${interaction.uid}`,
    requestId: ctx.state.requestId,
    expiresAt: interaction.expiresAt,
    now,
    service: serviceOf(interaction, locale),
    acting: actingOf(facts),
    sandbox,
  };
}

/**
 * So that nobody forgets for whom they act. Who has still to prove who they are is not told whom they are a guardian of.
 * Who is asked for by name cannot be exchanged.
 */
export function actingOf({ interaction, journey, subject }: JourneyFacts): PageContext['acting'] {
  if (subject === undefined || !isActing(subject)) return undefined;
  if (subject.usable.length === 0 || awaitsCode(journey)) return undefined;
  const { name } = subject.account;
  return { name, prover: subject.prover.name, mayChange: !interaction.namesSubject };
}

/** The domain comes from the validated redirect URI: the one thing a service cannot choose freely. */
function serviceOf({ client, redirectUri }: PendingInteraction, locale: Locale): ServiceFacts {
  const text = (name: string) => {
    const value = client.metadata[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    name: client.policy.organisation.name[locale],
    domain: redirectUri === undefined ? undefined : (URL.parse(redirectUri)?.host ?? redirectUri),
    logoUri: text('logo_uri'),
    homeUri: text('client_uri') ?? siteOf(redirectUri),
  };
}

export function assuranceAsk(facts: JourneyFacts, locale: Locale): AssuranceAsk {
  return {
    level: wordFor(demandedRequirement(facts)),
    reason: facts.interaction.client.policy.purposes['acr']?.[locale],
  };
}

function wordFor(requirement: Requirement | undefined): AssuranceWord {
  if (requirement?.biometric === true) return 'high';
  return requirement?.passkey === true ? 'substantial' : 'low';
}

/** Who proves. The number leaks sex, birth year and place: only its last three characters are ever shown (domain, 1.12). */
export function personFacts({ prover, proven }: Subject): PersonFacts {
  return { ...factsOf(prover), signedInAt: proven.at(0)?.at };
}

/** Of somebody who has proven nothing here: a ward. */
export function factsOf({ name, level, identifier, subjectType }: Account): PersonFacts {
  return {
    name,
    level: subjectType === 'organisation' ? undefined : level,
    maskedIdentifier: `${'•'.repeat(Math.max(0, identifier.length - 3))}${identifier.slice(-3)}`,
  };
}
