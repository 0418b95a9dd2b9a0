import type { StateRegisters, RegisterName } from '../registers.ts';
import { goThroughGuardianships, type BirthdayRoundSources } from './birthday-round.ts';
import { goOnWithCases, type CaseRoundSources } from './case-round.ts';
import {
  goThroughDocuments,
  type DayOutcome,
  type DocumentRoundSources,
} from './document-round.ts';
import { goThroughOlderAccounts, type OlderAccountsSources } from './older-accounts-round.ts';
import { followFeed, type FeedOutcome, type FeedSources } from './feed-round.ts';
import type { Round, RoundName, RoundOutcome } from './start-rounds.ts';

const SECOND_MS = 1_000;
const CHANGES_AT_ONCE = 20;

export interface RoundSources
  extends
    CaseRoundSources,
    Omit<DocumentRoundSources, 'accounts'>,
    Omit<BirthdayRoundSources, 'accounts' | 'guardianships'> {
  readonly accounts: DocumentRoundSources['accounts'] &
    FeedSources['accounts'] &
    OlderAccountsSources['accounts'];
  readonly guardianships: BirthdayRoundSources['guardianships'] &
    OlderAccountsSources['guardianships'];
  readonly registers: StateRegisters;
  /** Gives effect to pending changes that are due; how many were settled here. */
  readonly settleDue: (limit: number) => Promise<number>;
}

/** All that a serving node looks after by itself, and how often. */
export function roundsOf(sources: RoundSources): readonly Round[] {
  const { settleDue } = sources;
  return [
    counted('cases', 2 * SECOND_MS, () => goOnWithCases(sources)),
    counted('pending_changes', 5 * SECOND_MS, () => settleDue(CHANGES_AT_ONCE)),
    daily('documents', () => goThroughDocuments(sources)),
    daily('guardianships', () => goThroughGuardianships(sources)),
    daily('older_accounts', () => goThroughOlderAccounts(sources)),
    fed('feed_population', 'population', sources),
    fed('feed_immigration', 'immigration', sources),
    fed('feed_civil_status', 'civil_status', sources),
    fed('feed_organisations', 'organisations', sources),
  ];
}

function counted(name: RoundName, everyMs: number, run: () => Promise<number>): Round {
  return { name, everyMs, run: async () => ((await run()) === 0 ? 'done' : 'more') };
}

/** Looked at each minute: the day begins for all nodes alike. */
function daily(name: RoundName, run: () => Promise<DayOutcome>): Round {
  return {
    name,
    everyMs: 60 * SECOND_MS,
    run: async () => {
      const outcome = await run();
      return outcome === 'outdated' ? 'waiting' : outcome;
    },
  };
}

const FEED_OUTCOMES: Readonly<Record<FeedOutcome, RoundOutcome>> = {
  up_to_date: 'done',
  more: 'more',
  unknown: 'waiting',
  outdated: 'waiting',
};

function fed(name: RoundName, register: RegisterName, sources: FeedSources): Round {
  return {
    name,
    everyMs: 5 * SECOND_MS,
    run: async () => FEED_OUTCOMES[await followFeed(sources, register)],
  };
}
