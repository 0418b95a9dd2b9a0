import type { Factor } from '../accounts/factors.ts';
import type { Ledger } from '../accounts/ledger.ts';
import type { StandingStore } from '../accounts/standing.ts';
import { subjectOf, type Subject } from '../accounts/subject.ts';
import { requestScope } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { PendingInteraction } from '../provider/port.ts';
import type { Journey, Journeys } from './journey.ts';

/** Everything one step needs, loaded once. */
export interface JourneyFacts {
  readonly interaction: PendingInteraction;
  readonly journey: Journey;
  /** The person this journey is about. */
  readonly subject: Subject | undefined;
  readonly now: number;
}

export interface JourneySources {
  readonly standings: StandingStore;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly journeys: Journeys;
}

export async function loadJourneyFacts(
  interaction: PendingInteraction,
  sources: JourneySources,
): Promise<JourneyFacts> {
  const journey = await sources.journeys.read(interaction.uid);
  const accountId = journey.accountId ?? sessionHolder(interaction, journey);
  return {
    interaction,
    journey,
    subject: accountId && (await findSubject(accountId, interaction, journey, sources)),
    now: sources.clock(),
  };
}

/** Whoever is signed in, unless they said it is not them, or the request is for somebody else. */
function sessionHolder(
  { session, isFor }: PendingInteraction,
  { switching }: Journey,
): AccountId | undefined {
  if (session === undefined || switching || !isFor(session.accountId)) return undefined;
  return session.accountId;
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
  const standing = await sources.standings.load(accountId, client.clientId);
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
