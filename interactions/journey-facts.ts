import { loadStanding } from '../accounts/acting.ts';
import type { Factor } from '../accounts/factors.ts';
import type { Ledger } from '../accounts/ledger.ts';
import { parsePrincipal, proverOf, type Persons } from '../accounts/principal.ts';
import { subjectOf, type Subject } from '../accounts/subject.ts';
import { requestScope } from '../clients/client.ts';
import type { AccountId } from '../ids.ts';
import type { PendingInteraction } from '../provider/port.ts';
import { awaitsCode, type Journey, type Journeys } from './journey.ts';
import { loadWards, type Ward, type WardSources } from './wards.ts';

/** Everything one step needs, loaded once. */
export interface JourneyFacts {
  readonly interaction: PendingInteraction;
  readonly journey: Journey;
  /** The person this journey is about, and who proves for them. */
  readonly subject: Subject | undefined;
  /** Whom the person may act for; empty unless they have still to say for whom they are here. */
  readonly wards: readonly Ward[];
  readonly now: number;
}

export interface JourneySources extends WardSources {
  readonly ledger: Ledger;
  readonly journeys: Journeys;
}

export async function loadJourneyFacts(
  interaction: PendingInteraction,
  sources: JourneySources,
): Promise<JourneyFacts> {
  const journey = await sources.journeys.read(interaction.uid);
  const prover = journey.accountId ?? sessionHolder(interaction, journey);
  const subject = prover && (await findSubject(prover, interaction, journey, sources));
  const { clientId } = interaction.client;
  return {
    interaction,
    journey,
    subject,
    wards:
      subject !== undefined && isPersonOpen(interaction, journey, subject)
        ? (await loadWards(subject.prover, clientId, sources)).filter(({ principal }) =>
            interaction.isFor(principal),
          )
        : [],
    now: sources.clock(),
  };
}

/**
 * Who has wards says for whom they are here, unless the relying party asks for one of them by name. First they prove who
 * they are: nobody else at this browser learns whom they are a guardian of.
 */
function isPersonOpen(
  { client, namesSubject, isFor }: PendingInteraction,
  journey: Journey,
  subject: Subject,
): boolean {
  const { principal } = journey;
  if (client.policy.takesActors !== true || subject.state.kind !== 'active') return false;
  if (!subject.mayHaveToChoose || principal !== undefined) return false;
  if (subject.usable.length === 0 || awaitsCode(journey)) return false;
  return !namesSubject || !isFor(subject.account.id);
}

/** For whom this journey is: as said in it, or as the relying party asks for it and was said there before. */
function personsOf(
  { session, namesSubject, isFor, redirectUri }: PendingInteraction,
  { principal, switching }: Journey,
  prover: AccountId,
): Persons {
  // Where the answer goes to another device they say it each time: a code in its request can be anybody's.
  const goesOn = namesSubject && !switching && redirectUri !== undefined;
  const before = goesOn ? session?.chosen : undefined;
  const asked = before !== undefined && isFor(before) ? before : undefined;
  const persons = parsePrincipal(principal ?? asked);
  return persons !== undefined && proverOf(persons) === prover
    ? persons
    : { accountId: prover, actorId: undefined };
}

/** Whoever is signed in, unless they said it is not them, or the request is for somebody else. */
function sessionHolder(
  { session, isFor }: PendingInteraction,
  { switching }: Journey,
): AccountId | undefined {
  if (session === undefined || switching) return undefined;
  const { accountId, chosen } = session;
  return isFor(accountId) || (chosen !== undefined && isFor(chosen)) ? accountId : undefined;
}

async function findSubject(
  accountId: AccountId,
  interaction: PendingInteraction,
  journey: Journey,
  sources: JourneySources,
): Promise<Subject | undefined> {
  const { client, request, transaction } = interaction;
  const before = await sessionFactors(accountId, interaction, journey, sources);
  const scope = requestScope(client, transaction, request);
  const persons = personsOf(interaction, journey, accountId);
  const standing = await loadStanding(sources, persons, client.clientId);
  return standing && subjectOf(standing, [...before, ...journey.factors], scope, sources.clock());
}

async function sessionFactors(
  accountId: AccountId,
  { session }: PendingInteraction,
  { switching }: Journey,
  { ledger }: JourneySources,
): Promise<readonly Factor[]> {
  if (switching || session === undefined || session.accountId !== accountId) return [];
  return ledger.read(session.uid, accountId);
}
