import type { Account, AccountStore } from '../accounts/account.ts';
import { accountState, type AccountState } from '../accounts/account-state.ts';
import { usableFactors } from '../accounts/usable-factors.ts';
import type { Consent, ConsentStore } from '../accounts/consent.ts';
import type { Factor, FactorAudience } from '../accounts/factors.ts';
import type { Ledger } from '../accounts/ledger.ts';
import type { Passkey, PasskeyStore } from '../accounts/passkey-store.ts';
import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { PendingInteraction } from '../provider/port.ts';
import type { Journey, Journeys } from './journey.ts';

/** The person this journey is about. */
export interface Subject {
  readonly account: Account;
  readonly state: AccountState;
  readonly passkeys: readonly Passkey[];
  /** Everything proven in this session and journey. */
  readonly proven: readonly Factor[];
  /** What of it counts for this request. */
  readonly usable: readonly Factor[];
  readonly consent: Consent | undefined;
}

/** Everything one step needs, loaded once. */
export interface JourneyFacts {
  readonly interaction: PendingInteraction;
  readonly journey: Journey;
  readonly subject: Subject | undefined;
  readonly now: number;
}

export interface JourneySources {
  readonly accounts: AccountStore;
  readonly passkeyStore: PasskeyStore;
  readonly consents: ConsentStore;
  readonly ledger: Ledger;
  readonly journeys: Journeys;
  readonly clock: Clock;
}

export async function loadJourneyFacts(
  interaction: PendingInteraction,
  sources: JourneySources,
): Promise<JourneyFacts> {
  const journey = await sources.journeys.read(interaction.uid);
  const accountId =
    journey.accountId ?? (journey.switching ? undefined : interaction.session?.accountId);
  return {
    interaction,
    journey,
    subject:
      accountId === undefined
        ? undefined
        : await loadSubject(accountId, interaction, journey, sources),
    now: sources.clock(),
  };
}

async function loadSubject(
  accountId: AccountId,
  interaction: PendingInteraction,
  journey: Journey,
  sources: JourneySources,
): Promise<Subject | undefined> {
  const account = await sources.accounts.findById(accountId);
  if (account === undefined) return undefined;
  const [locks, passkeys, consent, sessionFactors] = await Promise.all([
    sources.accounts.openLocks(accountId),
    sources.passkeyStore.listByAccount(accountId),
    sources.consents.latest(accountId, interaction.client.clientId),
    sessionFactorsOf(accountId, interaction, journey, sources),
  ]);
  const now = sources.clock();
  const proven = [...sessionFactors, ...journey.factors];
  return {
    account,
    state: accountState(account, locks, now),
    passkeys,
    proven,
    usable: usableFactors(proven, {
      now,
      transaction: interaction.transaction,
      audience: audienceOf(interaction),
      reuse: interaction.client.policy.reuse,
      maxAgeSeconds: interaction.request.maxAgeSeconds,
      freshOnly: interaction.request.freshOnly,
      livePasskeys: new Set(passkeys.map(({ id }) => id)),
    }),
    consent,
  };
}

async function sessionFactorsOf(
  accountId: AccountId,
  { session }: PendingInteraction,
  { switching }: Journey,
  { ledger }: JourneySources,
): Promise<readonly Factor[]> {
  if (switching || session === undefined || session.accountId !== accountId) return [];
  return ledger.read(session.uid, accountId);
}

export function audienceOf({ client }: PendingInteraction): FactorAudience {
  const { organisation } = client.policy;
  return {
    clientId: client.clientId,
    organisationId: organisation.id,
    publicService: organisation.publicService,
  };
}
